import type { Applies } from './applies.ts'
import type { CrewFact } from '../facts/crews.ts'
import { peopleIn } from '../people.ts'
import { known, put, without } from '../records.ts'
import type { CrewState, Repair, Ship, ShipState, Stop } from '../state.ts'
import { targetOf } from '../task-id.ts'

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
    case 'fire':
      return { fires: put(ship.fires, id, { ...known(ship.fires[id], id), repair }) }
    case 'leak':
      return { leaks: put(ship.leaks, id, { ...known(ship.leaks[id], id), repair }) }
    case 'casualty-power':
      return { casualtyLines: put(ship.casualtyLines, id, { ...known(ship.casualtyLines[id], id), repair }) }
    case 'casualty':
    case 'place':
      return {}
  }
}

/** More people, or fewer, with a crew or in a compartment. */
const handsMore = (ship: Ship, crewOrCompartment: string, by: number): Partial<ShipState> => {
  const crew = ship.crews[crewOrCompartment]
  if (crew) return changed(ship, crewOrCompartment, { hands: crew.hands + by })
  return { people: put(ship.people, crewOrCompartment, peopleIn(ship, crewOrCompartment) + by) }
}

export const crews: Applies<CrewFact['type']> = {
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
  CrewFatigueChanged: (ship, { crew, minutes, perMinute, at }) =>
    changed(ship, crew, { fatigue: { minutes, since: at, perMinute } }),
  CrewTired: (ship, { crew, tired }) => changed(ship, crew, { tired }),
  HandsLent: (ship, { transfer, from, to, people, arrivesAt }) => ({
    ...handsMore(ship, from, -people),
    transfers: put(ship.transfers, transfer, { id: transfer, from, to, people, arrivesAt }),
    numbers: { ...ship.numbers, transfer: ship.numbers.transfer + 1 },
  }),
  HandsJoined: (ship, { transfer, to, people }) => ({
    ...handsMore(ship, to, people),
    transfers: without(ship.transfers, transfer),
  }),
  StepTicked: (ship, { card, subject, step, at }) => {
    const key = `${card}/${subject}`
    return { ticks: put(ship.ticks, key, put(ship.ticks[key] ?? {}, step, at)) }
  },
}
