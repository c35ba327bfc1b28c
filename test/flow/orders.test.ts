import { expect, test } from 'vitest'
import type { EventLog } from '#db/eventLog.ts'
import { LogBroken, LogFull } from '#db/errors.ts'
import { memoryLog } from '#db/memoryLog.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { order } from '../../server/receive/order.ts'
import { get, give, newId, post, SHIP, startFlow } from './support/flow.ts'
import { turns } from './support/testClock.ts'

interface Done {
  readonly seq: number
  readonly events: readonly RecordedEvent[]
}

const SHIP_PATH = `/api/v1/ships/${SHIP}`
const COMMANDS = `${SHIP_PATH}/commands`
const RED = { type: 'SetAlert', condition: 'red' } as const

test('[SRV1] an order is answered with the seq and the events it made true', async () => {
  const { app } = await startFlow()
  const answer = await post<Done>(app, COMMANDS, { id: newId(), ...RED })
  expect(answer.status).toBe(200)
  expect(answer.body.seq).toBe(2)
  expect(answer.body.events).toMatchObject([
    { type: 'AlertSet', condition: 'red', seq: 2, by: { role: 'instructor', name: '' }, cause: null },
  ])
})

test('[SRV3] the same order again gets the first answer, and nothing new happens', async () => {
  const { app, log } = await startFlow()
  const command = { id: newId(), ...RED }
  const first = await post(app, COMMANDS, command)
  const again = await post(app, COMMANDS, { condition: 'red', id: command.id, type: 'SetAlert' })
  expect(again).toEqual(first)
  expect(log.head(SHIP)).toBe(2)
})

test('[SRV3] a refusal is recorded too: the same order again is refused with the same words', async () => {
  const { app, service } = await startFlow()
  const command = { id: newId(), type: 'CloseIncident' } as const
  const first = await post(app, COMMANDS, command)
  await give(service, { type: 'OpenIncident', kind: 'drill', name: 'Now it could be closed' })
  expect(await post(app, COMMANDS, command)).toEqual(first)
  expect(first.status).toBe(422)
})

test('[SRV3] the same order twice in one turn of the loop happens once, and both are answered', async () => {
  const { service, log } = await startFlow()
  const id = newId()
  const [one, two] = await Promise.all([give(service, RED, id), give(service, RED, id)])
  expect(one).toEqual(two)
  expect(log.head(SHIP)).toBe(2)
})

test('[SRV3] after a restart the first answer is still known', async () => {
  const log = memoryLog()
  const before = await startFlow({ log })
  const command = { id: newId(), ...RED }
  const first = await post(before.app, COMMANDS, command)
  const after = await startFlow({ log })
  expect(await post(after.app, COMMANDS, command)).toEqual(first)
})

test('[SRV4] the same id for another order is a conflict', async () => {
  const { app, log } = await startFlow()
  const id = newId()
  await post(app, COMMANDS, { id, ...RED })
  const other = await post(app, COMMANDS, { id, type: 'SetAlert', condition: 'yellow' })
  expect(other.status).toBe(409)
  expect(other.body).toMatchObject({ code: 'CommandIdReused', status: 409, id })
  expect(log.head(SHIP)).toBe(2)
})

test('[SRV5] a refusal is 422 with its code, plain words and its numbers', async () => {
  const { app } = await startFlow()
  const refused = await post(app, COMMANDS, { id: newId(), type: 'SetClock', rate: 2 })
  expect(refused.status).toBe(200)
  const note = { type: 'PinNote', at: 999_999_999, text: 'Not yet', kind: 'note' }
  const answer = await post<Record<string, unknown>>(app, COMMANDS, { id: newId(), ...note })
  expect(answer).toMatchObject({
    status: 422,
    type: 'application/problem+json; charset=utf-8',
    body: { status: 422, code: 'OutOfRange', field: 'at', value: 999_999_999, least: 0 },
  })
  expect(answer.body['detail']).toMatch(/\w+ .*\.$/)
})

test('[SRV2] everything of one turn of the loop shares one transaction', async () => {
  const appended: number[] = []
  const log = watchingAppends(memoryLog(), (entries) => appended.push(entries))
  const { service } = await startFlow({ log })
  const orders = Array.from({ length: 50 }, (_, n) => give(service, { type: 'RecordLog', text: `Line ${n}` }))
  const answers = await Promise.all(orders)
  expect(appended).toEqual([50])
  expect(answers.map((answer) => answer.ok && answer.value.seq)).toEqual(orders.map((_, n) => n + 2))
})

test('[SRV1] an order is durable, then answered, then shown to everybody', async () => {
  const happened: string[] = []
  const log = watchingAppends(memoryLog(), () => happened.push('durable'))
  const { service, app } = await startFlow({ log })
  service.onEvents(() => happened.push('sent'))
  const person = { role: 'captain', name: 'Test', ship: null, session: null } as const
  order(service, SHIP, { id: newId(), ...RED }, person, () => happened.push('answered'))
  expect(happened).toEqual([])
  expect(service.ships.find(SHIP)).toMatchObject({ value: { durable: { ship: { alert: 'green' } } } })
  await turns()
  expect(happened).toEqual(['durable', 'answered', 'sent'])
  expect((await get(app, SHIP_PATH)).body).toMatchObject({ seq: 2, state: { alert: 'red' } })
})

test('[SRV7] a full disk is a definite no, and the ship is as before', async () => {
  let full = true
  const store = memoryLog()
  const log: EventLog = {
    ...store,
    append: (batch) => {
      if (full) throw new LogFull(new Error('SQLITE_FULL'))
      store.append(batch)
    },
  }
  const { app, service, fatal, clock } = await startFlow({ log })
  const command = { id: newId(), ...RED }
  const refused = await post(app, COMMANDS, command)
  expect(refused).toMatchObject({ status: 507, body: { code: 'LogFull' } })
  expect((await get(app, SHIP_PATH)).body).toMatchObject({ seq: 1, state: { alert: 'green' } })
  expect(service.ships.find(SHIP)).toMatchObject({ value: { pending: { ship: { alert: 'green', seq: 1 } } } })

  full = false
  await clock.pass(1_000)
  expect(await post(app, COMMANDS, command)).toMatchObject({ status: 200, body: { seq: 2 } })
  expect(fatal).toEqual([])
})

test('[SRV8] when the disk breaks nothing is answered, no order is taken any more, and the process is told', async () => {
  const store = memoryLog()
  const log: EventLog = {
    ...store,
    append: () => {
      throw new LogBroken(new Error('SQLITE_IOERR'))
    },
  }
  const { app, service, fatal } = await startFlow({ log })
  let answered = false
  void give(service, RED).then(() => (answered = true))
  await turns()
  expect(answered).toBe(false)
  expect(fatal).toHaveLength(1)
  expect(await post(app, COMMANDS, { id: newId(), ...RED })).toMatchObject({ status: 503, body: { code: 'Draining' } })
  expect(await get(app, '/readyz')).toMatchObject({ status: 503, body: { ready: false } })
  expect((await get(app, SHIP_PATH)).body).toMatchObject({ seq: 1 })
})

test('[SRV12] a role may give its own orders only', async () => {
  const { app, log } = await startFlow()
  const hit = { type: 'InflictHit', compartment: '04-08', energy: 10, facing: 'fore' }
  const forbidden = await post(app, COMMANDS, { id: newId(), ...hit }, 'captain')
  expect(forbidden).toMatchObject({ status: 403, body: { code: 'NotPermitted', role: 'captain', order: 'InflictHit' } })
  expect(await post(app, COMMANDS, { id: newId(), ...RED }, 'observer')).toMatchObject({ status: 403 })
  expect(await post(app, COMMANDS, { id: newId(), ...RED }, 'captain')).toMatchObject({ status: 200 })
  expect(log.head(SHIP)).toBe(2)
})

test('[SRV23] a scenario that the library does not have is refused by name; a script from outside is rubbish', async () => {
  const { app } = await startFlow()
  const unknown = await post(app, COMMANDS, { id: newId(), type: 'StartScenario', scenario: 'no-such' })
  expect(unknown).toMatchObject({ status: 422, body: { code: 'UnknownThing', what: 'scenario', id: 'no-such' } })
  const smuggled = { id: newId(), type: 'StartScenario', scenario: 'no-such', script: { injects: [] } }
  expect(await post(app, COMMANDS, smuggled)).toMatchObject({ status: 400, body: { code: 'Malformed' } })
})

const watchingAppends = (store: EventLog, watch: (entries: number) => void): EventLog => ({
  ...store,
  append: (batch) => {
    store.append(batch)
    watch(batch.length)
  },
})
