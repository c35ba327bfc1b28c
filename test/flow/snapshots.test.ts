import pino from 'pino'
import { expect, test } from 'vitest'
import { directWriter } from '#db/directWriter.ts'
import { memoryLog } from '#db/memoryLog.ts'
import { projectState } from '#shared/protocol/projection.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { fold } from '#shared/ship/evolve.ts'
import { hashOf } from '#shared/ship/hash.ts'
import { newShip, stateOf } from '#shared/ship/state.ts'
import { ShipRun } from '../../server/runs/shipRun.ts'
import { Snapshots } from '../../server/runs/snapshots.ts'
import { give, listen, SHIP, startFlow } from './support/flow.ts'
import { HeldWrites } from './support/heldWriter.ts'
import { runOf } from './support/runOf.ts'
import { TestClock } from './support/testClock.ts'
import { eventually, Watcher } from './support/watcher.ts'

const note = (text: string) => ({ type: 'RecordLog', text }) as const

const unusable = async ({ metrics }: Parameters<typeof give>[0]): Promise<number> => {
  const text = await metrics.registry.getSingleMetricAsString('bulkhead_snapshots_unusable')
  return Number(text.split(' ').at(-1))
}

/** A log that was stopped in order, with a snapshot of the ship as she stood. */
const stoppedLog = async () => {
  const log = memoryLog()
  const { service, stop } = await startFlow({ log })
  await give(service, note('one'))
  await stop()
  const snapshot = log.latestSnapshot(SHIP, 'test')
  if (!snapshot) throw new Error('There is no snapshot')
  return { log, snapshot }
}

/** The same, but that the snapshot says something that never happened. */
const tamperedLog = async () => {
  const { log, snapshot } = await stoppedLog()
  log.saveSnapshot({ ...snapshot, text: JSON.stringify({ ...snapshot.state, alert: 'red' }) })
  return { log, snapshot }
}

test('[LOG10] given a snapshot that is not what the events fold to, it is found after the start, counted and dropped', async () => {
  const { log, snapshot } = await tamperedLog()
  const wrong = await startFlow({ log })
  await eventually(() => log.latestSnapshot(SHIP, 'test') === null)
  expect(await unusable(wrong.service)).toBe(1)
  const right = await startFlow({ log })
  expect(stateOf(runOf(right.service).durable.ship)).toEqual(snapshot.state)
  expect(await unusable(right.service)).toBe(0)
})

/** A server on it, with an order that is being written, and somebody who watches: until it is written the ship stays as she is. */
const atWork = async () => {
  const { log, snapshot } = await tamperedLog()
  const disk = new HeldWrites()
  disk.holding = true
  const flow = await listen({ log, writerOn: disk.on })
  const given = give(flow.service, note('two'))
  await eventually(() => log.latestSnapshot(SHIP, 'test') === null)
  const watcher = new Watcher(flow.url)
  await watcher.watch(SHIP)
  expect(runOf(flow.service).durable.ship.alert).toBe('red')
  disk.holding = false
  disk.letGo()
  expect(await given).toMatchObject({ ok: true })
  return { ...flow, snapshot, watcher }
}

test('[LOG10] given it was found, the ship goes on as her events fold to, those decided meanwhile too, and that is saved', async () => {
  const { log, service, snapshot, fatal, stop } = await atWork()
  await eventually(() => runOf(service).durable.ship.alert === snapshot.state.alert)
  const { ship } = runOf(service).durable
  expect(ship).toEqual(fold(newShip(ship.plan), log.events(SHIP, 0, 100)))
  expect(ship.seq).toBe(snapshot.seq + 1)
  expect(await give(service, note('three'))).toMatchObject({ ok: true, value: { seq: ship.seq + 1 } })
  await stop()
  const saved = log.latestSnapshot(SHIP, 'test')
  expect([saved?.seq, saved?.state.alert]).toEqual([ship.seq + 1, snapshot.state.alert])
  expect(fatal).toEqual([])
})

test('[LOG10] given dashboards that were shown the wrong ship, they are told what they should have folded', async () => {
  const { service, snapshot, clock, watcher } = await atWork()
  await eventually(() => runOf(service).durable.ship.alert === snapshot.state.alert)
  await clock.pass(5_000)
  await eventually(() => watcher.heads.length > 0)
  const { ship } = runOf(service).durable
  expect(watcher.heads).toMatchObject([{ seq: ship.seq, hash: hashOf(projectState(stateOf(ship), 'instructor')) }])
})

test('[LOG10] given many saved while the server runs, one in twenty is compared, the first among them', async () => {
  const log = memoryLog()
  const { service } = await startFlow({ log })
  const { plan, durable } = runOf(service)
  let ship = durable.ship
  const compared: number[] = []
  const snapshots = new Snapshots({
    ...{ log, writer: directWriter(log), coreVersion: 'test', logger: pino({ level: 'silent' }) },
    refold: async () => void compared.push(ship.seq),
  })
  const run = new ShipRun(SHIP, durable, new TestClock())
  for (let saved = 1; saved <= 41; saved++) {
    const events = Array.from({ length: 2_000 }, (_, index) => noted(ship.seq + index + 1))
    log.append([{ ship: SHIP, expectedSeq: ship.seq, events }])
    ship = fold(ship, events)
    // Each of them is wrong, so that each comparison shows.
    run.confirm({ ...durable, ship: { ...ship, plan, alert: saved % 2 === 1 ? 'red' : 'yellow' } })
    await snapshots.saveIfDue(run)
  }
  expect(compared).toEqual([1, 21, 41].map((save) => durable.ship.seq + save * 2_000))
})

const noted = (seq: number): RecordedEvent => ({
  ...{ type: 'LogRecorded', text: 'a note', seq, at: 0, cause: null, command: null },
  ...{ wall: '2026-11-23T00:00:00.000Z', by: { role: 'captain', name: '' } },
})

test('[LOG10] given a snapshot that is what the events fold to, it stays', async () => {
  const { log, snapshot } = await stoppedLog()
  const { service, stop } = await startFlow({ log })
  await give(service, note('two'))
  await stop()
  expect(log.latestSnapshot(SHIP, 'test', snapshot.seq)).toEqual(snapshot)
  expect(await unusable(service)).toBe(0)
})
