import { expect, test } from 'vitest'
import { memoryLog } from '#db/memoryLog.ts'
import type { Order } from '#shared/ship/commands.ts'
import { order } from '../../server/receive/order.ts'
import type { Ruling } from '../../server/runs/ruling.ts'
import type { Service } from '../../server/service.ts'
import { newId, post, SHIP, startFlow } from './support/flow.ts'
import { TestClock } from './support/testClock.ts'

const note: Order = { type: 'RecordLog', text: 'In time' }
const captain = { role: 'captain', name: 'Test', ship: null, session: null } as const

const giveUntil = (service: Service, expiresAt: string, id: string): Promise<Ruling> =>
  new Promise((reply) => order(service, SHIP, { id, expiresAt, ...note }, captain, reply))

const inMs = (clock: TestClock, ms: number): string => new Date(clock.wallMs() + ms).toISOString()

test('[MSG7] given an order with an instant of the server’s clock, it is carried out until then and not after', async () => {
  const { service, clock } = await startFlow()
  expect(await giveUntil(service, inMs(clock, 0), newId())).toMatchObject({ ok: true })
  expect(await giveUntil(service, inMs(clock, -1), newId())).toMatchObject({ ok: false, error: { code: 'Expired' } })
})

test('[LNK2] given an order that came too late, Expired is recorded and is its answer for good', async () => {
  const log = memoryLog()
  const clock = new TestClock()
  const first = await startFlow({ log, clock })
  const [id, expiresAt] = [newId(), inMs(clock, -1)]
  expect(await giveUntil(first.service, expiresAt, id)).toMatchObject({ error: { code: 'Expired', expiresAt } })
  expect(log.findCommand(SHIP, id)).not.toBeNull()
  await first.stop()

  // A server whose clock was put back would take it for being in time, if it did not remember.
  const second = await startFlow({ log, clock: new TestClock(0) })
  expect(await giveUntil(second.service, expiresAt, id)).toMatchObject({ error: { code: 'Expired' } })
  expect(log.head(SHIP)).toBe(1)
})

test('[LNK2] given an order that was carried out in time, asking again gets the first answer however late it is', async () => {
  const { service, clock } = await startFlow()
  const [id, expiresAt] = [newId(), inMs(clock, 1_000)]
  const done = await giveUntil(service, expiresAt, id)
  await clock.pass(60_000)
  expect(await giveUntil(service, expiresAt, id)).toEqual(done)
})

test('[LNK2] given an order that the core refused, asking again gets the first answer however late it is', async () => {
  const { app, clock } = await startFlow()
  const late = { id: newId(), type: 'RecallCrew', crew: 'none-such', expiresAt: inMs(clock, 1_000) }
  const refused = await post(app, `/api/v1/ships/${SHIP}/commands`, late)
  expect(refused.status).toBe(422)
  await clock.pass(60_000)
  expect(await post(app, `/api/v1/ships/${SHIP}/commands`, late)).toEqual(refused)
})

test('[LNK2] given a server that is stopping, an order is Draining, is not looked at, and may be given again', async () => {
  const log = memoryLog()
  const first = await startFlow({ log })
  const [id, expiresAt] = [newId(), inMs(first.clock, 60_000)]
  await first.service.drain()
  expect(await giveUntil(first.service, expiresAt, id)).toMatchObject({ error: { code: 'Draining' } })
  await first.stop()
  expect(log.findCommand(SHIP, id)).toBeNull()

  const second = await startFlow({ log })
  expect(await giveUntil(second.service, expiresAt, id)).toMatchObject({ ok: true })
})
