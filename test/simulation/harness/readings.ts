import { percentAt } from '#shared/ship/formula.ts'
import type { Passage, PassageState } from '#shared/ship/plan.ts'
import type { Ship } from '#shared/ship/state.ts'

/** The ship read by the letter of the rules, apart from the code of her laws. */

export const sum = (values: Iterable<number>): number => {
  let total = 0
  for (const value of values) total += value
  return total
}

/** The last bits of a sum are nobody's concern. */
export const ROUNDING = 1e-6

export const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a))

export const healthOf = (ship: Ship, id: string): number => {
  const system = ship.systems[id]
  return system ? percentAt(system.repair, ship.at) : 100
}

/** [SYS1] [SYS2] A stopped system gives nothing; others give their health, held down by each need that is not met. */
export const performanceOf = (ship: Ship, id: string, known = new Map<string, number>()): number => {
  const before = known.get(id)
  if (before !== undefined) return before
  let percent = healthOf(ship, id)
  for (const { system, atLeastPercent, orLimitedToPercent } of ship.plan.systems.get(id)?.needs ?? [])
    if (performanceOf(ship, system, known) < atLeastPercent) percent = Math.min(percent, orLimitedToPercent)
  if (ship.systems[id]?.running === false) percent = 0
  known.set(id, percent)
  return percent
}

export const peopleAt = (ship: Ship, compartment: string): number =>
  ship.people[compartment] ?? ship.plan.compartments.get(compartment)?.people ?? 0

/** [CAS4] [CAS8] Beds that nobody is in or on the way to; a second treatment place has some only once it is open. */
export const bedsLeft = (ship: Ship): number => {
  const taken = new Map<string, number>()
  for (const { status, sickbay, transport } of Object.values(ship.casualties)) {
    const id = status === 'moving' ? transport?.sickbay : status === 'inBed' || status === 'stable' ? sickbay : null
    if (id) taken.set(id, (taken.get(id) ?? 0) + 1)
  }
  let left = 0
  for (const { id, beds, standby } of ship.plan.sickbays.values())
    if (!standby || ship.treatmentPlaces[id]?.open) left += Math.max(0, beds - (taken.get(id) ?? 0))
  return left
}

export const stateOfPassage = (ship: Ship, passage: Passage): PassageState =>
  ship.passages[passage.id]?.state ?? passage.state

/** [TRV1] People get through open and closed ones. */
export const letsPeopleThrough = (ship: Ship, passage: Passage): boolean => {
  const state = stateOfPassage(ship, passage)
  return state === 'open' || state === 'closed'
}

/** [AIR2] Air gets through open and jammed ones, unless a field stands on either side. */
export const letsAirThrough = (ship: Ship, passage: Passage): boolean => {
  const state = stateOfPassage(ship, passage)
  if (state !== 'open' && state !== 'jammed') return false
  return !passage.between.some((compartment) => compartment in ship.fields)
}

/** [AIR2] The compartments that share their air with this one. */
export const sharing = (ship: Ship, compartment: string): ReadonlySet<string> => {
  const found = new Set([compartment])
  for (const here of found)
    for (const passage of ship.plan.passagesOf.get(here) ?? [])
      if (letsAirThrough(ship, passage)) for (const there of passage.between) found.add(there)
  return found
}

export const passageBetween = (ship: Ship, from: string, to: string): Passage | undefined =>
  ship.plan.passages.get(from < to ? `${from}/${to}` : `${to}/${from}`)
