import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { performanceAt } from '../formula.ts'
import { shown } from '../known.ts'
import { own } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'
import type { Task } from './tasks.ts'

/** Under this, %, nothing comes out of the nozzles. Invented. */
const LEAST_PERCENT = 1

/** [FIR5] Fixed extinguishing in one compartment, where a fire is known to burn. */
export const suppressFire = (ship: Ship, order: Extract<Order, { type: 'SuppressFire' }>, at: number): Ruling => {
  const { compartment } = order
  const fitted = ship.plan.file.fireSuppression
  if (!ship.plan.compartments.has(compartment))
    return err({ code: 'UnknownThing', what: 'compartment', id: compartment })
  if (!fitted) return err({ code: 'NotFitted', what: 'fire suppression' })
  if (!own(shown(ship).fires, compartment)) return err({ code: 'NoFire', compartment })
  const percent = performanceAt(ship, fitted.system, at)
  if (percent < LEAST_PERCENT)
    return err({ code: 'SystemTooWeak', system: fitted.system, percent, neededPercent: LEAST_PERCENT })
  const fire = ship.fires[compartment] // it may have gone out, unseen
  return ok(fire && !fire.suppressed ? [{ type: 'FireSuppressionStarted', compartment }] : [])
}

/** It stops everywhere when its system gives nothing any more. */
export const suppressionEnds = (ship: Ship): readonly Fact[] => {
  const fitted = ship.plan.file.fireSuppression
  const at = Object.values(ship.fires).filter(({ suppressed }) => suppressed)
  if (!fitted || at.length === 0 || performanceAt(ship, fitted.system, ship.at) >= LEAST_PERCENT) return []
  return at.map(({ compartment }) => ({ type: 'FireSuppressionStopped', compartment }))
}

/** How many people it is worth at a task. */
export const suppressionPace = (ship: Ship, { kind, target }: Task): number =>
  kind === 'fire' && ship.fires[target]?.suppressed === true ? (ship.plan.file.fireSuppression?.worthPeople ?? 0) : 0
