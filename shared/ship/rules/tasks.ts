import { heatAt } from '../fire-heat.ts'
import { healthAt } from '../formula.ts'
import { isTaskId, targetOf, taskId, type TaskKind } from '../task-id.ts'
import type { Fire, Leak, Repair, Ship } from '../state.ts'
import { repairOf } from '../formula.ts'
import { own } from '../records.ts'
import { coreGone } from './core-gone.ts'
import { passageState } from './passages.ts'

/** Work to be done, derived from the ship, so that the work list can never disagree with her. */
export interface Task {
  readonly id: string
  readonly kind: TaskKind
  readonly target: string
  readonly compartment: string
  /** Where a crew can do it: there, or in the case of a jammed passage on either side. */
  readonly places: readonly [string, ...string[]]
  readonly skill: string
  /** Effort from 0 to 100 %, person-minutes; null where it is not a repair. */
  readonly personMinutes: number | null
  readonly repair: Repair | null
}

/** [RPR2] Plating over a breach: person-minutes for setting up and for each m². Invented. */
const BREACH_SETUP_PERSON_MINUTES = 1
const BREACH_PERSON_MINUTES_PER_M2 = 6
/** Forcing a jammed door, person-minutes. Invented. */
const PASSAGE_PERSON_MINUTES = 2
/** Skills that tasks not named in a ship file ask for. */
const HULL_SKILL = 'hull'
const MEDICAL_SKILL = 'medical'

const breachTask = (ship: Ship, id: string): Task | null => {
  const breach = own(ship.breaches, id)
  if (!breach) return null
  const personMinutes = BREACH_SETUP_PERSON_MINUTES + BREACH_PERSON_MINUTES_PER_M2 * breach.areaM2
  const { compartment, repair } = breach
  return {
    id: taskId('breach', id),
    kind: 'breach',
    target: id,
    compartment,
    places: [compartment],
    skill: HULL_SKILL,
    personMinutes,
    repair,
  }
}

const systemTask = (ship: Ship, id: string): Task | null => {
  const system = ship.plan.systems.get(id)
  if (!system || healthAt(ship, id, ship.at) >= 100 || coreGone(ship, id) !== null) return null
  const { compartment, repair } = system
  return {
    id: taskId('system', id),
    kind: 'system',
    target: id,
    compartment,
    places: [compartment],
    skill: repair.skill,
    personMinutes: repair.personMinutes,
    repair: repairOf(ship.systems[id]),
  }
}

const passageTask = (ship: Ship, id: string): Task | null => {
  const passage = ship.plan.passages.get(id)
  if (!passage || passageState(ship, passage) !== 'jammed') return null
  return {
    id: taskId('passage', id),
    kind: 'passage',
    target: id,
    compartment: passage.between[0],
    places: passage.between,
    skill: HULL_SKILL,
    personMinutes: PASSAGE_PERSON_MINUTES,
    repair: ship.passages[id]?.repair ?? { percent: 0, since: ship.at, perS: 0 },
  }
}

const casualtyTask = (ship: Ship, id: string): Task | null => {
  const casualty = own(ship.casualties, id)
  if (!casualty || (casualty.status !== 'waiting' && casualty.status !== 'moving')) return null
  return {
    id: taskId('casualty', id),
    kind: 'casualty',
    target: id,
    compartment: casualty.compartment,
    places: [casualty.compartment],
    skill: MEDICAL_SKILL,
    personMinutes: null,
    repair: null,
  }
}

/** [RPR4] Fighting a fire: person-minutes for getting at it, and for each MW it has when the fight begins. Invented. */
const FIRE_SETUP_PERSON_MINUTES = 2
const FIRE_PERSON_MINUTES_PER_MW = 6
/** Stopping a leak, person-minutes. Invented. */
const LEAK_PERSON_MINUTES = 8

const hazardTask = (
  kind: 'fire' | 'leak',
  target: string,
  { compartment, repair }: Fire | Leak,
  skill: string,
  personMinutes: number,
): Task => ({
  id: taskId(kind, target),
  kind,
  target,
  compartment,
  places: [compartment],
  skill,
  personMinutes,
  repair,
})

const fireTask = (ship: Ship, id: string): Task | null => {
  const fire = own(ship.fires, id)
  if (!fire) return null
  const kw = heatAt(fire.heat, fire.growth, ship.at)
  const effort = FIRE_SETUP_PERSON_MINUTES + (FIRE_PERSON_MINUTES_PER_MW * kw) / 1000
  return hazardTask('fire', id, fire, HULL_SKILL, effort)
}

const leakTask = (ship: Ship, id: string): Task | null => {
  const leak = own(ship.leaks, id)
  const skill = ship.plan.systems.get(id)?.repair.skill ?? HULL_SKILL
  return leak ? hazardTask('leak', id, leak, skill, LEAK_PERSON_MINUTES) : null
}

/** Laying an emergency cable to a system. */
const lineTask = (ship: Ship, id: string): Task | null => {
  const line = own(ship.casualtyLines, id)
  const { casualtyPower } = ship.plan.file
  const system = ship.plan.systems.get(id)
  if (!line || line.rigged || !casualtyPower || !system) return null
  const { compartment } = system
  const { skill, personMinutes } = casualtyPower
  return {
    id: taskId('casualty-power', id),
    kind: 'casualty-power',
    target: id,
    compartment,
    places: [compartment],
    skill,
    personMinutes,
    repair: line.repair,
  }
}

/** Going to see: any compartment may be looked at. */
const placeTask = (ship: Ship, id: string): Task | null => {
  if (!ship.plan.compartments.has(id)) return null
  const places = [id] as const
  const none = { personMinutes: null, repair: null } as const
  return { id: taskId('place', id), kind: 'place', target: id, compartment: id, places, skill: HULL_SKILL, ...none }
}

const FIND: Readonly<Record<TaskKind, (ship: Ship, id: string) => Task | null>> = {
  breach: breachTask,
  system: systemTask,
  passage: passageTask,
  casualty: casualtyTask,
  fire: fireTask,
  leak: leakTask,
  'casualty-power': lineTask,
  place: placeTask,
}

/** The task of that id, or null when there is nothing (left) to do. */
export const taskOf = (ship: Ship, task: string): Task | null => {
  if (!isTaskId(task)) return null
  const { kind, id } = targetOf(task)
  return FIND[kind](ship, id)
}

export const tasksOf = (ship: Ship): readonly Task[] =>
  [
    ...Object.keys(ship.breaches).map((id) => breachTask(ship, id)),
    ...Object.keys(ship.systems).map((id) => systemTask(ship, id)),
    ...jammed(ship).map((id) => passageTask(ship, id)),
    ...Object.keys(ship.casualties).map((id) => casualtyTask(ship, id)),
    ...Object.keys(ship.fires).map((id) => fireTask(ship, id)),
    ...Object.keys(ship.leaks).map((id) => leakTask(ship, id)),
    ...Object.keys(ship.casualtyLines).map((id) => lineTask(ship, id)),
    ...toLookAt(ship).map((id) => placeTask(ship, id)),
  ].filter((task) => task !== null)

/** Places that somebody has to look at: reported, and neither confirmed nor refuted yet. */
const toLookAt = (ship: Ship): readonly string[] => {
  const open = Object.values(ship.reports).filter(({ status }) => status === 'reported')
  return [...new Set(open.map(({ compartment }) => compartment))]
}

/** Passages jammed by damage, and those a ship file says are. */
const jammed = (ship: Ship): readonly string[] => [
  ...new Set([...ship.plan.jammedAtFirst, ...Object.keys(ship.passages)]),
]
