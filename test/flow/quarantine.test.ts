import { beforeEach, expect, test } from 'vitest'
import type { EventLog } from '#db/eventLog.ts'
import { memoryLog } from '#db/memoryLog.ts'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { get, give, listen, newId, openFlow, post, SHIP, startFlow } from './support/flow.ts'
import { Watcher } from './support/watcher.ts'

const OTHER = 'petrel'
const note = { type: 'RecordLog', text: 'a note' } as const
const TAKEN_BEFORE = newId()

let log: EventLog
/** Seq of the event that this version does not know. */
let strange = 0

/** A ship with one incident closed and one open, and then an event from elsewhere. */
beforeEach(async () => {
  log = memoryLog()
  const { service, stop } = await openFlow({ log })
  await give(service, { type: 'OpenIncident', kind: 'drill', name: 'Closed' })
  await give(service, note, TAKEN_BEFORE)
  await give(service, { type: 'CloseIncident' })
  await give(service, { type: 'OpenIncident', kind: 'drill', name: 'Open' })
  await stop()
  strange = log.head(SHIP) + 1
  write({ type: 'HullRepainted', colour: 'canary' })
})

const write = (fact: object): void => {
  const expectedSeq = log.head(SHIP)
  const event = { ...fact, seq: expectedSeq + 1, at: 1_000, cause: null, wall: '2026-11-22T12:00:00.000Z' }
  const by = { role: 'captain', name: '' }
  log.append([{ ship: SHIP, expectedSeq, events: [{ ...event, by, command: null } as unknown as RecordedEvent] }])
}

test('[LOG6] given an event of an unknown type, the server starts, and the other ships run', async () => {
  const { service, app } = await startFlow({ log })
  expect(await give(service, note, newId(), 'instructor', OTHER)).toMatchObject({ ok: true })
  const { body } = await get<readonly { id: string }[]>(app, '/api/v1/ships')
  expect(body.find(({ id }) => id === OTHER)).toMatchObject({ quarantined: null })
  expect(body.at(-1)).toMatchObject({
    ...{ id: SHIP, seq: strange, alert: null, incident: null },
    quarantined: { seq: strange, reason: 'its type is not known to this version' },
  })
  expect((await get(app, '/readyz')).body).toEqual({ ready: true, reasons: [], warnings: [], quarantined: [SHIP] })
})

test('[LOG6] given an event that cannot be applied, it is the one that is named', async () => {
  write({ type: 'LogRecorded', text: 'after it' })
  const store = { ...log, ...withText(strange, (json) => json.replace('HullRepainted', 'PlaceRevealed')) }
  const { app } = await startFlow({ log: store })
  expect((await get<readonly object[]>(app, '/api/v1/ships')).body.at(-1)).toMatchObject({
    quarantined: { seq: strange, reason: 'it does not go with what was before it' },
  })
})

test('[LOG6] given a ship file that cannot be used, the ship is quarantined from the beginning', async () => {
  const ships = () => log.ships().map((ship) => ({ ...ship, ...(ship.id === SHIP && { definition: NO_SHIP }) }))
  const { app } = await startFlow({ log: { ...log, ships } })
  expect((await get<readonly object[]>(app, '/api/v1/ships')).body.at(-1)).toMatchObject({ quarantined: { seq: 0 } })
})

test('[LOG6] given a ship row that is not JSON, the ship is quarantined from the beginning, and goes by her id', async () => {
  const ships = () => log.ships().map((ship) => ({ ...ship, ...(ship.id === SHIP && { definition: null }) }))
  const { app } = await startFlow({ log: { ...log, ships } })
  expect((await get<readonly object[]>(app, '/api/v1/ships')).body.at(-1)).toMatchObject({
    ...{ id: SHIP, name: SHIP, quarantined: { seq: 0, reason: 'her file is not JSON' } },
  })
})

test('[LOG6] with every ship in quarantine the server is not ready', async () => {
  const ships = () => log.ships().map((ship) => ({ ...ship, definition: NO_SHIP }))
  const { app } = await startFlow({ log: { ...log, ships } })
  const reasons = ['every ship is in quarantine']
  expect(await get(app, '/readyz')).toMatchObject({ status: 503, body: { ready: false, reasons } })
})

const NO_SHIP = { id: SHIP, name: 'No ship' } as unknown as ShipFile

const withText = (seq: number, change: (json: string) => string): Pick<EventLog, 'eventsJson'> => ({
  eventsJson: (ship, after, limit) =>
    log.eventsJson(ship, after, limit).map((json, index) => (after + index + 1 === seq ? change(json) : json)),
})

test('[LOG6] nothing is ordered of it and nothing of it is written, but what was taken before is answered as then', async () => {
  const { app, service, clock, stop } = await startFlow({ log })
  const refused = { code: 'Quarantined', ship: SHIP, seq: strange }
  expect(await give(service, note)).toMatchObject({ ok: false, error: refused })
  const path = `/api/v1/ships/${SHIP}`
  expect(await post(app, `${path}/commands`, { id: newId(), ...note })).toMatchObject({ status: 423, body: refused })
  expect(await get(app, path)).toMatchObject({ status: 423, body: refused })
  expect(await get(app, `${path}/board`)).toMatchObject({ status: 423, body: refused })
  expect(await give(service, note, TAKEN_BEFORE)).toEqual({ ok: true, value: { seq: 3, events: [] } })
  const kept = log.keptTime(SHIP)
  await clock.pass(60_000)
  await stop()
  expect([log.head(SHIP), log.keptTime(SHIP)]).toEqual([strange, kept])
  expect(log.latestSnapshot(SHIP, 'test')?.seq).toBe(strange - 1)
})

test('[LOG6] a dashboard is told why it cannot watch', async () => {
  const { url } = await listen({ log })
  expect(await new Watcher(url).watch(SHIP)).toMatchObject({ ok: false, error: { code: 'Quarantined', seq: strange } })
  expect(await new Watcher(url).watch(OTHER)).toMatchObject({ ok: true })
})

test('[LOG6] its events can be read by who may see all, and the incidents that were over before', async () => {
  const { app } = await startFlow({ log })
  const events = `/api/v1/ships/${SHIP}/events`
  expect(await get(app, `${events}?after=${strange - 1}`)).toMatchObject({
    ...{ status: 200, body: { events: [{ type: 'HullRepainted', colour: 'canary' }], next: null } },
  })
  expect(await get(app, events, 'captain')).toMatchObject({ status: 423, body: { code: 'Quarantined' } })

  const incidents = (await get<readonly IncidentSummary[]>(app, `/api/v1/incidents?ship=${SHIP}`)).body
  const [closed, open] = incidents.map(({ id }) => `/api/v1/incidents/${id}/recording`)
  expect(await get(app, String(closed))).toMatchObject({ status: 200, body: { events: { length: 3 } } })
  expect(await get(app, String(open))).toMatchObject({ status: 423, body: { code: 'Quarantined' } })
})
