import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import type { WayOut } from '../facts/hazards.ts'
import { type Due, type Law, NOTHING, on, type Reactions, soonestIn } from '../law.ts'
import { peopleIn } from '../people.ts'
import { known } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Evacuation, Ship } from '../state.ts'
import { isOpenAlong, type Obstacle, routeToNearest } from './routes.ts'
import { isDeadly, isSafe } from './safety.ts'

/**
 * One door passes about 0.8 people a second: four every 5 s. Source: SFPE handbook, greatest specific flow 1.3 persons/s for
 * each metre of effective width, 0.6 m of a door of 0.9 m. Limit: whoever is on the way counts as inside until they arrive.
 */
const GROUP = 4
const GROUP_EVERY_MS = 5000

const wayOut = (ship: Ship, compartment: string): Result<WayOut, Obstacle> => {
  const from = { compartment, at: ship.at }
  const route = routeToNearest(
    ship,
    from,
    (id) => isSafe(ship, id),
    (id) => !isDeadly(ship, id),
  )
  if (!route.ok) return route
  const end = known(route.value.at(-1), 'end of a way out')
  return ok({ to: end.compartment, route: route.value, nextAt: end.at })
}

/** [EVA1] [EVA3] Where there is no way out they are trapped from the start, and the order stands. */
export const evacuateCompartment = (ship: Ship, order: Extract<Order, { type: 'EvacuateCompartment' }>): Ruling => {
  const { compartment } = order
  if (!ship.plan.compartments.has(compartment))
    return err({ code: 'UnknownThing', what: 'compartment', id: compartment })
  if (peopleIn(ship, compartment) === 0 || compartment in ship.evacuations) return ok([])
  const way = wayOut(ship, compartment)
  if (!way.ok) return ok([{ type: 'PeopleTrapped', compartment, ...way.error }])
  return ok([{ type: 'EvacuationOrdered', compartment, ...way.value }])
}

const soonestGroup = soonestIn(({ nextAt }: Evacuation) => nextAt)

const fall = (ship: Ship, { at, id }: Due): readonly Fact[] => {
  const to = known(ship.evacuations[id]?.to ?? undefined, `way out of ${id}`)
  const people = peopleIn(ship, id)
  const count = Math.min(GROUP, people)
  return [{ type: 'PeopleMoved', from: id, to, count, nextAt: count < people ? at + GROUP_EVERY_MS : null }]
}

const ended = (ship: Ship, compartment: string): readonly Fact[] =>
  compartment in ship.evacuations && peopleIn(ship, compartment) === 0
    ? [{ type: 'EvacuationEnded', compartment }]
    : NOTHING

const isUnderWay = (ship: Ship, { to, route }: Evacuation): boolean =>
  to !== null && isSafe(ship, to) && isOpenAlong(ship, route)

/** [EVA3] [EVA4] People who cannot go on as they were: another way, or none, or at last one. */
const reviewed = (ship: Ship, evacuation: Evacuation): readonly Fact[] => {
  if (isUnderWay(ship, evacuation)) return NOTHING
  const { compartment } = evacuation
  const way = wayOut(ship, compartment)
  if (way.ok) return [{ type: 'EvacuationResumed', compartment, ...way.value }]
  const { obstacle, obstacleState } = way.error
  const asBefore = evacuation.obstacle === obstacle && evacuation.obstacleState === obstacleState
  return asBefore ? NOTHING : [{ type: 'PeopleTrapped', compartment, obstacle, obstacleState }]
}

/** Whatever opens or bars a way, or makes a place safe or deadly. */
const CHANGES_WAYS = [
  ...(['PassageSealed', 'PassageOpened', 'PassageJammed', 'PassageFreed'] as const),
  ...(['ForceFieldRaised', 'ForceFieldLowered', 'ForceFieldFailed'] as const),
  ...(['BreachOpened', 'BreachSealed', 'VentOpened', 'VentClosed', 'AirThinned', 'AirRestored'] as const),
  ...(['FireStarted', 'FireOut', 'LeakStarted', 'LeakStopped', 'EvacuationEnded'] as const),
]

const reactions = (): Reactions => ({
  ...on(['PeopleMoved', 'HandsLent'], (ship, { from }) => ended(ship, from)),
  CasualtyReported: (ship, { compartment }) => ended(ship, compartment),
  // nobody is sent where others have to leave
  ...on(['EvacuationOrdered', 'PeopleTrapped'], (ship, { compartment }) =>
    Object.values(ship.evacuations).flatMap((one) => (one.to === compartment ? reviewed(ship, one) : NOTHING)),
  ),
  ...on(CHANGES_WAYS, (ship) => Object.values(ship.evacuations).flatMap((one) => reviewed(ship, one))),
})

/** [EVA1]–[EVA5] People leave by the quickest way, or say what bars it. */
export const evacuation: Law = { due: ({ evacuations }) => soonestGroup(evacuations), fall, reactions }
