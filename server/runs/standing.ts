import { advanced, nextDue } from '#shared/ship/advance.ts'
import type { ShipEvent } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Step } from '#shared/ship/unfold.ts'
import { type Anchor, elapsedAt, missionTime } from './missionClock.ts'

/** A ship and her mission clock. Pure: what happens to it is given back as another one. */
export interface Standing {
  readonly ship: Ship
  readonly anchor: Anchor
}

/** Where a step (of one mission instant) leaves the ship, and her clock if it changed its rate. */
export const follow = ({ anchor }: Standing, { ship }: Step, elapsedMs: number): Standing => {
  const ahead = ship.at > missionTime(anchor, elapsedMs) // as when the time before a scenario is passed over
  if (ship.rate === anchor.rate && !ahead) return { ship, anchor }
  // What fell due may be dealt with late: a new rate holds from the instant at which it was due.
  const since = ahead || anchor.rate === 0 ? elapsedMs : elapsedAt(anchor, ship.at)
  return { ship, anchor: { rate: ship.rate, at: ship.at, elapsedMs: since } }
}

/** Takes in what has fallen due by now, one instant after the other, as each may change the rate of the clock. */
export const catchUp = (standing: Standing, elapsedMs: number): { now: Standing; events: readonly ShipEvent[] } => {
  const events: ShipEvent[] = []
  let now = standing
  for (let due = dueBy(now, elapsedMs); due !== null; due = dueBy(now, elapsedMs)) {
    const step = advanced(now.ship, due)
    events.push(...step.events)
    now = follow(now, step, elapsedMs)
  }
  return { now, events }
}

const dueBy = ({ ship, anchor }: Standing, elapsedMs: number): number | null => {
  const due = nextDue(ship)
  return due !== null && due <= missionTime(anchor, elapsedMs) ? due : null
}
