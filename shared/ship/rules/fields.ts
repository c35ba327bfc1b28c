import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { performanceAt } from '../formula.ts'
import { type Law, NOTHING, on } from '../law.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'
import { spareMw } from './power.ts'

/** Emitters below this share of their work hold nothing, %. Invented. */
const EMITTERS_LEAST_PERCENT = 10

const emitters = (ship: Ship, at: number): { system: string; percent: number } | null => {
  const system = ship.plan.file.forceFields?.system
  return system === undefined ? null : { system, percent: performanceAt(ship, system, at) }
}

/** [FLD1] [FLD2] A field holds the breaches and doorways of one compartment. It needs power to spare and emitters. */
export const raiseForceField = (ship: Ship, order: Extract<Order, { type: 'RaiseForceField' }>, at: number): Ruling => {
  const { compartment } = order
  const planned = ship.plan.file.forceFields
  if (!ship.plan.compartments.has(compartment))
    return err({ code: 'UnknownThing', what: 'compartment', id: compartment })
  if (!planned) return err({ code: 'NoForceFields' })
  if (compartment in ship.fields) return ok([])
  const emitter = emitters(ship, at)
  if (emitter && emitter.percent < EMITTERS_LEAST_PERCENT)
    return err({ code: 'SystemTooWeak', ...emitter, neededPercent: EMITTERS_LEAST_PERCENT })
  const spare = spareMw(ship, at)
  if (planned.drawMw > spare) return err({ code: 'NotEnoughPower', neededMw: planned.drawMw, spareMw: spare })
  return ok([{ type: 'ForceFieldRaised', compartment, drawMw: planned.drawMw }])
}

export const lowerForceField = (ship: Ship, { compartment }: Extract<Order, { type: 'LowerForceField' }>): Ruling => {
  if (!ship.plan.compartments.has(compartment))
    return err({ code: 'UnknownThing', what: 'compartment', id: compartment })
  return ok(compartment in ship.fields ? [{ type: 'ForceFieldLowered', compartment }] : [])
}

const failedFacts = (ship: Ship): readonly Fact[] => {
  const emitter = emitters(ship, ship.at)
  if (!emitter || emitter.percent >= EMITTERS_LEAST_PERCENT) return NOTHING
  return Object.keys(ship.fields).map((compartment) => ({ type: 'ForceFieldFailed', compartment, reason: 'emitters' }))
}

/** [FLD3] Fields fall with their emitters. */
export const fields: Law = { reactions: () => on(['SystemDamaged', 'SystemShutDown', 'SystemShed'], failedFacts) }
