import { connect } from 'node:net'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { get, give, listen, newId, post, SHIP, startFlow } from './support/flow.ts'

const COMMANDS = `/api/v1/ships/${SHIP}/commands`

const nested = (depth: number): unknown => JSON.parse(nest(depth))
const nest = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

const BODIES: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '7'],
  ['a list', '[]'],
  ['no id', '{"type":"CloseIncident"}'],
  ['a short id', '{"id":"a","type":"CloseIncident"}'],
  ['an unknown order', '{"id":"rubbish-1","type":"Explode"}'],
  ['a member too many', '{"id":"rubbish-2","type":"CloseIncident","more":1}'],
  ['a member of another kind', '{"id":"rubbish-3","type":"SetClock","rate":"fast"}'],
  ['a number out of bounds', '{"id":"rubbish-4","type":"SetClock","rate":1e99}'],
  ['no JSON', '{"id":'],
  ['a prototype', '{"id":"rubbish-5","type":"CloseIncident","__proto__":{"x":1}}'],
  ['a deep nest', nest(30_000)],
  ['a deep nest with a prototype', `{"__proto__":${nest(30_000)}}`],
  ['a deep nest inside', `{"id":"rubbish-6","type":"RecordLog","text":${nest(10_000)}}`],
]

test.each(BODIES)('[SRV6] over HTTP %s is 400, and the server lives', async (_name, body) => {
  const { app, log } = await startFlow()
  const answer = await post(app, COMMANDS, body)
  expect(answer).toMatchObject({ status: 400, body: { code: 'Malformed', status: 400 } })
  expect(log.head(SHIP)).toBe(1)
  expect((await get(app, '/healthz')).status).toBe(200)
})

test('[SRV6] what is wrong is said by path, what was expected, and what was found', async () => {
  const { app } = await startFlow()
  const answer = await post(app, COMMANDS, { id: newId(), type: 'SetClock', rate: 'fast' })
  expect(answer.body).toMatchObject({ problems: [{ path: '$.rate', found: '"fast"' }] })
})

test('[SRV6] too much, another content type, another address: each has its own answer', async () => {
  const { app } = await startFlow()
  const long = { id: newId(), type: 'RecordLog', text: 'x'.repeat(70_000) }
  expect(await post(app, COMMANDS, long)).toMatchObject({ status: 413, body: { status: 413 } })
  const form = await app.inject({
    ...{ method: 'POST', url: COMMANDS, payload: 'id=1' },
    headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(form.statusCode).toBe(415)
  expect(await post(app, '/api/v1/ships/no-such/commands', { id: newId(), type: 'CloseIncident' })).toMatchObject({
    ...{ status: 404, body: { code: 'UnknownShip', ship: 'no-such' } },
  })
  expect(await get(app, '/api/v1/nothing')).toMatchObject({ status: 404, body: { code: 'NotFound' } })
  expect(await get(app, `/api/v1/ships/${SHIP}/events?after=-1`)).toMatchObject({ status: 400 })
  expect(await get(app, `/api/v1/ships/${SHIP}/events?limit=many`)).toMatchObject({ status: 400 })
  expect(await get(app, '/api/v1/ships', 'pirate' as never)).toMatchObject({
    status: 400,
    body: { code: 'UnknownRole' },
  })
})

const CALLS: readonly (readonly [string, readonly unknown[]])[] = [
  ['nothing', ['watch']],
  ['null', ['watch', null]],
  ['a number', ['command', 7]],
  ['a list', ['command', []]],
  ['a ship that is no name', ['watch', { ship: { toString: 1 } }]],
  ['a negative seq', ['watch', { ship: SHIP, after: -1 }]],
  ['a member too many', ['time', { zone: 'UTC' }]],
  ['no command', ['command', { ship: SHIP }]],
  ['a null command', ['command', { ship: SHIP, command: null }]],
  ['a deep nest', ['command', { ship: SHIP, command: { id: newId(), type: 'RecordLog', text: nested(40) } }]],
  ['an unknown call', ['launch', { ship: SHIP }]],
  ['the name of something every object has', ['constructor', { ship: SHIP }]],
]

test.each(CALLS)('[SRV6] over a socket %s is answered with a problem, and the server lives', async (_name, call) => {
  const { url, service } = await listen()
  const socket = connected(url)
  const answer: unknown = await socket.timeout(2_000).emitWithAck(...(call as [string]))
  expect(answer).toMatchObject({ ok: false, error: { detail: expect.stringMatching(/\.$/) as unknown } })
  expect(await give(service, { type: 'RecordLog', text: 'Still here' })).toMatchObject({ ok: true })
})

test('[SRV6] whoever waits for no answer gets none, and the server lives', async () => {
  const { url, service, log } = await listen()
  const socket = connected(url)
  for (const [, call] of CALLS) socket.emit(...(call as [string]))
  socket.emit('error', new Error('from outside'))
  socket.emit('command', { ship: SHIP, command: { id: newId(), type: 'RecordLog', text: 'Fire and forget' } })
  socket.emit('watch', { ship: SHIP }, 'no function')
  expect(await socket.timeout(2_000).emitWithAck('time', {})).toMatchObject({ ok: true })
  expect(log.head(SHIP)).toBe(2)
  expect(await give(service, { type: 'RecordLog', text: 'Still here' })).toMatchObject({ ok: true })
})

test.each([
  ['bytes', Buffer.from([1, 2, 3])],
  ['bytes inside', { ship: SHIP, command: { id: newId(), type: 'RecordLog', text: Buffer.from('x') } }],
])('[LIM4] whoever sends %s over a socket is cut off, and nobody else', async (_name, sent) => {
  const { url } = await listen()
  const [good, bad] = [connected(url), connected(url)]
  await Promise.all([good, bad].map((socket) => socket.timeout(2_000).emitWithAck('time', {})))
  bad.emit('command', sent)
  await new Promise<void>((resolve) => bad.once('disconnect', () => resolve()))
  expect(await good.timeout(2_000).emitWithAck('time', {})).toMatchObject({ ok: true })
})

test('[SRV6] broken frames end one connection and no other', async () => {
  const { url } = await listen()
  const good = connected(url)
  await good.timeout(2_000).emitWithAck('time', {})
  const broken = [
    '42["watch",',
    '4',
    '451-["x"]',
    `42${'['.repeat(20_000)}`,
    '42["error"]',
    '42[null]',
    '42[7]',
    '43[]',
    '41',
    '9',
  ]
  for (const frame of [
    ...broken,
    `420["command",${nest(9_000)}]`,
    `420["command",{"ship":"s","command":${nest(9_000)}}]`,
  ])
    await rawFrame(new URL(url), frame)
  expect(await good.timeout(2_000).emitWithAck('time', {})).toMatchObject({ ok: true })
})

const connected = (url: string) => {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false })
  onTestFinished(() => void socket.disconnect())
  return socket
}

/** A frame as no client library would send it, after a proper handshake. */
const rawFrame = ({ hostname, port, host }: URL, text: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        [
          ...['GET /socket.io/?EIO=4&transport=websocket HTTP/1.1', `Host: ${host}`, 'Connection: Upgrade'],
          ...['Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', '', ''],
        ].join('\r\n'),
      ),
    )
    socket.once('data', () => {
      socket.write(masked('40'))
      setTimeout(() => socket.write(masked(text)), 20)
      setTimeout(() => socket.destroy(), 60)
    })
    socket.on('error', () => undefined)
    socket.once('close', () => resolve())
  })

const masked = (text: string): Buffer => {
  const payload = Buffer.from(text)
  const length =
    payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 255]
  return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), payload])
}
