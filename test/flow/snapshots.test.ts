import { expect, test } from 'vitest'
import { memoryLog } from '#db/memoryLog.ts'
import { stateOf } from '#shared/ship/state.ts'
import { give, SHIP, startFlow } from './support/flow.ts'
import { runOf } from './support/runOf.ts'
import { eventually } from './support/watcher.ts'

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

test('[LOG10] given a snapshot that is not what the events fold to, it is found after the start, counted and dropped', async () => {
  const { log, snapshot } = await stoppedLog()
  const text = JSON.stringify({ ...snapshot.state, alert: 'red' })
  log.saveSnapshot({ ...snapshot, text })
  const wrong = await startFlow({ log })
  await eventually(() => log.latestSnapshot(SHIP, 'test') === null)
  expect(await unusable(wrong.service)).toBe(1)
  const right = await startFlow({ log })
  expect(stateOf(runOf(right.service).durable.ship)).toEqual(snapshot.state)
  expect(await unusable(right.service)).toBe(0)
})

test('[LOG10] given a snapshot that is what the events fold to, it stays', async () => {
  const { log, snapshot } = await stoppedLog()
  const { service, stop } = await startFlow({ log })
  await give(service, note('two'))
  await stop()
  expect(log.latestSnapshot(SHIP, 'test', snapshot.seq)).toEqual(snapshot)
  expect(await unusable(service)).toBe(0)
})
