import { memoryLog } from '#db/memoryLog.ts'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { get, give, listen, newId, post, SHIP, startFlow } from './support/flow.ts'
import { runOf } from './support/runOf.ts'

const SECRET = 'the path of a file'

const fails = (): never => {
  throw new Error(SECRET)
}

test('[SRV6] a route that fails says so and nothing of our insides, and the ship is as before', async () => {
  const { app, service } = await startFlow()
  const before = runOf(service).durable.ship
  const broken = vi.spyOn(service.ships, 'find').mockImplementation(fails)
  const read = await get(app, `/api/v1/ships/${SHIP}`)
  const ordered = await post(app, `/api/v1/ships/${SHIP}/commands`, { id: newId(), type: 'RecordLog', text: 'x' })
  broken.mockRestore()
  for (const { status, body } of [read, ordered]) {
    expect({ status, body }).toMatchObject({ status: 500, body: { code: 'Failed' } })
    expect(JSON.stringify(body)).not.toMatch(/the path|\.ts|stack/)
  }
  expect(runOf(service).durable.ship).toBe(before)
  expect(await give(service, { type: 'RecordLog', text: 'Still here' })).toMatchObject({ ok: true })
})

test('[SRV6] a call of a socket that fails says so and nothing of our insides, and the ship is as before', async () => {
  const { url, service } = await listen()
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false })
  onTestFinished(() => void socket.disconnect())
  await socket.timeout(5_000).emitWithAck('time', {})
  const before = runOf(service).durable.ship
  const broken = vi.spyOn(service.ships, 'find').mockImplementation(fails)
  const calls = {
    watch: { ship: SHIP },
    command: { ship: SHIP, command: { id: newId(), type: 'RecordLog', text: 'x' } },
  }
  for (const [call, ask] of Object.entries(calls)) {
    const answer: unknown = await socket.timeout(5_000).emitWithAck(call, ask)
    expect(answer).toMatchObject({ ok: false, error: { code: 'Failed' } })
    expect(JSON.stringify(answer)).not.toMatch(/the path|\.ts|stack/)
  }
  broken.mockRestore()
  expect(runOf(service).durable.ship).toBe(before)
})

test('[SRV6] a log that cannot be read fails the request that asked, and nobody else', async () => {
  const log = memoryLog()
  const { app, service } = await startFlow({ log })
  const broken = vi.spyOn(log, 'eventsJson').mockImplementation(fails)
  const answer = await get(app, `/api/v1/ships/${SHIP}/events`)
  broken.mockRestore()
  expect(answer).toMatchObject({ status: 500, body: { code: 'Failed' } })
  expect(JSON.stringify(answer.body)).not.toContain(SECRET)
  expect((await get(app, `/api/v1/ships/${SHIP}/events`)).status).toBe(200)
  expect(await give(service, { type: 'RecordLog', text: 'Still here' })).toMatchObject({ ok: true })
})
