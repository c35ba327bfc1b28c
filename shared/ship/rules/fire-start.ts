import type { Order } from '../commands.ts'
import type { FactOf } from '../events.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'
import type { FireGrowth } from '../terms.ts'
import { canBurn } from './fire-air.ts'
import { BURNS_EVERY_MS } from './fire-harm.ts'

export const startedFact = (
  ship: Ship,
  compartment: string,
  growth: FireGrowth,
  hit: string | null,
): FactOf<'FireStarted'> => ({
  type: 'FireStarted',
  fire: ship.numbers.fire + 1,
  compartment,
  growth,
  hit,
  burnsAt: ship.at + BURNS_EVERY_MS,
})

/** One fire a compartment, and none where there is no air. */
export const canStart = (ship: Ship, compartment: string): boolean =>
  !(compartment in ship.fires) && canBurn(ship, compartment, ship.at)

/** [FIR3] By the instructor. Where it burns already, or nothing can burn, nothing happens. */
export const startFire = (ship: Ship, { compartment, growth }: Extract<Order, { type: 'StartFire' }>): Ruling => {
  if (!ship.plan.compartments.has(compartment))
    return err({ code: 'UnknownThing', what: 'compartment', id: compartment })
  return ok(canStart(ship, compartment) ? [startedFact(ship, compartment, growth, null)] : [])
}
