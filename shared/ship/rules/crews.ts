import type { Order } from '../commands.ts'
import type { EventOf, Fact } from '../events.ts'
import { healthAt } from '../formula.ts'
import { type Due, type Law, NOTHING, on, type Reactions, soonestIn } from '../law.ts'
import { seenOf, shown } from '../known.ts'
import { known, own } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { CrewState, Ship, Stop } from '../state.ts'
import { taskId } from '../task-id.ts'
import { casualtyIn, setDown } from './casualties.ts'
import { fitIn, peopleWith } from '../people.ts'
import { isOpenAlong, type Obstacle, routeBetween, routeToAny } from './routes.ts'
import { taskOf } from './tasks.ts'

/**
 * Where a crew can turn: where it is, or, under way, the next compartment it will reach. One that ought to be there by now
 * and has not said so is taken to be about there.
 */
export const turningPoint = (crew: CrewState, at: number): Stop =>
  crew.route.find((stop) => stop.at >= at) ?? { compartment: crew.route.at(-1)?.compartment ?? crew.compartment, at }

const noRoute = (crew: CrewState, to: string, { obstacle, obstacleState }: Obstacle, at: number): Ruling =>
  err({ code: 'NoRoute', from: turningPoint(crew, at).compartment, to, obstacle, obstacleState })

const nobodyFit = (ship: Ship, id: string, { hurt }: CrewState): Ruling =>
  err({ code: 'CrewHasNobodyFit', crew: id, size: peopleWith(ship, id), hurt })

/** [CRW1]–[CRW3] A crew that is ready or on its way home can be sent wherever there is work and a way. */
export const dispatchCrew = (ship: Ship, order: Extract<Order, { type: 'DispatchCrew' }>, at: number): Ruling => {
  const crew = own(ship.crews, order.crew)
  const task = taskOf(ship, order.task)
  if (!crew) return err({ code: 'UnknownThing', what: 'crew', id: order.crew })
  if (!task) return err({ code: 'UnknownThing', what: 'task', id: order.task })
  if (crew.task === order.task) return ok([])
  if (crew.status !== 'ready' && crew.status !== 'returning')
    return err({ code: 'CrewNotReady', crew: order.crew, crewStatus: crew.status, task: crew.task })
  if (fitIn(ship, order.crew) === 0) return nobodyFit(ship, order.crew, crew)
  const casualty = task.kind === 'casualty' ? casualtyIn(ship, task.target, ['waiting']) : null
  if (casualty?.ok === false) return casualty
  const route = routeToAny(ship, turningPoint(crew, at), task.places)
  if (!route.ok) return noRoute(crew, task.compartment, route.error, at)
  return ok([{ type: 'CrewDispatched', crew: order.crew, task: order.task, route: route.value }])
}

/** Home to its station; where no way leads there it stands by where it is. */
const homewards = (ship: Ship, id: string, from: Stop): Fact => {
  const { station } = known(ship.plan.crews.get(id), id)
  const there = from.compartment === station && from.at <= ship.at
  const route = there ? null : routeBetween(shown(ship), from.compartment, station, from.at)
  if (!route?.ok) return { type: 'CrewReady', crew: id, compartment: from.compartment }
  return { type: 'CrewReturning', crew: id, compartment: from.compartment, route: route.value }
}

const released = (ship: Ship, id: string, task: string, from: Stop): readonly Fact[] => [
  { type: 'CrewReleased', crew: id, task },
  homewards(ship, id, from),
]

/** A crew that is called away sets down whom it carries. */
const carriedBy = (ship: Ship, { status, task }: CrewState, at: number): readonly Fact[] => {
  const carrying = status === 'working' && task !== null ? taskOf(ship, task) : null
  return carrying?.kind === 'casualty' ? setDown(known(ship.casualties[carrying.target], carrying.target), at) : NOTHING
}

/** A crew that was held up somewhere goes home as soon as there is a way. */
const recallFromAfield = (ship: Ship, id: string, crew: CrewState, at: number): Ruling => {
  const { station } = known(ship.plan.crews.get(id), id)
  const { status: crewStatus, compartment } = crew
  if (crewStatus !== 'ready' || compartment === station) return err({ code: 'CrewNotOut', crew: id, crewStatus })
  if (fitIn(ship, id) === 0) return nobodyFit(ship, id, crew)
  const route = routeBetween(ship, compartment, station, at)
  if (!route.ok) return noRoute(crew, station, route.error, at)
  return ok([
    { type: 'CrewRecalled', crew: id },
    { type: 'CrewReturning', crew: id, compartment, route: route.value },
  ])
}

/** [CRW6] */
export const recallCrew = (ship: Ship, { crew: id }: Extract<Order, { type: 'RecallCrew' }>, at: number): Ruling => {
  const crew = own(ship.crews, id)
  if (!crew) return err({ code: 'UnknownThing', what: 'crew', id })
  if (crew.task === null) return recallFromAfield(ship, id, crew, at)
  const recalled: Fact = { type: 'CrewRecalled', crew: id }
  return ok([recalled, ...carriedBy(ship, crew, at), ...released(ship, id, crew.task, turningPoint(crew, at))])
}

export const setTaskPriority = (ship: Ship, order: Extract<Order, { type: 'SetTaskPriority' }>): Ruling => {
  if (!taskOf(ship, order.task)) return err({ code: 'UnknownThing', what: 'task', id: order.task })
  const same = (ship.priorities[order.task] ?? 'normal') === order.priority
  return ok(same ? [] : [{ type: 'TaskPrioritySet', task: order.task, priority: order.priority }])
}

/** One that carries arrives with the casualty. */
const soonestArrival = soonestIn(({ status, route }: CrewState) =>
  status === 'working' ? null : (route.at(-1)?.at ?? null),
)

/** [RUN2] In a ship run by reports a crew arrives when it says so. */
const due = ({ runMode, crews }: Ship): Due | null => (runMode === 'reported' ? null : soonestArrival(crews))

/** A crew at the end of its way: on scene, or home. */
export const arrivalFacts = (ship: Ship, id: string): readonly Fact[] => {
  const { task, route } = known(ship.crews[id], id)
  const { compartment } = known(route.at(-1), `end of the route of ${id}`)
  if (task === null) return [{ type: 'CrewReady', crew: id, compartment }]
  return [{ type: 'CrewArrived', crew: id, task, compartment }]
}

const fall = (ship: Ship, { id }: Due): readonly Fact[] => arrivalFacts(ship, id)

const ENDING = [
  ...(['BreachSealed', 'PassageFreed', 'SystemHealthReached', 'FireOut', 'LeakStopped'] as const),
  ...(['CasualtyPowerRigged', 'CasualtyPowerRemoved', 'CoreEjected', 'CoreLost'] as const),
  ...(['CasualtyDied', 'CasualtyDischarged'] as const),
]

/** The task that an event has ended, if any. */
const endedTask = (ship: Ship, event: EventOf<(typeof ENDING)[number]>): string | null => {
  switch (event.type) {
    case 'BreachSealed':
      return taskId('breach', event.breach)
    case 'PassageFreed':
      return taskId('passage', event.passage)
    case 'SystemHealthReached':
      return healthAt(ship, event.system, ship.at) >= 100 ? taskId('system', event.system) : null
    case 'FireOut':
      return taskId('fire', event.compartment)
    case 'LeakStopped':
      return taskId('leak', event.system)
    case 'CasualtyPowerRigged':
    case 'CasualtyPowerRemoved':
      return taskId('casualty-power', event.system)
    case 'CoreEjected':
    case 'CoreLost':
      return taskId('system', ship.plan.file.core?.system ?? '')
    case 'CasualtyDied':
    case 'CasualtyDischarged':
      return taskId('casualty', event.casualty)
  }
}

const releaseAll = (ship: Ship, task: string, but: string | null = null): readonly Fact[] =>
  Object.entries(ship.crews).flatMap(([id, crew]) =>
    crew.task === task && id !== but ? released(ship, id, task, turningPoint(crew, ship.at)) : NOTHING,
  )

/** Who carried a casualty is where the bed is, at whatever time they were thought to be there. */
const carriersReleased = (ship: Ship, casualty: string, compartment: string): readonly Fact[] => {
  const task = taskId('casualty', casualty)
  return Object.keys(ship.crews).flatMap((id) =>
    ship.crews[id]?.task === task ? released(ship, id, task, { compartment, at: ship.at }) : NOTHING,
  )
}

/** [CRW7] A crew whose last member goes down stops where it is. */
const disabled = (ship: Ship, id: string): readonly Fact[] => {
  const { task, compartment } = known(ship.crews[id], id)
  if (task === null || fitIn(ship, id) > 0) return NOTHING
  return [
    { type: 'CrewReleased', crew: id, task },
    { type: 'CrewReady', crew: id, compartment },
  ]
}

/**
 * [TRV3] A way that is barred while a crew is on it is gone round, or the crew stands where it is and says so. Asked of
 * those who have `barred` before them; null: of all.
 */
const detours = (ship: Ship, barred: string | null = null): readonly Fact[] =>
  Object.entries(ship.crews).flatMap(([id, crew]): readonly Fact[] => {
    const isAhead = ({ at }: Stop): boolean => at >= ship.at
    if (barred !== null && !crew.route.some((stop) => stop.compartment === barred && isAhead(stop))) return NOTHING
    const ahead = crew.route.filter(isAhead)
    const [from, end] = [ahead[0], ahead.at(-1)]
    if (!from || !end || crew.status === 'working' || isOpenAlong(ship, ahead)) return NOTHING
    const places = crew.task === null ? null : taskOf(ship, crew.task)?.places
    const route = routeToAny(ship, from, places ?? [end.compartment])
    if (route.ok) return [{ type: 'CrewRerouted', crew: id, route: route.value }]
    const halted: Fact = { type: 'CrewHalted', crew: id, compartment: from.compartment, ...route.error }
    return crew.task === null ? [halted] : [{ type: 'CrewReleased', crew: id, task: crew.task }, halted]
  })

const reactions = (): Reactions => ({
  CrewArrived: (ship, { crew, task }) => arrived(ship, crew, task),
  CrewHurt: (ship, { crew }) => disabled(ship, crew),
  ...on(['PassageSealed', 'PassageJammed'], (ship) => detours(shown(ship))),
  ForceFieldRaised: (ship, { compartment }) => detours(shown(ship), compartment),
  PlaceRevealed: (ship) => [...detours(shown(ship)), ...calledOff(shown(ship))],
  CasualtyBedded: (ship, { casualty, compartment }) => carriersReleased(ship, casualty, compartment),
  CasualtyMoved: (ship, { casualty, transport }) => releaseAll(ship, taskId('casualty', casualty), transport.crew),
  ...on(ENDING, (ship, event) => {
    const task = seenOf(event) && endedTask(ship, event)
    return task === null ? NOTHING : releaseAll(ship, task)
  }),
})

/** [KNO7] Crews on their way to what is found not to be there any more. */
const calledOff = (ship: Ship): readonly Fact[] =>
  Object.entries(ship.crews).flatMap(([id, crew]) =>
    crew.task !== null && taskOf(ship, crew.task) === null
      ? released(ship, id, crew.task, turningPoint(crew, ship.at))
      : NOTHING,
  )

/** [CRW4] [CRW8] On scene, work begins at once, and a look is enough; a casualty needs a bed first. */
const arrived = (ship: Ship, crew: string, task: string): readonly Fact[] => {
  if (ship.crews[crew]?.task !== task) return NOTHING // called off, by what it found there
  const work = taskOf(ship, task)
  if (!work || work.kind === 'place')
    return released(ship, crew, task, turningPoint(known(ship.crews[crew], crew), ship.at))
  return work.kind === 'casualty' ? NOTHING : [{ type: 'CrewStartedWork', crew, task }]
}

/** [CRW1]–[CRW8] [TRV3] Crews go where they are sent, work until it is done, and come back. */
export const crews: Law = { due, fall, reactions }
