import type { Passage } from '../plan.ts'
import type { Ship } from '../state.ts'
import { passageState } from './passages.ts'

/** The compartment on the other side of a passage. */
export const beyond = ({ between }: Passage, here: string): string => (between[0] === here ? between[1] : between[0])

/** [AIR2] Compartments that share their air with this one, itself included, in a fixed order. */
export const airspaceOf = (ship: Ship, compartment: string): readonly string[] => {
  const found = new Set([compartment])
  for (const here of found) {
    if (here in ship.fields) continue
    for (const passage of ship.plan.passagesOf.get(here) ?? []) {
      const state = passageState(ship, passage)
      const there = beyond(passage, here)
      if ((state === 'open' || state === 'jammed') && !(there in ship.fields)) found.add(there)
    }
  }
  return [...found].sort()
}

/** Through how much an airspace leaks, m²: breaches that no field holds, and vents, which a field does not hold. */
export const leakM2 = (ship: Ship, airspace: readonly string[]): number => {
  const inside = new Set(airspace)
  let area = 0
  for (const breach of Object.values(ship.breaches)) {
    if (inside.has(breach.compartment) && !(breach.compartment in ship.fields)) area += breach.areaM2
  }
  for (const vent of Object.values(ship.vents)) if (inside.has(vent.compartment)) area += vent.areaM2
  return area
}
