import { pressureAt } from '#shared/ship/formula.ts'
import type { Ship } from '#shared/ship/state.ts'
import { firstWrong, type Invariant } from '../invariant.ts'
import { isNear, letsAirThrough, ROUNDING } from '../readings.ts'

/** [AIR5] */
const THIN_KPA = 57
const RESTORED_KPA = 80

const bounded = (ship: Ship): string | null => {
  const own = ship.plan.file.atmosphere.kpa
  for (const id in ship.air) {
    const kpa = pressureAt(ship, id, ship.at)
    if (!(kpa >= 0 && kpa <= own + ROUNDING)) return `${kpa} kPa in ${id}, the ship's own being ${own}`
    const dose = ship.air[id]?.dose ?? 0
    if (!(dose >= 0 && dose <= 1)) return `a dose of ${dose} in ${id}`
  }
  return null
}

/** [AIR1] [AIR3] Air leaves through every breach that no field holds. */
const leaks = (ship: Ship): string | null =>
  firstWrong(Object.values(ship.breaches), ({ id, compartment }) => {
    if (compartment in ship.fields) return null
    const kind = ship.air[compartment]?.flow.kind
    return kind === 'venting' ? null : `the air of ${compartment} is ${kind ?? 'the ship’s own'} beside ${id}`
  })

/** [AIR2] What is joined has one pressure. */
const joined = (ship: Ship): string | null => {
  for (const id in ship.air)
    for (const passage of ship.plan.passagesOf.get(id) ?? []) {
      if (!letsAirThrough(ship, passage)) continue
      const [here, there] = passage.between.map((compartment) => pressureAt(ship, compartment, ship.at))
      if (!isNear(here ?? 0, there ?? 0)) return `${here} and ${there} kPa on the two sides of ${passage.id}`
    }
  return null
}

const thin = (ship: Ship): string | null =>
  firstWrong(Object.entries(ship.air), ([id, air]) => {
    const kpa = pressureAt(ship, id, ship.at)
    if (air.thin) return kpa < RESTORED_KPA + ROUNDING ? null : `air at ${kpa} kPa in ${id} counts as thin`
    return kpa > THIN_KPA - ROUNDING ? null : `air at ${kpa} kPa in ${id} does not count as thin`
  })

const AIR = ['air', 'passages', 'fields', 'breaches'] as const

export const air: readonly Invariant[] = [
  { name: 'air is between nothing and the ship’s own', reads: ['air'], broken: bounded },
  { name: 'open breaches leak', reads: AIR, broken: leaks },
  { name: 'joined compartments share their air', reads: AIR, broken: joined },
  { name: 'thin air is told apart', reads: AIR, broken: thin },
]
