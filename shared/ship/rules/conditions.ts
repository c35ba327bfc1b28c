import type { Ship } from '../state.ts'
import { isOut } from './supplies.ts'
import type { Task } from './tasks.ts'

/** At a breach that no field holds a crew works in suits against the outflow, at this share of the pace. Invented. */
const AGAINST_VACUUM = 0.5
/** Where radiation leaks a crew works in turns, at this share of the pace. Invented. */
const IN_RADIATION = 0.5
/** Without plating or parts a crew improvises, at this share of the pace. Invented. */
const IMPROVISED = 0.5

const isIrradiated = (ship: Ship, compartment: string): boolean =>
  Object.values(ship.leaks).some((leak) => leak.compartment === compartment && leak.kind === 'radiation')

const improvises = (ship: Ship, { kind }: Task): boolean =>
  (kind === 'breach' && isOut(ship, 'plating')) || (kind === 'system' && isOut(ship, 'parts'))

/** [RPR1] What a place and the stores make of everybody's pace at a task. */
export const conditionsOf = (ship: Ship, task: Task): number => {
  const exposed = task.kind === 'breach' && !(task.compartment in ship.fields) ? AGAINST_VACUUM : 1
  const irradiated = isIrradiated(ship, task.compartment) ? IN_RADIATION : 1
  return exposed * irradiated * (improvises(ship, task) ? IMPROVISED : 1)
}
