import type { Applies } from './applies.ts'
import { known, put } from '../records.ts'
import type { CrewState, Repair, Ship, ShipState, Stop } from '../state.ts'
import { targetOf } from '../task-id.ts'

type Crews =
  | 'CrewDispatched'
  | 'CrewRerouted'
  | 'CrewHalted'
  | 'CrewArrived'
  | 'CrewStartedWork'
  | 'CrewRecalled'
  | 'CrewReleased'
  | 'CrewReturning'
  | 'CrewReady'
  | 'CrewHurt'
  | 'WorkPaced'
  | 'TaskPrioritySet'

const changed = (ship: Ship, crew: string, change: Partial<CrewState>) => ({
  crews: put(ship.crews, crew, { ...known(ship.crews[crew], crew), ...change }),
})

const placeOn = (route: readonly Stop[], otherwise: string): string => route[0]?.compartment ?? otherwise

/** Repair is stored where the damage is. */
const repairNow = (ship: Ship, task: string, repair: Repair): Partial<ShipState> => {
  const { kind, id } = targetOf(task)
  switch (kind) {
    case 'breach':
      return { breaches: put(ship.breaches, id, { ...known(ship.breaches[id], id), repair }) }
    case 'passage':
      return { passages: put(ship.passages, id, { state: 'jammed', repair }) }
    case 'system':
      return { systems: put(ship.systems, id, { ...known(ship.systems[id], id), repair }) }
    case 'casualty':
      return {}
  }
}

export const crews: Applies<Crews> = {
  CrewDispatched: (ship, { crew, task, route, at }) =>
    changed(ship, crew, { status: 'enRoute', task, route, compartment: placeOn(route, ''), since: at }),
  CrewRerouted: (ship, { crew, route }) => changed(ship, crew, { route, compartment: placeOn(route, '') }),
  CrewHalted: (ship, { crew, compartment, at }) =>
    changed(ship, crew, { status: 'ready', task: null, route: [], compartment, since: at }),
  CrewArrived: (ship, { crew, compartment, at }) =>
    changed(ship, crew, { status: 'onScene', route: [], compartment, since: at }),
  CrewStartedWork: (ship, { crew, at }) => changed(ship, crew, { status: 'working', since: at }),
  CrewRecalled: (ship, { crew, at }) => changed(ship, crew, { task: null, since: at }),
  CrewReleased: (ship, { crew, at }) => changed(ship, crew, { task: null, since: at }),
  CrewReturning: (ship, { crew, compartment, route, at }) =>
    changed(ship, crew, { status: 'returning', task: null, route, compartment, since: at }),
  CrewReady: (ship, { crew, compartment, at }) =>
    changed(ship, crew, { status: 'ready', task: null, route: [], compartment, since: at }),
  CrewHurt: (ship, { crew, hurt }) => changed(ship, crew, { hurt }),
  WorkPaced: (ship, { task, percent, perS, at }) => repairNow(ship, task, { percent, since: at, perS }),
  TaskPrioritySet: (ship, { task, priority }) => ({ priorities: put(ship.priorities, task, priority) }),
}
