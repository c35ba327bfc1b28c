import { expect, test } from 'vitest'
import type { Machine } from '../../server/access/places.ts'
import { readConfig } from '../../server/config.ts'

const LAN: Machine = { name: 'desk', addresses: () => ['127.0.0.1', '192.168.1.4', '::1'] }
const ON_THE_NET: Machine = { name: 'desk', addresses: () => ['127.0.0.1', '203.0.113.9'] }

const OPEN = {
  ...{ host: '127.0.0.1', port: 1701, data: 'data', demo: true, logLevel: 'info' },
  ...{ access: 'open', hosts: [], proxies: [], tls: null, backups: null },
}

test('[SRV21] without a word it serves this machine, on the port of the contract', () => {
  expect(readConfig([], {})).toEqual({ ok: true, value: OPEN })
})

test('[SRV21] flags come before the environment', () => {
  const env = { PORT: '1', BULKHEAD_DATA: 'a', BULKHEAD_DEMO: 'on', LOG_LEVEL: 'warn', HOST: 'localhost' }
  const flags = ['--port', '2', '--data', 'b', '--demo', 'off', '--log-level=debug', '--host', '::1']
  const value = { ...OPEN, host: '::1', port: 2, data: 'b', demo: false, logLevel: 'debug' }
  expect(readConfig(flags, env)).toEqual({ ok: true, value })
  expect(readConfig([], env)).toMatchObject({ value: { port: 1, data: 'a', demo: true, host: 'localhost' } })
  const further = { BULKHEAD_HOSTS: 'a.example', BULKHEAD_PROXY: '10.0.0.1', BULKHEAD_BACKUPS: 'x' }
  expect(readConfig(['--hosts', 'b.example, c', '--proxy', '10.0.0.0/8', '--backups', 'y'], further)).toMatchObject({
    value: { hosts: ['b.example', 'c'], proxies: ['10.0.0.0/8'], backups: 'y' },
  })
})

test.each([
  [['--port', '70000'], 'PORT must be 0 to 65535, not "70000"'],
  [['--port', 'x'], 'PORT must be 0 to 65535, not "x"'],
  [['--demo', 'no'], 'BULKHEAD_DEMO must be on or off, not "no"'],
  [['--log-level', 'loud'], /^LOG_LEVEL must be one of .*, not "loud"$/],
  [['--access', 'none'], 'BULKHEAD_ACCESS must be auto or guarded, not "none"'],
  [['--hosts', 'desk:1701'], 'BULKHEAD_HOSTS must be names without a port, not "desk:1701"'],
  [['--proxy', 'the-proxy'], /^BULKHEAD_PROXY must be addresses or networks .*, not "the-proxy"$/],
  [['--tls-cert', 'a.pem'], 'BULKHEAD_TLS_CERT and BULKHEAD_TLS_KEY need each other'],
  [['--tls-cert', 'a.pem', '--tls-key', 'b.pem'], /^BULKHEAD_TLS_CERT and BULKHEAD_TLS_KEY cannot be used: .*a\.pem/],
  [['--host', 'example.org'], 'HOST must be localhost or an address of this machine, not "example.org"'],
  [['--colour', 'red'], /colour/],
  [['serve'], /serve/],
])('[SRV21] %s is refused in plain words', (flags, words) => {
  const read = readConfig(flags, {})
  if (read.ok) throw new Error('It was accepted')
  expect(read.error).toHaveLength(1)
  expect(read.error[0]).toEqual(typeof words === 'string' ? words : expect.stringMatching(words))
})

test('[SRV21] everything that is wrong is said at once', () => {
  expect(readConfig(['--port', 'x', '--host', 'example.org', '--log-level', 'y', '--tls-key', 'z'], {})).toMatchObject({
    error: { length: 4 },
  })
})

test.each([
  [[], 'open'],
  [['--host', '::1'], 'open'],
  [['--host', '127.0.0.2'], 'open'],
  [['--access', 'guarded'], 'guarded'],
  [['--hosts', 'ship.example'], 'guarded'],
  [['--proxy', '127.0.0.1'], 'guarded'],
  [['--host', '192.168.1.4'], 'guarded'],
  [['--host', '0.0.0.0'], 'guarded'],
])('[ACC1] given %j, access is %s', (flags, access) => {
  expect(readConfig(flags, {}, LAN)).toMatchObject({ value: { access } })
})

test.each(['0.0.0.0', '::', '203.0.113.9', '2001:db8::1'])(
  '[ACC11] given the public address %s, without TLS it does not start',
  (host) => {
    const refused = readConfig(['--host', host], {}, ON_THE_NET)
    expect(refused).toMatchObject({ ok: false, error: [expect.stringMatching(/^HOST .* can be reached by strangers/)] })
    expect(readConfig(['--host', host, '--proxy', '203.0.113.1'], {}, ON_THE_NET)).toMatchObject({
      value: { access: 'guarded' },
    })
  },
)

test.each(['10.0.0.3', '172.16.0.1', '192.168.1.4', '169.254.3.3', 'fd00::1'])(
  '[ACC11] given %s, which is reached from its own network alone, it starts without TLS',
  (host) => {
    expect(readConfig(['--host', host], {}, LAN)).toMatchObject({ value: { access: 'guarded', tls: null } })
  },
)
