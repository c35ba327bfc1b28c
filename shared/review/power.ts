import type { RecordedEvent } from '../ship/events.ts'
import { batteryAt } from '../ship/formula.ts'
import type { Power, Ship } from '../ship/state.ts'
import type { Gauge } from './gauge.ts'
import type { PowerUse } from './parts/ship.ts'
import { isRestoring } from './restored.ts'
import { revealedIn } from './revealed.ts'
import { type Stopwatch, stopwatch } from './stopwatch.ts'

/** One system as the gauge goes along with it. */
interface Shed {
  readonly watch: Stopwatch
  times: number
}

/** The systems that an event may start or stop: a restoration starts all. */
const idsIn = (event: RecordedEvent, shed: ReadonlyMap<string, Shed>): Iterable<string> => {
  if (isRestoring(event)) return shed.keys()
  return 'system' in event ? [event.system] : revealedIn(event, 'systems')
}

const isShed = (ship: Ship, system: string): boolean => ship.systems[system]?.stoppedBecause === 'shed'

const shedAt = (shed: ReadonlyMap<string, Shed>, atMs: number): PowerUse['shed'] =>
  [...shed]
    .map(([system, { watch, times }]) => ({ system, times, shedMs: watch.totalAt(atMs) }))
    .sort((a, b) => b.shedMs - a.shedMs || (a.system < b.system ? -1 : 1))

/** [REV19] What the battery had to give, and what was shed all the same. */
export const powerGauge = (start: Ship, fromMs: number): Gauge<PowerUse> => {
  const { capacityMj } = start.plan.file.battery
  const chargeAt = (power: Power, at: number): number => batteryAt(power, capacityMj, at)
  const deficit = stopwatch()
  const shed = new Map<string, Shed>()
  let drawnMj = 0
  let leastMj = chargeAt(start.power, fromMs)
  /** Charge when the balance was struck last. */
  let struckMj = leastMj

  const gives = (power: Power, at: number): boolean => power.netMw < 0 && chargeAt(power, at) > 0

  // Between two balances the charge grows or falls in a straight line.
  const strike = (was: Power, is: Power, at: number): void => {
    const endMj = chargeAt(was, at)
    drawnMj += Math.max(0, struckMj - endMj)
    struckMj = chargeAt(is, at)
    leastMj = Math.min(leastMj, endMj, struckMj)
    deficit.set(gives(is, at), at)
  }

  const look = (ship: Ship, system: string, at: number): void => {
    const one = shed.get(system)
    const isNow = isShed(ship, system)
    if (one) one.watch.set(isNow, at)
    else if (isNow) {
      const watch = stopwatch()
      watch.set(true, at)
      shed.set(system, { watch, times: 0 })
    }
  }

  deficit.set(gives(start.power, fromMs), fromMs)
  for (const system of Object.keys(start.systems)) look(start, system, fromMs)

  return {
    take: (event, before, after) => {
      if (before.power !== after.power) strike(before.power, after.power, event.at)
      if (before.systems === after.systems) return
      for (const system of idsIn(event, shed)) look(after, system, event.at)
      const one = event.type === 'SystemShed' ? shed.get(event.system) : undefined
      if (one) one.times++
    },
    read: ({ power }, atMs) => {
      const endMj = chargeAt(power, atMs)
      const leastBatteryMj = Math.min(leastMj, endMj)
      return {
        deficitMs: deficit.totalAt(atMs),
        drawnMj: drawnMj + Math.max(0, struckMj - endMj),
        leastBatteryMj,
        leastBatteryPercent: capacityMj > 0 ? (100 * leastBatteryMj) / capacityMj : null,
        shed: shedAt(shed, atMs),
      }
    },
  }
}
