import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'

test('[SRV21] without a word it serves this machine, on the port of the contract', () => {
  const value = { host: '127.0.0.1', port: 1701, data: 'data', demo: true, logLevel: 'info' }
  expect(readConfig([], {})).toEqual({ ok: true, value })
})

test('[SRV21] flags come before the environment', () => {
  const env = { PORT: '1', BULKHEAD_DATA: 'a', BULKHEAD_DEMO: 'on', LOG_LEVEL: 'warn', HOST: 'localhost' }
  const flags = ['--port', '2', '--data', 'b', '--demo', 'off', '--log-level=debug', '--host', '::1']
  const value = { host: '::1', port: 2, data: 'b', demo: false, logLevel: 'debug' }
  expect(readConfig(flags, env)).toEqual({ ok: true, value })
  expect(readConfig([], env)).toMatchObject({ value: { port: 1, data: 'a', demo: true, host: 'localhost' } })
})

test.each([
  [['--port', '70000'], 'PORT must be 0 to 65535, not "70000"'],
  [['--port', 'x'], 'PORT must be 0 to 65535, not "x"'],
  [['--demo', 'no'], 'BULKHEAD_DEMO must be on or off, not "no"'],
  [['--log-level', 'loud'], /^LOG_LEVEL must be one of .*, not "loud"$/],
  [['--host', '0.0.0.0'], /^HOST 0\.0\.0\.0 would let other machines in/],
  [['--host', '192.168.1.4'], /would let other machines in/],
  [['--colour', 'red'], /colour/],
  [['serve'], /serve/],
])('[SRV21] %s is refused in plain words', (flags, words) => {
  const read = readConfig(flags, {})
  if (read.ok) throw new Error('It was accepted')
  expect(read.error).toHaveLength(1)
  expect(read.error[0]).toEqual(typeof words === 'string' ? words : expect.stringMatching(words))
})

test('[SRV21] everything that is wrong is said at once', () => {
  expect(readConfig(['--port', 'x', '--host', 'example.org', '--log-level', 'y'], {})).toMatchObject({
    error: { length: 3 },
  })
})
