import { hazardGauge } from '#shared/review/hazards.ts'
import { passageOf } from '#shared/review/passage.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { expect, test } from 'vitest'
import { uncrewedCritical } from '../../../web/src/replay/uncrewed.ts'
import { builtInPlan } from '../../support/built-in.ts'
import { randomVoyage } from '../../support/voyage.ts'

const { start, events: facts } = randomVoyage(builtInPlan('voyager'), 4, 300)
const by = { role: 'ship', name: 'The ship' } as const
const events = facts.map((event): RecordedEvent => ({ ...event, wall: '', by, command: null }))
const whole = { fromMs: start.at, toMs: events.at(-1)?.at ?? 0 }
const atOnce = () => Promise.resolve()

test('[REV11] given a recording, the track underlines the time that the review counts', async () => {
  const gauge = hazardGauge(start, whole.fromMs)
  const passage = passageOf(start, whole.fromMs, [gauge], [], () => undefined)
  for (const event of events) passage.take(event)
  passage.passTo(whole.toMs)
  const { totalMs } = gauge.read(passage.ship, whole.toMs).uncrewedCritical

  const stretches = await uncrewedCritical(start, events, whole, atOnce, new AbortController().signal)
  expect(totalMs).toBeGreaterThan(0)
  expect(stretches?.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)).toBe(totalMs)
})

test('nothing is folded any more for who has gone', async () => {
  const given = new AbortController()
  given.abort()
  expect(await uncrewedCritical(start, events, whole, atOnce, given.signal)).toBeNull()
})
