import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSocket } from '../../web/src/link/socketWire.ts'
import type { Wire } from '../../web/src/link/wire.ts'

/** The wire against the real Socket.IO server: the same words, or nothing works. */
let http: HttpServer
let io: Server
let wire: Wire
let heard: string[]

const origin = (): string => `http://127.0.0.1:${(http.address() as AddressInfo).port}`
const until = async (condition: () => boolean): Promise<void> => {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 500) throw new Error(`it never came to that; heard ${heard.join(', ')}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
const open = (role = 'captain'): Wire =>
  openSocket(origin(), { role: role as 'captain', name: 'Renée' })({
    connected: () => heard.push('connected'),
    lost: () => heard.push('lost'),
    turnedAway: ({ detail }) => heard.push(`turned away: ${detail}`),
    events: ({ ship, from }) => heard.push(`events ${ship} ${from}`),
    clock: ({ rate }) => heard.push(`clock ${rate}`),
    presence: ({ watching }) => heard.push(`presence ${watching.length}`),
    access: () => heard.push('access'),
    head: ({ seq }) => heard.push(`head ${seq}`),
    service: ({ state }) => heard.push(`service ${state}`),
  })

beforeEach(async () => {
  heard = []
  http = createServer()
  io = new Server(http, { transports: ['websocket'], pingInterval: 50, pingTimeout: 100 })
  io.use((socket, next) => next(socket.handshake.auth.role === 'pirate' ? new Error('Not here') : undefined))
  io.on('connection', (socket: Socket) => {
    socket.on('time', (_ask: object, reply: (answer: object) => void) => reply({ ok: true, wall: 'now' }))
    socket.on('watch', () => undefined)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  wire.close()
  await io.close()
})

test('introduces itself, asks and is answered', async () => {
  wire = open()
  await until(() => wire.connected)
  expect([...io.sockets.sockets.values()][0]?.handshake.auth).toEqual({ role: 'captain', name: 'Renée' })
  expect(await wire.ask('time', {})).toEqual({ ok: true, wall: 'now' })
})

test('hears what it is told', async () => {
  wire = open()
  await until(() => wire.connected)
  io.emit('events', { ship: 's', from: 7, events: [] })
  io.emit('clock', { ship: 's', rate: 4, at: 0, wall: '' })
  io.emit('presence', { ship: 's', watching: [] })
  io.emit('head', { ship: 's', seq: 7, hash: 'h' })
  io.emit('service', { state: 'readOnly', since: '', backInMs: null })
  io.emit('something new', 1)
  await until(() => heard.length === 6)
  expect(heard).toEqual(['connected', 'events s 7', 'clock 4', 'presence 0', 'head 7', 'service readOnly'])
})

test('answers pings, so that a quiet link stays', async () => {
  wire = open()
  await until(() => wire.connected)
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(heard).toEqual(['connected'])
})

test('comes back after a loss, and what was asked is not answered', async () => {
  wire = open()
  await until(() => wire.connected)
  const asked = wire.ask('watch', { ship: 's' })
  for (const socket of io.sockets.sockets.values()) socket.conn.close()
  expect(await asked).toBeNull()
  expect(await wire.ask('time', {})).toBeNull()
  await until(() => wire.connected)
  expect(heard).toEqual(['connected', 'lost', 'connected'])
})

test('[LNK4] given a server that said when it is back, it is not looked for much sooner', async () => {
  wire = open()
  await until(() => wire.connected)
  io.emit('service', { state: 'stopping', since: '', backInMs: 1_600 })
  await until(() => heard.includes('service stopping'))
  const cutMs = performance.now()
  for (const socket of io.sockets.sockets.values()) socket.conn.close()
  await until(() => heard.includes('lost'))
  await until(() => wire.connected)
  expect(performance.now() - cutMs).toBeGreaterThan(600) // never before half of it; the first try usually comes after 400 ms
})

test('comes back when it was sent away', async () => {
  wire = open()
  await until(() => wire.connected)
  io.disconnectSockets()
  await until(() => heard.length === 3)
  expect(heard).toEqual(['connected', 'lost', 'connected'])
})

test('says why it was not let in', async () => {
  wire = open('pirate')
  await until(() => heard.length > 0)
  expect(heard).toEqual(['turned away: Not here'])
})
