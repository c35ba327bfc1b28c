import { evolve } from '../ship/evolve.ts'
import type { RecordedEvent } from '../ship/events.ts'
import type { Ship } from '../ship/state.ts'
import type { Gauge } from './gauge.ts'

/** Leads gauges through a recording, event by event, and stops on the way at instants at which somebody wants to look. */
export interface Passage {
  readonly ship: Ship
  take(event: RecordedEvent): void
  /** Time passes to there, and no event any more. */
  passTo(atMs: number): void
}

/** `stops` are in ascending order, mission ms; at each, `look` is called once all events of that instant have been taken. */
export const passageOf = (
  start: Ship,
  fromMs: number,
  gauges: readonly Gauge<unknown>[],
  stops: readonly number[],
  look: (ship: Ship, atMs: number) => void,
): Passage => {
  let ship = start
  let now = fromMs
  let next = 0
  const pass = (to: number) => {
    if (to <= now) return
    for (const gauge of gauges) gauge.pass?.(ship, now, to)
    now = to
  }
  /** Stops before `to`; at `to` itself events may still come. */
  const passBefore = (to: number) => {
    for (let stop = stops[next]; stop !== undefined && stop < to; stop = stops[++next]) {
      pass(stop)
      look(ship, stop)
    }
    pass(to)
  }
  return {
    get ship() {
      return ship
    },
    take: (event) => {
      passBefore(event.at)
      const before = ship
      ship = evolve(ship, event)
      for (const gauge of gauges) gauge.take?.(event, before, ship)
    },
    passTo: (atMs) => {
      passBefore(atMs)
      for (let stop = stops[next]; stop !== undefined && stop <= atMs; stop = stops[++next]) look(ship, stop)
    },
  }
}
