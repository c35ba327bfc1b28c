import { expect, test } from 'vitest'
import { memoryLog } from '#db/memoryLog.ts'
import { fold } from '#shared/ship/evolve.ts'
import { newShip, stateOf } from '#shared/ship/state.ts'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { get, give, SHIP, startFlow } from './support/flow.ts'
import { runOf } from './support/runOf.ts'

test('[SRV17] a first start shows an attack under way, and earlier ones on record', async () => {
  const startedMs = performance.now()
  const { app, service, clock, log } = await startFlow({ demo: true })
  expect(performance.now() - startedMs).toBeLessThan(5_000)

  const { body } = await get<IncidentSummary[]>(app, `/api/v1/incidents?ship=${SHIP}`)
  expect(body.map(({ name }) => name)).toEqual([
    ...['The first attack', 'The second attack', 'The third attack', 'The fourth attack'],
  ])
  expect(body.map(({ closedSeq }) => closedSeq !== null)).toEqual([true, true, true, false])
  const days = body.map(({ openedAt }) => openedAt / 86_400_000)
  expect(days).toEqual(days.toSorted((a, b) => a - b))

  const [ship] = (await get<{ id: string; alert: string }[]>(app, '/api/v1/ships')).body
  expect(ship).toMatchObject({ id: SHIP, incident: { name: 'The fourth attack' } })
  expect(runOf(service).durable.ship.rate).toBe(1)
  const before = log.head(SHIP)
  await clock.pass(60_000)
  expect(log.head(SHIP)).toBeGreaterThan(before + 10)
  expect(stateOf(fold(newShip(runOf(service).plan), log.events(SHIP, 0, 100_000)))).toEqual(
    stateOf(runOf(service).durable.ship),
  )
})

test('[SRV17] in the recorded attacks crews were sent, and nobody waited for ever', async () => {
  const { log } = await startFlow({ demo: true })
  const kinds = new Set(log.events(SHIP, 0, 100_000).map(({ type }) => type))
  for (const kind of [
    'HitInflicted',
    'ForceFieldRaised',
    'CrewDispatched',
    'CrewArrived',
    'BreachSealed',
    'CasualtyBedded',
  ])
    expect(kinds, kind).toContain(kind)
})

test('[SRV17] it happens once: the next start goes on from there', async () => {
  const log = memoryLog()
  const first = await startFlow({ log, demo: true })
  await give(first.service, { type: 'RecordLog', text: 'Ours' })
  const state = stateOf(runOf(first.service).durable.ship)
  const second = await startFlow({ log, demo: true, clock: first.clock })
  expect(stateOf(runOf(second.service).durable.ship)).toEqual(state)
})

test('[SRV17] without the demonstration every ship is there, whole and at rest', async () => {
  const { app } = await startFlow()
  const { body } = await get<{ seq: number; alert: string }[]>(app, '/api/v1/ships')
  expect(body.length).toBeGreaterThan(0)
  for (const ship of body) expect(ship).toMatchObject({ seq: 1, alert: 'green', incident: null })
  expect((await get(app, '/api/v1/incidents')).body).toEqual([])
})
