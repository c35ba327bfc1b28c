import { once } from 'node:events'
import { connect as connectTls, type SecureVersion, type TLSSocket } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { memoryAccess } from '#db/memoryAccess.ts'
import type { Machine } from '../../server/access/places.ts'
import { accessFor } from '../../server/access/settings.ts'
import { readConfig } from '../../server/config.ts'
import { runtimeWarning } from '../../server/runtime.ts'
import { selfSigned } from '../support/certificate.ts'
import { startFlow } from './support/flow.ts'
import { guarded, guardedOn } from './support/guarded.ts'
import { TestClock } from './support/testClock.ts'

const machine: Machine = { name: 'Desk', addresses: () => ['127.0.0.1', '192.168.1.4', 'fd00::4'] }

const settings = (flags: readonly string[], clock = new TestClock(), where = machine) => {
  const config = readConfig(flags, {}, where)
  if (!config.ok) throw new Error(config.error.join())
  return accessFor(config.value, memoryAccess(), clock, where)
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

describe('names', () => {
  test.each([
    [[], LOOPBACK],
    [['--access', 'guarded'], LOOPBACK],
    [
      ['--host', '127.0.0.2'],
      [...LOOPBACK, '127.0.0.2'],
    ],
    [
      ['--host', '192.168.1.4'],
      [...LOOPBACK, 'desk', '192.168.1.4'],
    ],
    [
      ['--host', '0.0.0.0'],
      [...LOOPBACK, 'desk', '192.168.1.4'],
    ],
    [
      ['--host', '::'],
      [...LOOPBACK, 'desk', '192.168.1.4', '[fd00::4]'],
    ],
    [
      ['--hosts', 'Ship.example'],
      [...LOOPBACK, 'ship.example'],
    ],
  ])('[ACC9] given %j, it answers to the names and addresses it has', (flags, names) => {
    expect([...settings(flags).hosts()]).toEqual(names)
  })

  test('[ACC9] given a machine that has moved, it answers to its new address', async () => {
    const clock = new TestClock()
    let address = '192.168.1.4'
    const { hosts } = settings(['--host', '0.0.0.0'], clock, { name: 'desk', addresses: () => [address] })
    address = '10.0.0.7'
    expect(hosts().has('10.0.0.7')).toBe(false)
    await clock.pass(10_001)
    expect(hosts().has('10.0.0.7')).toBe(true)
  })

  test.each([
    [[], ['http://127.0.0.1:1701']],
    [
      ['--host', '0.0.0.0'],
      ['http://192.168.1.4:1701', 'http://127.0.0.1:1701'],
    ],
    [['--host', 'fd00::4'], ['http://[fd00::4]:1701']],
    [
      ['--hosts', 'ship.lan'],
      ['http://ship.lan:1701', 'http://127.0.0.1:1701'],
    ],
    [
      ['--hosts', 'ship.example', '--proxy', '127.0.0.1'],
      ['https://ship.example', 'http://127.0.0.1:1701'],
    ],
  ])('[ACC4] given %j, links are for where others can reach it', (flags, addresses) => {
    expect(settings(flags).addresses(1701)).toEqual(addresses)
  })
})

describe('a proxy', () => {
  const FORWARDED = {
    'x-forwarded-for': '203.0.113.5',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'ship.example',
  }

  const behind = async (proxies: readonly string[]) => {
    const access = guarded({ proxies, hosts: () => new Set(['ship.example', 'localhost']) })
    return guardedOn(await startFlow({ access }))
  }

  test('[ACC10] given one that is listed, the address, scheme and name that it forwards count', async () => {
    const { app, service } = await behind(['10.0.0.0/24'])
    const headers = { host: 'inside:80', ...FORWARDED, origin: 'https://ship.example' }
    const payload = { token: service.access.startLink(), name: 'Ann' }
    const sent = { method: 'POST', url: '/api/v1/session', headers, payload } as const
    expect((await app.inject({ ...sent, remoteAddress: '10.0.1.1' })).statusCode).toBe(403)
    const answer = await app.inject({ ...sent, remoteAddress: '10.0.0.7' })
    expect(answer.statusCode).toBe(201)
    expect(answer.headers['set-cookie']).toMatch(/^__Host-bulkhead=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect(answer.headers['strict-transport-security']).toBe('max-age=15552000')
    expect(answer.headers['content-security-policy']).toContain('wss://ship.example')
  })

  test('[ACC10] given nobody listed, or somebody else, what is forwarded counts for nothing', async () => {
    for (const proxies of [[], ['10.0.0.1']]) {
      const { app } = await behind(proxies)
      const headers = { host: 'localhost', ...FORWARDED }
      const answer = await app.inject({ url: '/healthz', headers, remoteAddress: '10.0.0.2' })
      expect(answer.statusCode).toBe(200)
      expect(answer.headers).not.toHaveProperty('strict-transport-security')
      expect(answer.headers['content-security-policy']).toContain(' ws://localhost')
    }
  })

  test('[ACC10] given another address each time in X-Forwarded-For, guesses are still those of one', async () => {
    const { app, instructor } = await behind([])
    const { pin } = await instructor.invite({ pin: true })
    const guess = (digits: string, n: number) =>
      app.inject({
        ...{ method: 'POST', url: '/api/v1/session', payload: { pin: digits, name: 'Eve' }, remoteAddress: '10.0.0.2' },
        headers: { host: 'localhost', 'x-forwarded-for': `10.9.9.${n}` },
      })
    const right = pin ?? ''
    for (let n = 0; n < 5; n++) await guess(right === '000000' ? '000001' : '000000', n)
    expect((await guess(right, 6)).statusCode).toBe(403)
  })
})

describe('TLS', () => {
  const shaken = async (port: number, version: SecureVersion): Promise<string | null> => {
    const socket: TLSSocket = connectTls({
      ...{ port, host: '127.0.0.1', rejectUnauthorized: false, minVersion: version, maxVersion: version },
      ciphers: 'DEFAULT@SECLEVEL=0', // or the client itself would not try
    })
    try {
      await once(socket, 'secureConnect')
      return socket.getProtocol()
    } catch {
      return null
    } finally {
      socket.destroy()
    }
  }

  test('[ACC11] given a certificate, 1.2 and newer are spoken and nothing older, and cookies and pages are held to it', async () => {
    const { tls, files } = selfSigned()
    expect(readConfig(['--tls-cert', files.cert, '--tls-key', files.key], {})).toMatchObject({ value: { tls } })
    const { app, service } = await startFlow({ tls, access: guarded() })
    await app.listen({ host: '127.0.0.1', port: 0 })
    const address = app.server.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    expect(await shaken(port, 'TLSv1.1')).toBeNull()
    expect(await shaken(port, 'TLSv1.2')).toBe('TLSv1.2')
    expect(await shaken(port, 'TLSv1.3')).toBe('TLSv1.3')

    const answer = await overTls(port, JSON.stringify({ token: service.access.startLink(), name: 'Ann' }))
    expect(answer).toMatch(/^HTTP\/1\.1 201/)
    expect(answer).toMatch(/set-cookie: __Host-bulkhead=[\w-]{43}; .*Secure/i)
    expect(answer).toMatch(/strict-transport-security: max-age=15552000/i)
    expect(answer).toContain(`wss://localhost:${port}`)
  })

  const overTls = async (port: number, body: string): Promise<string> => {
    const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false })
    socket.write(
      `POST /api/v1/session HTTP/1.1\r\nhost: localhost:${port}\r\norigin: https://localhost:${port}\r\n` +
        `content-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    )
    let text = ''
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
    await once(socket, 'close')
    return text
  }

  test('[ACC11] given a key of another certificate, or files that are none, it says so', () => {
    const [one, other] = [selfSigned().files, selfSigned().files]
    for (const flags of [
      ['--tls-cert', one.cert, '--tls-key', other.key],
      ['--tls-cert', one.key, '--tls-key', one.key],
    ])
      expect(readConfig(flags, {})).toMatchObject({ ok: false, error: [expect.stringMatching(/cannot be used/)] })
  })
})

test.each([
  ['v24.21.0', '2026-11-23', null],
  ['v25.1.0', '2026-11-23', 'Node.js v25.1.0 gets no security fixes since 2026-06-01. Use a newer one'],
  ['v24.21.0', '2028-06-01', 'Node.js v24.21.0 gets no security fixes since 2028-04-30. Use a newer one'],
  ['v30.0.0', '2026-11-23', null],
])('[SRV21] given Node %s on %s, whoever runs it is told: %s', (version, day, warning) => {
  expect(runtimeWarning(version, Date.parse(day))).toBe(warning)
})
