import { batteryAt, percentAt, performanceAt } from '../formula.ts'
import { fitIn } from '../people.ts'
import type { Ship } from '../state.ts'
import type { Triage } from '../terms.ts'

/** The five figures an officer reads first. */
export interface Figures {
  readonly hullPercent: number
  /** What the hull bears: its share that is whole, times what its integrity field gives, if it has one. [FIG5] */
  readonly structuralIntegrityPercent: number
  readonly openBreaches: number
  readonly heldBreaches: number
  /** Null on a ship without shields. */
  readonly shieldsPercent: number | null
  readonly power: {
    readonly supplyMw: number
    readonly demandMw: number
    readonly batteryPercent: number
    readonly netMw: number
  }
  /** The living by triage category, those not yet triaged, and the dead. The discharged are no longer counted. */
  readonly casualties: Readonly<Record<Triage | 'untriaged' | 'dead', number>>
  readonly crews: { readonly ready: number; readonly total: number; readonly short: number }
}

/** Open breach area against the ship file's critical area; plating counts as it goes on. [FIG1] */
export const hullPercentAt = (ship: Ship, at: number): number => {
  let openM2 = 0
  for (const { areaM2, repair } of Object.values(ship.breaches)) openM2 += areaM2 * (1 - percentAt(repair, at) / 100)
  return Math.max(0, 100 * (1 - openM2 / ship.plan.file.hull.criticalBreachM2))
}

const structuralIntegrityPercent = (ship: Ship, at: number): number => {
  const { structure } = ship.plan.file
  return (hullPercentAt(ship, at) * (structure ? performanceAt(ship, structure.system, at) : 100)) / 100
}

const shieldsPercent = (ship: Ship, at: number): number | null => {
  const generators = ship.plan.file.shields?.generators
  if (!generators) return null
  return generators.reduce((sum, { system }) => sum + performanceAt(ship, system, at), 0) / generators.length
}

const tally = (ship: Ship): Figures['casualties'] => {
  const counts = { immediate: 0, delayed: 0, minimal: 0, expectant: 0, untriaged: 0, dead: 0 }
  for (const { status, category } of Object.values(ship.casualties)) {
    if (status === 'dead') counts.dead++
    else if (status !== 'discharged') counts[category ?? 'untriaged']++
  }
  return counts
}

export const figuresOf = (ship: Ship, at: number): Figures => {
  const { capacityMj } = ship.plan.file.battery
  const breaches = Object.values(ship.breaches)
  const crews = Object.entries(ship.crews)
  return {
    hullPercent: hullPercentAt(ship, at),
    structuralIntegrityPercent: structuralIntegrityPercent(ship, at),
    openBreaches: breaches.length,
    heldBreaches: breaches.filter(({ compartment }) => compartment in ship.fields).length,
    shieldsPercent: shieldsPercent(ship, at),
    power: {
      supplyMw: ship.power.supplyMw,
      demandMw: ship.power.demandMw,
      batteryPercent: capacityMj > 0 ? (100 * batteryAt(ship.power, capacityMj, at)) / capacityMj : 0,
      netMw: ship.power.netMw,
    },
    casualties: tally(ship),
    crews: {
      ready: crews.filter(([id, { status }]) => status === 'ready' && fitIn(ship, id) > 0).length,
      total: crews.length,
      short: crews.filter(([, { hurt }]) => hurt > 0).length,
    },
  }
}
