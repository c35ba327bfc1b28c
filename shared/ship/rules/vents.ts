import type { Order } from '../commands.ts'
import type { EventOf, Fact } from '../events.ts'
import { kpaReachedAt, pressureAt } from '../formula.ts'
import { shown } from '../known.ts'
import { type Due, type Law, NOTHING, soonestOf } from '../law.ts'
import { peopleIn } from '../people.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'
import type { CasualtyStatus } from '../terms.ts'
import { airspaceOf } from './airspaces.ts'

/** The valves of one compartment to space, m². Invented. */
const VENT_M2 = 0.2
/** A vent shuts by itself when so little is left of the ship's own pressure. Invented. */
const EMPTY_SHARE = 0.05

const emptyKpa = (ship: Ship): number => EMPTY_SHARE * ship.plan.file.atmosphere.kpa

const LYING_THERE: readonly CasualtyStatus[] = ['waiting', 'inBed', 'stable']

/** Everyone in a compartment who has no suit: whoever is hurt, too. */
const unsuitedIn = (ship: Ship, compartment: string): number =>
  Object.values(ship.casualties).reduce(
    (count, one) => count + (one.compartment === compartment && LYING_THERE.includes(one.status) ? 1 : 0),
    peopleIn(ship, compartment),
  )

/** [VNT1] [VNT2] Judged by what is known aboard. */
export const ventCompartment = (ship: Ship, order: Extract<Order, { type: 'VentCompartment' }>, at: number): Ruling => {
  const { compartment } = order
  if (!ship.plan.compartments.has(compartment))
    return err({ code: 'UnknownThing', what: 'compartment', id: compartment })
  if (compartment in ship.vents) return ok([])
  const aboard = shown(ship)
  const airspace = airspaceOf(aboard, compartment)
  const occupied = [compartment, ...airspace].find((id) => unsuitedIn(aboard, id) > 0)
  if (occupied !== undefined)
    return err({ code: 'PeopleInside', compartment: occupied, people: unsuitedIn(aboard, occupied) })
  if (pressureAt(ship, compartment, at) <= emptyKpa(ship)) return ok([])
  return ok([{ type: 'VentOpened', compartment, areaM2: VENT_M2 }])
}

const emptyAt = (ship: Ship, compartment: string): number | null => {
  const air = ship.air[compartment]
  return air ? kpaReachedAt(air, emptyKpa(ship)) : null
}

const due = (ship: Ship): Due | null =>
  soonestOf(Object.keys(ship.vents), (id) => {
    const at = emptyAt(ship, id)
    return at === null ? null : { at, id }
  })

const fall = (_ship: Ship, { id }: Due): readonly Fact[] => [{ type: 'VentClosed', compartment: id }]

/** Air that is mixed with none may be gone from one instant to the next. */
const emptied = (ship: Ship, { readings }: EventOf<'AirFlowChanged'>): readonly Fact[] =>
  readings.flatMap(({ compartment, kpa }): readonly Fact[] =>
    compartment in ship.vents && kpa <= emptyKpa(ship) ? [{ type: 'VentClosed', compartment }] : NOTHING,
  )

/** [VNT1]–[VNT3] An empty compartment may be opened to space, which puts out what burns there. */
export const vents: Law = { due, fall, reactions: () => ({ AirFlowChanged: emptied }) }
