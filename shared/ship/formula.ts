import type { Air, Fatigue, Power, Repair, Ship, SystemState } from './state.ts'
import { exp, ln } from '../detmath.ts'

/** What changes between events, as functions of mission time (ms). All of them hold from `since` until the next event. */

/** Repair, 0 to 100. */
export const percentAt = (repair: Repair, at: number): number =>
  repair.perS === 0 ? repair.percent : Math.min(100, repair.percent + (repair.perS * (at - repair.since)) / 1000)

/** When repair reaches a percentage, ms; null if never. */
export const reachesAt = (repair: Repair, percent: number): number | null =>
  repair.perS <= 0 ? null : repair.since + Math.ceil(((percent - repair.percent) / repair.perS) * 1000)

const WHOLE: Repair = { percent: 100, since: 0, perS: 0 }

export const repairOf = (system: SystemState | undefined): Repair => system?.repair ?? WHOLE

/** Health of a system, 0 to 100 %. */
export const healthAt = (ship: Ship, system: string, at: number): number =>
  percentAt(repairOf(ship.systems[system]), at)

/**
 * What systems deliver, 0 to 100 %: nothing when stopped; else their health, held down by each need that is not met. Each is
 * worked out once, however many others lean on it. [SYS1] [SYS2]
 */
export const performancesAt = (ship: Ship, at: number): ((id: string) => number) => {
  const before = new Map<string, number>()
  const performance = (id: string): number => {
    const found = before.get(id)
    if (found !== undefined) return found
    let percent = ship.systems[id]?.running === false ? 0 : healthAt(ship, id, at)
    const needs = ship.plan.systems.get(id)?.needs ?? []
    if (percent === 0 || needs.length === 0) return percent
    for (const need of needs)
      if (performance(need.system) < need.atLeastPercent) percent = Math.min(percent, need.orLimitedToPercent)
    before.set(id, percent)
    return percent
  }
  return performance
}

export const performanceAt = (ship: Ship, id: string, at: number): number => performancesAt(ship, at)(id)

/** Pressure, kPa. Venting is choked and isothermal: p(t) = p₀·exp(−t/τ). */
const kpaAt = (air: Air, at: number): number => {
  const seconds = (at - air.since) / 1000
  switch (air.flow.kind) {
    case 'venting':
      return air.kpa * exp(Math.max(-700, -seconds / air.flow.tauS))
    case 'filling':
      return Math.min(air.flow.toKpa, air.kpa + air.flow.kpaPerS * seconds)
    case 'still':
      return air.kpa
  }
}

/** When pressure crosses a level on its way, ms; null if it does not. */
export const kpaReachedAt = (air: Air, kpa: number): number | null => {
  switch (air.flow.kind) {
    case 'venting':
      return air.kpa <= kpa ? null : air.since + Math.ceil(air.flow.tauS * ln(air.kpa / kpa) * 1000)
    case 'filling':
      return air.kpa >= kpa || kpa > air.flow.toKpa
        ? null
        : air.since + Math.ceil(((kpa - air.kpa) / air.flow.kpaPerS) * 1000)
    case 'still':
      return null
  }
}

/** Pressure in any compartment, kPa: the ship's own where nothing is amiss. */
export const pressureAt = (ship: Ship, compartment: string, at: number): number => {
  const air = ship.air[compartment]
  return air ? kpaAt(air, at) : ship.plan.file.atmosphere.kpa
}

/** Battery charge, MJ. */
export const batteryAt = (power: Power, capacityMj: number, at: number): number =>
  Math.max(0, Math.min(capacityMj, power.batteryMj + (power.netMw * (at - power.since)) / 1000))

/** What is left of a supply, in its own unit; all of it where nothing was used yet. */
export const supplyAt = (ship: Ship, id: string, at: number): number => {
  const supply = ship.supplies[id]
  if (!supply) return ship.plan.file.supplies?.find((one) => one.id === id)?.amount ?? 0
  return Math.max(0, supply.amount + (supply.perS * (at - supply.since)) / 1000)
}

/** Minutes of work in a crew's bones. */
export const fatigueAt = ({ minutes, since, perMinute }: Fatigue, at: number): number =>
  Math.max(0, minutes + (perMinute * (at - since)) / 60_000)
