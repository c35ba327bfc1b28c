import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { type Law, NOTHING, on, type Reactions } from '../law.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import { shown } from '../known.ts'
import type { Ship } from '../state.ts'
import { raiseForceField } from './fields.ts'
import { suppressFire } from './fire-suppression.ts'
import { spareMw } from './power.ts'

/** [AUT1] Switched on only where there is something to switch. */
export const setAutomation = (ship: Ship, { automation, on }: Extract<Order, { type: 'SetAutomation' }>): Ruling => {
  const { forceFields, fireSuppression } = ship.plan.file
  if (on && automation === 'forceFields' && !forceFields) return err({ code: 'NoForceFields' })
  if (on && automation === 'fireSuppression' && !fireSuppression)
    return err({ code: 'NotFitted', what: 'fire suppression' })
  return ok(ship.automations[automation] === on ? [] : [{ type: 'AutomationSet', automation, on }])
}

const factsOf = (ruling: Ruling): readonly Fact[] => (ruling.ok ? ruling.value : NOTHING)

/** Only as many as there is power for: each is judged on the ship as she was before the first. */
const fieldFacts = (ship: Ship, places: readonly string[]): readonly Fact[] => {
  const drawMw = ship.plan.file.forceFields?.drawMw ?? 0
  const most = drawMw > 0 ? Math.max(0, Math.floor(spareMw(ship, ship.at) / drawMw)) : places.length
  return places
    .flatMap((compartment) => factsOf(raiseForceField(ship, { type: 'RaiseForceField', compartment }, ship.at)))
    .slice(0, most)
}

const fireFacts = (ship: Ship, places: readonly string[]): readonly Fact[] =>
  places.flatMap((compartment) => factsOf(suppressFire(ship, { type: 'SuppressFire', compartment }, ship.at)))

/** What the ship does about the hazards that are known in some places, or anywhere. */
const answer = (ship: Ship, isHere: (compartment: string) => boolean): readonly Fact[] => {
  const { automations } = ship
  const { breaches, fires } = shown(ship)
  const breached = [...new Set(Object.values(breaches).map(({ compartment }) => compartment))].filter(isHere)
  return [
    ...(automations.forceFields ? fieldFacts(ship, breached) : NOTHING),
    ...(automations.fireSuppression ? fireFacts(ship, Object.keys(fires).filter(isHere)) : NOTHING),
  ]
}

const reactions = (): Reactions => ({
  ...on(['BreachOpened', 'FireStarted', 'PlaceRevealed'], (ship, event) =>
    answer(ship, (compartment) => compartment === event.compartment),
  ),
  AutomationSet: (ship, event) => (event.on ? answer(ship, () => true) : NOTHING),
})

/**
 * [AUT1] [AUT2] What the ship does by herself, once, when a hazard comes to be known or the automation is switched on. Limit: it
 * does not try again, so that it never undoes what people order; what was refused for want of power is theirs.
 */
export const automation: Law = { reactions }
