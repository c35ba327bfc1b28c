import type { Order } from '../commands.ts'
import type { Fact, ShipEvent } from '../events.ts'
import { healthAt } from '../formula.ts'
import { type Due, earlier, type Law, NOTHING } from '../law.ts'
import { known, own } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { CrewState, Ship, Stop } from '../state.ts'
import { taskId } from '../task-id.ts'
import { isPassable, passageState } from './passages.ts'
import { fitIn } from './repair.ts'
import { type Obstacle, routeBetween } from './routes.ts'
import { taskOf } from './tasks.ts'

/** Where a crew can turn: where it is, or, under way, the next compartment it will reach. */
export const turningPoint = (crew: CrewState, at: number): Stop =>
  crew.route.find((stop) => stop.at >= at) ?? { compartment: crew.compartment, at }

const onwards = (ship: Ship, crew: CrewState, to: string, at: number) => {
  const from = turningPoint(crew, at)
  return routeBetween(ship, from.compartment, to, Math.max(from.at, at))
}

const noRoute = (crew: CrewState, to: string, { obstacle, obstacleState }: Obstacle, at: number): Ruling =>
  err({ code: 'NoRoute', from: turningPoint(crew, at).compartment, to, obstacle, obstacleState })

/** [CRW1]–[CRW3] A crew that is ready or on its way home can be sent wherever there is work and a way. */
export const dispatchCrew = (ship: Ship, order: Extract<Order, { type: 'DispatchCrew' }>, at: number): Ruling => {
  const crew = own(ship.crews, order.crew)
  const task = taskOf(ship, order.task)
  if (!crew) return err({ code: 'UnknownThing', what: 'crew', id: order.crew })
  if (!task) return err({ code: 'UnknownThing', what: 'task', id: order.task })
  if (crew.task === order.task) return ok([])
  if (crew.status !== 'ready' && crew.status !== 'returning')
    return err({ code: 'CrewNotReady', crew: order.crew, crewStatus: crew.status, task: crew.task })
  if (fitIn(ship, order.crew) === 0) {
    const size = ship.plan.crews.get(order.crew)?.size ?? 0
    return err({ code: 'CrewHasNobodyFit', crew: order.crew, size, hurt: crew.hurt })
  }
  const route = onwards(ship, crew, task.compartment, at)
  if (!route.ok) return noRoute(crew, task.compartment, route.error, at)
  return ok([{ type: 'CrewDispatched', crew: order.crew, task: order.task, route: route.value }])
}

/** Home to its station; where no way leads there it stands by where it is. */
const homewards = (ship: Ship, id: string, from: Stop): Fact => {
  const { station } = known(ship.plan.crews.get(id), id)
  const route = from.compartment === station ? null : routeBetween(ship, from.compartment, station, from.at)
  if (!route?.ok) return { type: 'CrewReady', crew: id, compartment: from.compartment }
  return { type: 'CrewReturning', crew: id, compartment: from.compartment, route: route.value }
}

const released = (ship: Ship, id: string, task: string, from: Stop): readonly Fact[] => [
  { type: 'CrewReleased', crew: id, task },
  homewards(ship, id, from),
]

export const recallCrew = (ship: Ship, { crew: id }: Extract<Order, { type: 'RecallCrew' }>, at: number): Ruling => {
  const crew = own(ship.crews, id)
  if (!crew) return err({ code: 'UnknownThing', what: 'crew', id })
  if (crew.task === null) return err({ code: 'CrewNotOut', crew: id, crewStatus: crew.status })
  return ok([{ type: 'CrewRecalled', crew: id }, ...released(ship, id, crew.task, turningPoint(crew, at))])
}

export const setTaskPriority = (ship: Ship, order: Extract<Order, { type: 'SetTaskPriority' }>): Ruling => {
  if (!taskOf(ship, order.task)) return err({ code: 'UnknownThing', what: 'task', id: order.task })
  const same = (ship.priorities[order.task] ?? 'normal') === order.priority
  return ok(same ? [] : [{ type: 'TaskPrioritySet', task: order.task, priority: order.priority }])
}

const due = (ship: Ship): Due | null => {
  let soonest: Due | null = null
  for (const id in ship.crews) {
    const last = ship.crews[id]?.route.at(-1)
    if (last) soonest = earlier(soonest, { at: last.at, id })
  }
  return soonest
}

const fall = (ship: Ship, { id }: Due): readonly Fact[] => {
  const { task, route } = known(ship.crews[id], id)
  const { compartment } = known(route.at(-1), `end of the route of ${id}`)
  if (task === null) return [{ type: 'CrewReady', crew: id, compartment }]
  return [{ type: 'CrewArrived', crew: id, task, compartment }]
}

/** The task that an event has ended, if any. */
const endedTask = (ship: Ship, event: ShipEvent): string | null => {
  switch (event.type) {
    case 'BreachSealed':
      return taskId('breach', event.breach)
    case 'PassageFreed':
      return taskId('passage', event.passage)
    case 'SystemHealthReached':
      return healthAt(ship, event.system, ship.at) >= 100 ? taskId('system', event.system) : null
    case 'CasualtyBedded':
    case 'CasualtyDied':
    case 'CasualtyDischarged':
      return taskId('casualty', event.casualty)
    default:
      return null
  }
}

const releaseAll = (ship: Ship, task: string, at: string | null): readonly Fact[] =>
  Object.entries(ship.crews).flatMap(([id, crew]) => {
    if (crew.task !== task) return NOTHING
    const carried = at !== null && crew.status === 'working'
    return released(ship, id, task, carried ? { compartment: at, at: ship.at } : turningPoint(crew, ship.at))
  })

/** [TRV3] A way that is barred while a crew is on it is gone round, or the crew stands where it is and says so. */
const detours = (ship: Ship): readonly Fact[] =>
  Object.entries(ship.crews).flatMap(([id, crew]): readonly Fact[] => {
    const ahead = crew.route.filter((stop) => stop.at >= ship.at)
    const end = ahead.at(-1)
    if (!end || isOpenAlong(ship, ahead)) return NOTHING
    const from = known(ahead[0], id)
    const route = routeBetween(ship, from.compartment, end.compartment, from.at)
    if (route.ok) return [{ type: 'CrewRerouted', crew: id, route: route.value }]
    const halted: Fact = { type: 'CrewHalted', crew: id, compartment: from.compartment, ...route.error }
    return crew.task === null ? [halted] : [{ type: 'CrewReleased', crew: id, task: crew.task }, halted]
  })

const isOpenAlong = (ship: Ship, stops: readonly Stop[]): boolean =>
  stops.every((stop, i) => {
    const next = stops[i + 1]
    if (!next) return true
    const passage = ship.plan.passagesOf
      .get(stop.compartment)
      ?.find(({ between }) => between.includes(stop.compartment) && between.includes(next.compartment))
    return passage !== undefined && isPassable(passageState(ship, passage))
  })

const react = (ship: Ship, event: ShipEvent): readonly Fact[] => {
  if (event.type === 'CrewArrived') return arrived(ship, event.crew, event.task)
  if (event.type === 'PassageSealed' || event.type === 'PassageJammed') return detours(ship)
  const task = endedTask(ship, event)
  if (task === null) return NOTHING
  return releaseAll(ship, task, event.type === 'CasualtyBedded' ? event.compartment : null)
}

/** [CRW4] On scene, work begins at once; a casualty is another matter, since there has to be a bed. */
const arrived = (ship: Ship, crew: string, task: string): readonly Fact[] => {
  const work = taskOf(ship, task)
  if (!work) return released(ship, crew, task, turningPoint(known(ship.crews[crew], crew), ship.at))
  return work.kind === 'casualty' ? NOTHING : [{ type: 'CrewStartedWork', crew, task }]
}

/** [CRW1]–[CRW5] [TRV3] Crews go where they are sent, work until it is done, and come back. */
export const crews: Law = { due, fall, react }
