import type { Fact } from '../events.ts'
import { performanceAt } from '../formula.ts'
import { type Due, type Law, NOTHING, on, soonestOf, SYSTEMS_CHANGED } from '../law.ts'
import { LIMITS } from '../limits.ts'
import { known } from '../records.ts'
import type { Breach, Ship } from '../state.ts'

/** An open breach in a hull without its integrity field tears wider by this share, this often. Invented. */
const WIDENS_BY = 1.2
const WIDENS_EVERY_MS = 60_000
/** No breach tears to more than can be ordered. Limit: it stops there, and no compartment is too small for it. */
const WIDEST_M2 = LIMITS.areaM2.most

const isStrained = (ship: Ship): boolean => {
  const { structure } = ship.plan.file
  return structure !== undefined && performanceAt(ship, structure.system, ship.at) < structure.atLeastPercent
}

const strainFacts = (ship: Ship): readonly Fact[] => {
  const strained = isStrained(ship)
  if (strained === (ship.strainedSince !== null)) return NOTHING
  return [{ type: strained ? 'HullStrained' : 'HullRelieved' }]
}

/** A force field bears the edges; behind it the minute goes on, so that an edge may give way as soon as the field is gone. */
const tearDue = (ship: Ship, strainedSince: number, { id, compartment, tornAt, areaM2 }: Breach): Due | null =>
  compartment in ship.fields || areaM2 >= WIDEST_M2
    ? null
    : { at: Math.max(tornAt, strainedSince) + WIDENS_EVERY_MS, id }

const due = (ship: Ship): Due | null => {
  const { strainedSince } = ship
  if (strainedSince === null) return null
  return soonestOf(Object.values(ship.breaches), (breach) => tearDue(ship, strainedSince, breach))
}

const fall = (ship: Ship, { id }: Due): readonly Fact[] => {
  const { compartment, areaM2 } = known(ship.breaches[id], id)
  return [{ type: 'BreachWidened', breach: id, compartment, areaM2: Math.min(WIDEST_M2, areaM2 * WIDENS_BY) }]
}

/** [STR1] [STR2] Without its integrity field the hull tears at every open breach; plating that is on already tears with it. */
export const structure: Law = { due, fall, reactions: () => on(SYSTEMS_CHANGED, strainFacts) }
