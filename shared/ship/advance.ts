import type { ShipEvent } from './events.ts'
import type { Due, Law } from './law.ts'
import { LAWS } from './laws.ts'
import { rememberedLast } from './records.ts'
import type { Ship } from './state.ts'
import { type Step, unfold } from './unfold.ts'

/**
 * What falls due next, and by which law: the earliest; at the same instant, the first law in the list. Remembered, since
 * whoever advances a ship has often just asked when to.
 */
const soonest = rememberedLast((ship: Ship): { law: Law; due: Due } | null => {
  let first: { law: Law; due: Due } | null = null
  for (const law of LAWS) {
    const due = law.due?.(ship)
    if (due && (!first || due.at < first.due.at)) first = { law, due }
  }
  return first
})

/** When something next falls due by itself, mission ms; null: never. */
export const nextDue = (ship: Ship): number | null => {
  const next = soonest(ship)
  return next && Math.max(next.due.at, ship.at)
}

/** More than this at one instant is a law that falls due for ever. */
const MOST_AT_ONCE = 10_000

/** All that falls due by itself until a mission time, that instant included, and the ship after it. */
export const advanced = (ship: Ship, until: number): Step => {
  const events: ShipEvent[] = []
  let now = ship
  let atOnce = 0
  for (let next = soonest(now); next && next.due.at <= until; next = soonest(now)) {
    const at = Math.max(next.due.at, now.at)
    const facts = next.law.fall?.({ ...now, at }, { ...next.due, at }) ?? []
    const step = unfold(now, facts, at)
    atOnce = at > now.at ? 0 : atOnce + 1
    if (step.events.length === 0 || atOnce > MOST_AT_ONCE)
      throw new Error(`${next.due.id} fell due at ${at} ms and goes on falling due`)
    now = step.ship
    events.push(...step.events)
  }
  return { ship: now, events }
}

/** [TIM1] `advance(a→c)` is `advance(a→b)` and then `advance(b→c)`, bit for bit. */
export const advance = (ship: Ship, until: number): readonly ShipEvent[] => advanced(ship, until).events
