import { pressureAt } from '#shared/ship/formula.ts'
import type { Ship } from '#shared/ship/state.ts'
import { firstWrong, type Invariant } from '../invariant.ts'
import { isNear, letsAirThrough, ROUNDING, sharing, sum } from '../readings.ts'

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

/** [AIR3] [VNT1] What is open to space: breaches that no field holds, and vents, fields or no fields. */
const openingsOf = (ship: Ship): readonly { readonly compartment: string; readonly areaM2: number }[] => [
  ...Object.values(ship.breaches).filter(({ compartment }) => !(compartment in ship.fields)),
  ...Object.values(ship.vents),
]

/** [AIR1] τ = V / (198.6·0.6·A) s, for all that shares the air and all that is open of it. */
const leaks = (ship: Ship): string | null => {
  const openings = openingsOf(ship)
  return firstWrong(openings, ({ compartment }) => {
    const airspace = sharing(ship, compartment)
    const areaM2 = sum(openings.filter((one) => airspace.has(one.compartment)).map((one) => one.areaM2))
    const volumeM3 = sum([...airspace].map((id) => ship.plan.compartments.get(id)?.volumeM3 ?? 0))
    const tauS = volumeM3 / (198.6 * 0.6 * areaM2)
    const flow = ship.air[compartment]?.flow
    if (flow?.kind !== 'venting')
      return `the air of ${compartment} is ${flow?.kind ?? 'the ship’s own'} beside an opening`
    return isNear(flow.tauS, tauS) ? null : `the air of ${compartment} goes with τ ${flow.tauS} s, not ${tauS}`
  })
}

/** And it leaves through nothing else. */
const tight = (ship: Ship): string | null => {
  const openings = openingsOf(ship)
  return firstWrong(Object.entries(ship.air), ([id, { flow }]) => {
    if (flow.kind !== 'venting') return null
    const airspace = sharing(ship, id)
    return openings.some(({ compartment }) => airspace.has(compartment))
      ? null
      : `the air of ${id} goes through nothing`
  })
}

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

const AIR = ['air', 'passages', 'fields', 'breaches', 'vents'] as const

export const air: readonly Invariant[] = [
  { name: 'air is between nothing and the ship’s own', reads: ['air'], broken: bounded },
  { name: 'air leaves through what is open', reads: AIR, broken: leaks },
  { name: 'air leaves through nothing else', reads: AIR, broken: tight },
  { name: 'joined compartments share their air', reads: AIR, broken: joined },
  { name: 'thin air is told apart', reads: AIR, broken: thin },
]
