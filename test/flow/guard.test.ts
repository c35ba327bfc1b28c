import { request } from 'node:http'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { listen, startFlow } from './support/flow.ts'

/** Host and Origin as a browser would send them; null: none. */
const ALLOWED: readonly (readonly [host: string, origin: string | null])[] = [
  ['localhost:1701', null],
  ['127.0.0.1:1701', 'http://127.0.0.1:1701'],
  ['[::1]:1701', 'http://[::1]:1701'],
  ['localhost:5173', 'http://localhost:5173'],
]

const REFUSED: readonly (readonly [host: string, origin: string | null, code: string])[] = [
  ['evil.example', null, 'HostNotAllowed'],
  ['localhost.evil.example:1701', null, 'HostNotAllowed'],
  ['192.168.1.20:1701', null, 'HostNotAllowed'],
  ['localhost:1701,evil.example', null, 'HostNotAllowed'],
  ['localhost; script-src *', null, 'HostNotAllowed'],
  ['localhost:1701', 'http://evil.example', 'OriginNotAllowed'],
  ['localhost:1701', 'http://localhost:3000', 'OriginNotAllowed'],
  ['localhost:1701', 'http://localhost:1701.evil.example', 'OriginNotAllowed'],
  ['localhost:1701', 'https://localhost:1701', 'OriginNotAllowed'],
  ['localhost:1701', 'null', 'OriginNotAllowed'],
]

const headersOf = (host: string, origin: string | null) => ({ host, ...(origin === null ? {} : { origin }) })

test.each(ALLOWED)('[SRV15] Host %s with Origin %s may use the server', async (host, origin) => {
  const { app } = await startFlow()
  expect((await app.inject({ url: '/api/v1/ships', headers: headersOf(host, origin) })).statusCode).toBe(200)
})

test.each(REFUSED)('[SRV15] Host "%s" with Origin %s is refused, over HTTP and sockets', async (host, origin, code) => {
  const { app, url } = await listen()
  const answer = await app.inject({ url: '/api/v1/ships', headers: headersOf(host, origin) })
  expect(answer.statusCode).toBe(403)
  expect(answer.json()).toMatchObject({ code })
  expect(await handshake(url, headersOf(host, origin))).toBe(403)
})

test('[SRV15] what is served may use this server only, and is not sent to https', async () => {
  const { app, url } = await listen()
  const { headers } = await app.inject({ url: '/api/v1/ships', headers: { host: 'localhost:1701' } })
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).toContain("connect-src 'self' ws://localhost:1701")
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
  expect(headers).not.toHaveProperty('strict-transport-security')
  const socket = io(url, { transports: ['websocket'], extraHeaders: { origin: url }, forceNew: true })
  onTestFinished(() => void socket.disconnect())
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
})

/** Status of a WebSocket handshake; 101 if it succeeds. */
const handshake = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket' }
    const key = { 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }
    const asked = request(`${url}/socket.io/?EIO=4&transport=websocket`, {
      headers: { ...upgrade, ...key, ...headers },
    })
    asked.once('response', ({ statusCode }) => resolve(statusCode))
    asked.once('upgrade', (_response, socket) => {
      socket.destroy()
      resolve(101)
    })
    asked.once('error', reject)
    asked.end()
  })
