import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { type Law, NOTHING } from '../law.ts'
import { own } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'

/** Whether an emergency cable feeds a system past the switchboard. */
export const isOnLine = (ship: Ship, system: string): boolean => ship.casualtyLines[system]?.rigged === true

/** [CPW1] There are so many cables, and each carries so much. One that is being laid is taken, too. */
export const rigCasualtyPower = (ship: Ship, { system: id }: Extract<Order, { type: 'RigCasualtyPower' }>): Ruling => {
  const system = ship.plan.systems.get(id)
  const { casualtyPower } = ship.plan.file
  if (!system) return err({ code: 'UnknownThing', what: 'system', id })
  if (!casualtyPower) return err({ code: 'NotFitted', what: 'casualty power' })
  if (own(ship.casualtyLines, id)) return ok([])
  const { lines, mwEach } = casualtyPower
  if (system.drawMw > mwEach) return err({ code: 'NotEnoughPower', neededMw: system.drawMw, spareMw: mwEach })
  if (Object.keys(ship.casualtyLines).length >= lines) return err({ code: 'NoLineFree', lines })
  return ok([{ type: 'CasualtyPowerOrdered', system: id }])
}

export const unrigCasualtyPower = (ship: Ship, order: Extract<Order, { type: 'UnrigCasualtyPower' }>): Ruling => {
  const { system } = order
  if (!ship.plan.systems.has(system)) return err({ code: 'UnknownThing', what: 'system', id: system })
  if (!ship.plan.file.casualtyPower) return err({ code: 'NotFitted', what: 'casualty power' })
  return ok(own(ship.casualtyLines, system) ? [{ type: 'CasualtyPowerRemoved', system }] : [])
}

const fed = (ship: Ship, { system }: { readonly system: string }): readonly Fact[] =>
  ship.systems[system]?.stoppedBecause === 'shed' ? [{ type: 'SystemStarted', system }] : NOTHING

/**
 * [CPW1] [CPW2] Emergency cables, laid by a crew. Limit: they are fed by an emergency generator outside the model, so that
 * what they carry costs the ship's own sources nothing.
 */
export const casualtyPower: Law = { reactions: () => ({ CasualtyPowerRigged: fed }) }
