import { hazardGauge } from '#shared/review/hazards.ts'
import { passageOf } from '#shared/review/passage.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Stretch } from '../ui/timeline.ts'

/** Folded in one go: a few ms. */
const SLICE_EVENTS = 500

/**
 * The time in which a critical hazard had no crew, as the review has it [REV11]. Of a long recording the fold takes
 * seconds, so others have their turn between its slices; null: nobody wants to know any more.
 */
export const uncrewedCritical = async (
  start: Ship,
  events: readonly RecordedEvent[],
  { fromMs, toMs }: Stretch,
  turn: () => Promise<unknown>,
  given: AbortSignal,
): Promise<readonly Stretch[] | null> => {
  const gauge = hazardGauge(start, fromMs)
  const passage = passageOf(start, fromMs, [gauge], [], () => undefined)
  for (let from = 0; from < events.length; from += SLICE_EVENTS) {
    await turn()
    if (given.aborted) return null
    for (const event of events.slice(from, from + SLICE_EVENTS)) passage.take(event)
  }
  passage.passTo(toMs)
  const { spans } = gauge.read(passage.ship, toMs).uncrewedCritical
  return spans.map(({ fromMs, untilMs }) => ({ fromMs, toMs: untilMs }))
}
