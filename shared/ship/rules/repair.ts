import type { Fact } from '../events.ts'
import { percentAt, reachesAt } from '../formula.ts'
import { type Due, earlier, type Law, NOTHING, on, type Reactions, soonestIn } from '../law.ts'
import { fitIn } from '../people.ts'
import type { Repair, Ship } from '../state.ts'
import { taskId, type TaskKind } from '../task-id.ts'
import type { Tiredness } from '../terms.ts'
import { conditionsOf } from './conditions.ts'
import { doneFacts } from './done.ts'
import { suppressionPace } from './fire-suppression.ts'
import { type Task, taskOf } from './tasks.ts'

/** A crew without the skill works at this share of the pace. Invented. */
const UNSKILLED = 0.5
/** How much of the pace is left to a crew that is tired, and to one that is worn out. Invented. [FAT3] */
const TIRED_PACE: Readonly<Record<Tiredness, number>> = { fresh: 1, amber: 0.8, red: 0.5 }

/** [RPR1] People fit × skill × conditions × freshness: how many whole skilled people a crew is worth at a task. */
export const paceOf = (ship: Ship, crew: string, task: Task): number => {
  const skilled = ship.plan.crews.get(crew)?.skills.includes(task.skill) ? 1 : UNSKILLED
  return fitIn(ship, crew) * skilled * conditionsOf(ship, task) * TIRED_PACE[ship.crews[crew]?.tired ?? 'fresh']
}

/** Percent a second at a pace in people. */
export const perSOf = (task: Task, pace: number): number =>
  task.personMinutes === null ? 0 : (pace * 100) / (task.personMinutes * 60)

/** [RUN2] In a ship run by reports work stands where the last report left it. */
const crewsPace = (ship: Ship, task: Task): number => {
  if (ship.runMode === 'reported') return 0
  let pace = 0
  for (const crew in ship.crews) {
    const state = ship.crews[crew]
    if (state?.status === 'working' && state.task === task.id) pace += paceOf(ship, crew, task)
  }
  return pace
}

/** Repair goes on at the pace of all who work on it; when that changes, the formula starts anew from where it stands. */
const paceFacts = (ship: Ship, id: string): readonly Fact[] => {
  const task = taskOf(ship, id)
  if (!task?.repair) return NOTHING
  const pace = crewsPace(ship, task) + suppressionPace(ship, task)
  const perS = perSOf(task, pace)
  if (perS === task.repair.perS) return NOTHING
  return [{ type: 'WorkPaced', task: id, percent: percentAt(task.repair, ship.at), perS }]
}

const breachTasksIn = (ship: Ship, compartment: string): readonly string[] =>
  Object.values(ship.breaches)
    .filter((breach) => breach.compartment === compartment)
    .map(({ id }) => taskId('breach', id))

const pacedAnew = (ship: Ship, crew: string): readonly Fact[] => {
  const { task, status } = ship.crews[crew] ?? {}
  return task && status === 'working' ? paceFacts(ship, task) : NOTHING
}

const tasksAtWork = (ship: Ship): readonly string[] => [
  ...new Set(Object.values(ship.crews).flatMap(({ status, task }) => (status === 'working' && task ? [task] : []))),
]

const reactions = (): Reactions => ({
  ...on(['RunModeSet', 'BreachWidened', 'LeakStarted', 'LeakStopped', 'SupplyChanged'], (ship) =>
    tasksAtWork(ship).flatMap((task) => paceFacts(ship, task)),
  ),
  ...on(['CrewStartedWork', 'CrewReleased'], (ship, { task }) => paceFacts(ship, task)),
  ...on(['CrewHurt', 'CrewTired'], (ship, { crew }) => pacedAnew(ship, crew)),
  HandsJoined: (ship, { to }) => pacedAnew(ship, to),
  ...on(['FireSuppressionStarted', 'FireSuppressionStopped'], (ship, { compartment }) =>
    paceFacts(ship, taskId('fire', compartment)),
  ),
  ...on(['ForceFieldRaised', 'ForceFieldLowered', 'ForceFieldFailed'], (ship, { compartment }) =>
    breachTasksIn(ship, compartment).flatMap((task) => paceFacts(ship, task)),
  ),
})

const soonestDone = soonestIn(({ repair }: { readonly repair: Repair }) => reachesAt(repair, 100))

const asTask = (kind: TaskKind, done: Due | null): Due | null => done && { at: done.at, id: taskId(kind, done.id) }

/** [RPR3] Work is done at 100 %; systems have marks on the way, and a law of their own. */
const due = (ship: Ship): Due | null =>
  [
    asTask('breach', soonestDone(ship.breaches)),
    asTask('passage', soonestDone(ship.passages)),
    asTask('fire', soonestDone(ship.fires)),
    asTask('leak', soonestDone(ship.leaks)),
    asTask('casualty-power', soonestDone(ship.casualtyLines)),
  ].reduce(earlier)

const fall = (ship: Ship, { id }: Due): readonly Fact[] => {
  const task = taskOf(ship, id)
  return task ? doneFacts(ship, task) : NOTHING
}

/** [RPR1]–[RPR3] Effort left falls with the people at work. */
export const repair: Law = { due, fall, reactions }
