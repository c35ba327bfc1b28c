import { expect, test } from 'vitest'
import { LogFull } from '#db/errors.ts'
import { memoryLog } from '#db/memoryLog.ts'
import { advance } from '#shared/ship/advance.ts'
import { evolve, fold } from '#shared/ship/evolve.ts'
import { newShip, stateOf } from '#shared/ship/state.ts'
import { get, give, listen, SHIP, startFlow } from './support/flow.ts'
import { runOf } from './support/runOf.ts'
import { TestClock, turns } from './support/testClock.ts'
import { eventually, Watcher } from './support/watcher.ts'

const BREACH = { type: 'InflictBreach', compartment: '04-08', area: 0.4 } as const
const run = (rate: number) => ({ type: 'SetClock', rate }) as const

interface Shown {
  readonly at: number
  readonly seq: number
  readonly clock: { readonly rate: number; readonly at: number; readonly wall: string }
}
const shown = async (app: Parameters<typeof get>[0]) => (await get<Shown>(app, `/api/v1/ships/${SHIP}`)).body

test('[SRV13] mission time runs at the rate that was set, and stands when it is paused', async () => {
  const { app, service, clock } = await startFlow()
  expect(await shown(app)).toMatchObject({ at: 0, clock: { rate: 0, at: 0 } })
  await clock.pass(5_000)
  expect(await shown(app)).toMatchObject({ at: 0 })
  await give(service, run(4))
  await clock.pass(5_000)
  expect(await shown(app)).toMatchObject({ at: 20_000, clock: { rate: 4, at: 20_000 } })
  await give(service, run(0.5))
  await clock.pass(1_000)
  expect(await shown(app)).toMatchObject({ at: 20_500 })
  await give(service, run(0))
  await clock.pass(60_000)
  expect(await shown(app)).toMatchObject({ at: 20_500, clock: { rate: 0 } })
})

test('[SRV13] a change of the clock is told to everyone who watches', async () => {
  const { url, service, clock } = await listen()
  const watcher = new Watcher(url, 'observer')
  await watcher.watch(SHIP)
  await give(service, run(2))
  await eventually(() => watcher.clocks.length === 1)
  const wall = new Date(clock.wallMs()).toISOString()
  expect(watcher.clocks).toEqual([{ ship: SHIP, rate: 2, at: 0, wall }])
})

test('[SRV13] what falls due happens by itself, at its own instant, whatever the rate', async () => {
  const events = await Promise.all(
    [1, 16].map(async (rate) => {
      const { service, clock, log } = await startFlow()
      await give(service, BREACH)
      await give(service, run(rate))
      const ordered = log.head(SHIP)
      await clock.pass(600_000 / rate)
      return log.events(SHIP, ordered, 1_000).map(({ type, at, by }) => ({ type, at, by }))
    }),
  )
  expect(events[0]?.length).toBeGreaterThan(2)
  expect(events[0]).toEqual(events[1])
  expect(events[0]?.every(({ by }) => by.role === 'ship')).toBe(true)
})

test('[SRV13] one timer a ship, and none for a ship with nothing due or whose clock stands', async () => {
  const { service, clock } = await startFlow()
  expect(clock.timers.size).toBe(0)
  await give(service, BREACH)
  await turns()
  expect(clock.timers.size).toBe(0)
  await give(service, run(1))
  await turns()
  expect(clock.timers.size).toBe(2) // hers, and the one that keeps the time
  await give(service, run(0))
  await clock.pass(2_000)
  expect(clock.timers.size).toBe(0)
})

test('[SRV13] an order meets the ship advanced to its instant', async () => {
  const { service, clock, log } = await startFlow()
  await give(service, BREACH)
  await give(service, run(1))
  const before = log.head(SHIP)
  clock.timers.clear() // as if the loop had been busy
  await clock.pass(120_000)
  expect(log.head(SHIP)).toBe(before)
  await give(service, { type: 'RecordLog', text: 'Late' })
  const events = log.events(SHIP, 0, 1_000)
  const ship = fold(newShip(runOf(service).plan), events.slice(0, before))
  const due = advance(ship, 120_000)
  expect(events.slice(before, -1)).toMatchObject(due)
  expect(events.at(-1)).toMatchObject({ type: 'LogRecorded', at: 120_000 })
})

test('[SRV14] mission time does not run while the server is down; after a restart it goes on from where it stood', async () => {
  const log = memoryLog()
  const first = await startFlow({ log })
  await give(first.service, BREACH)
  await give(first.service, run(2))
  await first.clock.pass(10_500)
  // Killed: nothing is stopped in order. The time was written down half a second ago.
  const second = await startFlow({ log, clock: new TestClock(900_000) })
  expect(await shown(second.app)).toMatchObject({ at: 20_000, clock: { rate: 2 } })
  await second.clock.pass(1_000)
  expect(await shown(second.app)).toMatchObject({ at: 22_000 })
})

test('[SRV14] an orderly stop loses no time at all', async () => {
  const log = memoryLog()
  const first = await startFlow({ log })
  await give(first.service, run(2))
  await first.clock.pass(10_499)
  await first.stop()
  const second = await startFlow({ log, clock: new TestClock(5_000_000) })
  expect(await shown(second.app)).toMatchObject({ at: 20_998 })
})

test('[SRV24] a restart folds to the very same ship, from a snapshot and the events since or from all of them', async () => {
  const log = memoryLog()
  const first = await startFlow({ log })
  await give(first.service, run(8))
  await give(first.service, { type: 'StartScenario', scenario: 'voyager-attack-4' })
  await first.clock.pass(60_000)
  for (let n = 0; n < 2_050; n += 50)
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => give(first.service, { type: 'RecordLog', text: `${n + i}` })),
    )
  await eventually(() => log.latestSnapshot(SHIP, 'test') !== null) // it is made in pauses
  const state = stateOf(runOf(first.service).durable.ship)
  expect(log.latestSnapshot(SHIP, 'test')?.seq).toBeGreaterThan(2_000)
  expect(log.latestSnapshot(SHIP, 'test')?.seq).toBeLessThan(state.seq)

  const second = await startFlow({ log, clock: first.clock })
  expect(stateOf(runOf(second.service).durable.ship)).toEqual(state)
  const everything = log.events(SHIP, 0, 10_000)
  expect(stateOf(everything.reduce(evolve, newShip(runOf(second.service).plan)))).toEqual(state)
})

test('[SRV7] a full disk stops nothing for good: what fell due is written once there is room', async () => {
  const store = memoryLog()
  let full = false
  const log = {
    ...store,
    append: (batch: Parameters<typeof store.append>[0]) => {
      if (full) throw new LogFull(new Error('SQLITE_FULL'))
      return store.append(batch)
    },
  }
  const { service, clock } = await startFlow({ log })
  await give(service, BREACH)
  await give(service, run(1))
  full = true
  await clock.pass(100_000)
  const stuck = log.head(SHIP)
  full = false
  await clock.pass(1_500)
  expect(log.head(SHIP)).toBeGreaterThan(stuck)
})
