import type { RecordedEvent } from '#shared/ship/events.ts'

/** One step of a count over time. */
export interface Step {
  readonly at: number
  readonly count: number
}

const CHANGE: Partial<Record<RecordedEvent['type'], 1 | -1>> = {
  CasualtyReported: 1,
  CasualtyDischarged: -1,
  CasualtyDied: -1,
}

/** How many were under care, backwards from how many are now, as far as the events go; a restored ship has none. */
export const underCare = (events: readonly RecordedEvent[], now: number): readonly Step[] => {
  const steps: Step[] = []
  let count = now
  for (const event of events.toReversed()) {
    if (event.type === 'ScenarioStarted' || event.type === 'ShipRestored') break
    const change = CHANGE[event.type]
    if (!change) continue
    steps.push({ at: event.at, count })
    count -= change
  }
  return steps.reverse()
}

/** The steps as evenly spaced points from the first of them until now. */
export const sampled = (steps: readonly Step[], until: number, points: number): readonly number[] => {
  const [first] = steps
  if (!first) return []
  const spanMs = Math.max(1, until - first.at)
  return Array.from({ length: points }, (_, index) => {
    const at = first.at + (spanMs * index) / (points - 1)
    return steps.findLast((step) => step.at <= at)?.count ?? 0
  })
}
