import type { Passage } from '../ship/plan.ts'
import type { Ship } from '../ship/state.ts'
import { holds, isInDanger, placesTouched } from './danger.ts'
import type { Gauge } from './gauge.ts'
import type { BoundaryIntegrity } from './parts/hazards.ts'
import { isRestoring } from './restored.ts'
import { type Stopwatch, stopwatch } from './stopwatch.ts'

/** One passage: for how long it was a boundary, and for how long one that did not hold. */
interface Watched {
  readonly passage: Passage
  readonly boundary: Stopwatch
  readonly open: Stopwatch
}

const isBoundary = (ship: Ship, { between: [a, b] }: Passage): boolean => isInDanger(ship, a) !== isInDanger(ship, b)

/** [REV12] Only passages beside what is, or was, in danger are looked at, and only when something has changed there. */
export const boundaryGauge = (start: Ship, fromMs: number): Gauge<BoundaryIntegrity> => {
  const watched = new Map<string, Watched>()

  const look = (ship: Ship, passage: Passage, at: number): void => {
    const boundary = isBoundary(ship, passage)
    const known = watched.get(passage.id)
    if (!boundary && !known) return
    const one = known ?? { passage, boundary: stopwatch(), open: stopwatch() }
    if (!known) watched.set(passage.id, one)
    one.boundary.set(boundary, at)
    one.open.set(boundary && !holds(ship, passage), at)
  }

  const lookAround = (ship: Ship, compartment: string, at: number): void => {
    for (const passage of ship.plan.passagesOf.get(compartment) ?? []) look(ship, passage, at)
  }

  for (const passage of start.plan.passages.values()) look(start, passage, fromMs)

  return {
    take: (event, _before, after) => {
      if (isRestoring(event)) for (const { passage } of watched.values()) look(after, passage, event.at)
      for (const compartment of placesTouched(after.plan, event)) lookAround(after, compartment, event.at)
    },
    read: (_ship, atMs) => {
      const times = [...watched.values()].map(({ passage, boundary, open }) => ({
        passage: passage.id,
        boundaryMs: boundary.totalAt(atMs),
        openMs: open.totalAt(atMs),
      }))
      const boundaryMs = times.reduce((sum, one) => sum + one.boundaryMs, 0)
      const openMs = times.reduce((sum, one) => sum + one.openMs, 0)
      const worst = times
        .filter((one) => one.openMs > 0)
        .sort((a, b) => b.openMs - a.openMs || (a.passage < b.passage ? -1 : 1))
        .map((one) => ({ passage: one.passage, openMs: one.openMs }))
      return {
        percent: boundaryMs === 0 ? null : (100 * (boundaryMs - openMs)) / boundaryMs,
        boundaryMs,
        openMs,
        worst,
      }
    },
  }
}
