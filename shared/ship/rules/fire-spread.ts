import type { Fact } from '../events.ts'
import { NOTHING } from '../law.ts'
import type { Passage } from '../plan.ts'
import type { Fire, Ship } from '../state.ts'
import { beyond } from './airspaces.ts'
import { airFrom, canBurn } from './fire-air.ts'
import { startedFact } from './fire-start.ts'
import { passageState } from './passages.ts'

/** How long each kind of passage keeps a fire that has flashed over from the next compartment, ms. Invented. */
const HOLDS_MS = { open: 60_000, jammed: 60_000, closed: 600_000, sealed: null } as const

/**
 * When a fire gets through a passage, ms; null: not as things stand. What counts is the latest of flashover, the passage's
 * last change and the end of the last fire beyond it. Limits: a crew that begins or leaves off forcing a jammed passage is
 * such a change; a field that falls has held the fire back, not its time, so that it may be through at once.
 */
const throughAt = (ship: Ship, { compartment, flashedOverAt }: Fire, passage: Passage): number | null => {
  const there = beyond(passage, compartment)
  const holdsMs = HOLDS_MS[passageState(ship, passage)]
  if (flashedOverAt === null || holdsMs === null || there in ship.fires) return null
  if (compartment in ship.fields || there in ship.fields) return null
  const since = Math.max(flashedOverAt, ship.passages[passage.id]?.repair.since ?? 0, ship.scorched[there] ?? 0)
  const at = Math.max(since + holdsMs, airFrom(ship, there), ship.at)
  return canBurn(ship, there, at) ? at : null
}

interface Way {
  readonly at: number
  readonly to: string
}

/** Where a fire gets to next: the soonest; at the same instant, by the order of the passages. */
const nextWay = (ship: Ship, fire: Fire): Way | null => {
  if (fire.flashedOverAt === null) return null
  let next: Way | null = null
  for (const passage of ship.plan.passagesOf.get(fire.compartment) ?? []) {
    const at = throughAt(ship, fire, passage)
    if (at !== null && (next === null || at < next.at)) next = { at, to: beyond(passage, fire.compartment) }
  }
  return next
}

export const spreadsAt = (ship: Ship, fire: Fire): number | null => nextWay(ship, fire)?.at ?? null

/** [FIR6] [FIR7] It grows there as it did here, and is laid to the same hit. */
export const spreadFacts = (ship: Ship, fire: Fire): readonly Fact[] => {
  const way = nextWay(ship, fire)
  return way ? [startedFact(ship, way.to, fire.growth, fire.hit)] : NOTHING
}
