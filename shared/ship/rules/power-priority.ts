import type { Order } from '../commands.ts'
import type { System } from '../plan.ts'
import { own } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'

/** The class by which a system is shed, 1 last, 4 first: the one that was ordered, or the ship file's. [POW6] */
export const classOf = (ship: Ship, { id, powerClass }: System): number => ship.powerClasses[id] ?? powerClass

/** [POW6] */
export const setPowerPriority = (ship: Ship, order: Extract<Order, { type: 'SetPowerPriority' }>): Ruling => {
  const { system: id, priority } = order
  const system = ship.plan.systems.get(id)
  if (!system) return err({ code: 'UnknownThing', what: 'system', id })
  const same = (own(ship.powerClasses, id) ?? system.powerClass) === priority
  return ok(same ? [] : [{ type: 'PowerPrioritySet', system: id, priority }])
}
