import { err, ok, type Result } from '../../result.ts'
import { known, remembered } from '../records.ts'
import type { PassageBlock, Ship, Stop } from '../state.ts'
import { isPassable, passageState } from './passages.ts'
import { type Openings, QuickestWays } from './quickest.ts'

/** No way there: the first thing in the way of the shortest route there would be. */
export interface Obstacle {
  readonly obstacle: string
  readonly obstacleState: PassageBlock
}

/** As many starts are remembered for a ship as she is; enough for all her crews, and little even of a very large ship. */
const MOST_REMEMBERED = 64

/** Searches by where they start from, for each state of the passages and fields, on which alone the ways depend. */
const searchesAmong = remembered((_passages: Ship['passages']) =>
  remembered((_fields: Ship['fields']) => new Map<number, QuickestWays>()),
)

const idOf = (ship: Ship, place: number): string => known(ship.plan.ways.ids[place], `compartment ${place}`)

/** [TRV4] A force field lets nobody through: who is behind it can leave, who is sent there gets in, but none pass. */
const isHeld = (ship: Ship, compartment: string): boolean => compartment in ship.fields

const quickestFrom = (ship: Ship, from: number): QuickestWays => {
  const searches = searchesAmong(ship.passages)(ship.fields)
  const before = searches.get(from)
  if (before) return before
  if (searches.size >= MOST_REMEMBERED) searches.clear()
  const search = new QuickestWays(ship.plan.ways, from, {
    door: ({ passage }) => isPassable(passageState(ship, passage)),
    across: (place) => !isHeld(ship, idOf(ship, place)),
  })
  searches.set(from, search)
  return search
}

const numberOf = (ship: Ship, compartment: string): number =>
  known(ship.plan.ways.numberOf.get(compartment), compartment)

const OPEN_EVERYWHERE: Openings = { door: () => true, across: () => true }

const obstacleBetween = (ship: Ship, from: number, to: number): Obstacle => {
  for (const { door } of new QuickestWays(ship.plan.ways, from, OPEN_EVERYWHERE).to(to) ?? []) {
    const state = passageState(ship, door.passage)
    if (state === 'sealed' || state === 'jammed') return { obstacle: door.passage.id, obstacleState: state }
    const there = idOf(ship, door.to)
    if (door.to !== to && isHeld(ship, there)) return { obstacle: there, obstacleState: 'field' }
  }
  return { obstacle: idOf(ship, to), obstacleState: 'missing' }
}

/** [TRV1] [TRV2] The quickest way, each stop with the mission time of arrival; or what bars it. `slowness` 2 takes twice as long. */
export const routeBetween = (
  ship: Ship,
  from: string,
  to: string,
  startAt: number,
  slowness = 1,
): Result<readonly Stop[], Obstacle> => {
  const [start, end] = [numberOf(ship, from), numberOf(ship, to)]
  const stages = quickestFrom(ship, start).to(end)
  if (!stages) return err(obstacleBetween(ship, start, end))
  const stops = stages.map(({ door, seconds }) => ({
    compartment: idOf(ship, door.to),
    at: startAt + Math.round(seconds * slowness * 1000),
  }))
  return ok([{ compartment: from, at: startAt }, ...stops])
}

/** When a route ends, ms. */
export const endOf = (route: readonly Stop[]): number => known(route.at(-1), 'end of a route').at

/** The quickest way, from where and when one can turn, to any of the places; or what bars the way to the first of them. */
export const routeToAny = (
  ship: Ship,
  from: Stop,
  places: readonly [string, ...string[]],
): Result<readonly Stop[], Obstacle> => {
  const [first, ...others] = places
  let best = routeBetween(ship, from.compartment, first, from.at)
  for (const other of others) {
    const route = routeBetween(ship, from.compartment, other, from.at)
    if (route.ok && (!best.ok || endOf(route.value) < endOf(best.value))) best = route
  }
  return best
}

/** Whether people can still get through all that lies ahead on a route. */
export const isOpenAlong = (ship: Ship, stops: readonly Stop[]): boolean =>
  stops.every((stop, i) => {
    const next = stops[i + 1]
    if (!next) return true
    if (i > 0 && isHeld(ship, stop.compartment)) return false
    const passage = ship.plan.passagesOf
      .get(stop.compartment)
      ?.find(({ between }) => between.includes(stop.compartment) && between.includes(next.compartment))
    return passage !== undefined && isPassable(passageState(ship, passage))
  })
