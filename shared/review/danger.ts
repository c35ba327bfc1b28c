import type { RecordedEvent } from '../ship/events.ts'
import type { Passage, Plan } from '../ship/plan.ts'
import { beyond } from '../ship/rules/airspaces.ts'
import { passageState } from '../ship/rules/passages.ts'
import { hasLeak } from '../ship/rules/safety.ts'
import type { Ship } from '../ship/state.ts'

/** [REV12] */
export const isInDanger = (ship: Ship, compartment: string): boolean =>
  compartment in ship.fires ||
  compartment in ship.vents ||
  hasLeak(ship, compartment) ||
  (!(compartment in ship.fields) && Object.values(ship.breaches).some((breach) => breach.compartment === compartment))

/** [REV12] Whether it keeps what is on one side from the other. */
export const holds = (ship: Ship, passage: Passage): boolean => {
  const state = passageState(ship, passage)
  return state === 'closed' || state === 'sealed' || passage.between.some((side) => side in ship.fields)
}

/** [REV9] Whether a compartment has boundaries, and all of them hold. */
export const isBounded = (ship: Ship, compartment: string): boolean => {
  if (!isInDanger(ship, compartment)) return false
  const passages = ship.plan.passagesOf.get(compartment) ?? []
  const boundaries = passages.filter((passage) => !isInDanger(ship, beyond(passage, compartment)))
  return boundaries.length > 0 && boundaries.every((passage) => holds(ship, passage))
}

/** The compartments in which an event may have changed danger, or how a passage of theirs holds; a restoration is another matter. */
export const placesTouched = (plan: Plan, event: RecordedEvent): readonly string[] => {
  switch (event.type) {
    case 'BreachOpened':
    case 'BreachSealed':
    case 'FireStarted':
    case 'FireOut':
    case 'LeakStarted':
    case 'LeakStopped':
    case 'VentOpened':
    case 'VentClosed':
    case 'ForceFieldRaised':
    case 'ForceFieldLowered':
    case 'ForceFieldFailed':
      return [event.compartment]
    case 'PassageSealed':
    case 'PassageOpened':
    case 'PassageJammed':
    case 'PassageFreed':
      return plan.passages.get(event.passage)?.between ?? []
    case 'PlaceRevealed':
      return [event.compartment, ...event.reveals.flatMap(({ key }) => passageIn(plan, key)?.between ?? [])]
    default:
      return NOWHERE
  }
}

const NOWHERE: readonly string[] = []
const PASSAGES = 'passages/'

const passageIn = (plan: Plan, key: string): Passage | undefined =>
  key.startsWith(PASSAGES) ? plan.passages.get(key.slice(PASSAGES.length)) : undefined
