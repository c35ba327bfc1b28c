import { err, ok, type Result } from '../../result.ts'
import { passageId } from '../../ship-file/passages.ts'
import type { Ways } from '../plan.ts'
import { known, remembered } from '../records.ts'
import type { PassageBlock, Ship, Stop } from '../state.ts'
import { isPassable, passageState } from './passages.ts'
import { type Openings, QuickestWays, type Stage } from './quickest.ts'

/** No way there: the first thing in the way of the shortest route there would be. */
export interface Obstacle {
  readonly obstacle: string
  readonly obstacleState: PassageBlock
}

/** As many starts are remembered for a ship as she is; enough for all her crews, and little even of a very large ship. */
const MOST_REMEMBERED = 64

/** Searches by where they start from. */
type Searches = Map<number, QuickestWays>

/** For each state of the passages and fields, on which alone the ways depend. */
const searchesAmong = remembered((_passages: Ship['passages']) =>
  remembered((_fields: Ship['fields']): Searches => new Map()),
)

const idOf = (ship: Ship, place: number): string => known(ship.plan.ways.ids[place], `compartment ${place}`)

/** [TRV4] A force field lets nobody through: who is behind it can leave, who is sent there gets in, but none pass. */
const isHeld = (ship: Ship, compartment: string): boolean => compartment in ship.fields

const openingsOf = (ship: Ship, mayCross: (compartment: string) => boolean = () => true): Openings => ({
  door: ({ passage }) => isPassable(passageState(ship, passage)),
  across: (place) => !isHeld(ship, idOf(ship, place)) && mayCross(idOf(ship, place)),
})

const searchFrom = (searches: Searches, from: number, ways: Ways, open: () => Openings): QuickestWays => {
  const before = searches.get(from)
  if (before) return before
  if (searches.size >= MOST_REMEMBERED) searches.clear()
  const search = new QuickestWays(ways, from, open())
  searches.set(from, search)
  return search
}

const numberOf = (ship: Ship, compartment: string): number =>
  known(ship.plan.ways.numberOf.get(compartment), compartment)

const OPEN_EVERYWHERE: Openings = { door: () => true, across: () => true }

const searchesIfAllWereOpen = remembered((_ways: Ways): Searches => new Map())

/** The way if nothing barred any; null: there is none. */
const wayIfAllWereOpen = ({ plan: { ways } }: Ship, from: number, to: number): readonly Stage[] | null =>
  searchFrom(searchesIfAllWereOpen(ways), from, ways, () => OPEN_EVERYWHERE).to(to)

/** The first thing in the way; null: it is open from end to end. */
const barOn = (ship: Ship, way: readonly Stage[]): Obstacle | null => {
  for (const { door } of way) {
    const state = passageState(ship, door.passage)
    if (state === 'sealed' || state === 'jammed') return { obstacle: door.passage.id, obstacleState: state }
    const there = idOf(ship, door.to)
    if (door !== way.at(-1)?.door && isHeld(ship, there)) return { obstacle: there, obstacleState: 'field' }
  }
  return null
}

/** What bars a way that would be there; `to` where there is none at all. */
const obstacleOn = (ship: Ship, way: readonly Stage[] | null, to: number): Obstacle =>
  (way && barOn(ship, way)) ?? { obstacle: idOf(ship, to), obstacleState: 'missing' }

const stopsOf = (ship: Ship, way: readonly Stage[], from: Stop, slowness = 1): readonly Stop[] => [
  from,
  ...way.map(({ door, seconds }) => ({
    compartment: idOf(ship, door.to),
    at: from.at + Math.round(seconds * slowness * 1000),
  })),
]

/**
 * [TRV1] [TRV2] The quickest way, each stop with the mission time of arrival; or what bars it. `slowness` 2 takes twice as long.
 * The way that would be quickest if all were open is so, too, while all of it is open: what is barred elsewhere only takes others
 * away. It is found once for good, where the ways of the ship as she is are sought anew after every change to door or field.
 */
export const routeBetween = (
  ship: Ship,
  from: string,
  to: string,
  startAt: number,
  slowness = 1,
): Result<readonly Stop[], Obstacle> => {
  const { ways } = ship.plan
  const [start, end] = [numberOf(ship, from), numberOf(ship, to)]
  const straight = wayIfAllWereOpen(ship, start, end)
  const isStraight = straight !== null && barOn(ship, straight) === null
  const among = () => searchFrom(searchesAmong(ship.passages)(ship.fields), start, ways, () => openingsOf(ship))
  const way = isStraight ? straight : among().to(end)
  if (way) return ok(stopsOf(ship, way, { compartment: from, at: startAt }, slowness))
  return err(obstacleOn(ship, straight, end))
}

/**
 * The quickest way to the nearest other compartment of a kind, across others only where there is no way without; or what
 * bars the way to the one that would be nearest.
 */
export const routeToNearest = (
  ship: Ship,
  from: Stop,
  isWanted: (compartment: string) => boolean,
  mayCross: (compartment: string) => boolean,
): Result<readonly Stop[], Obstacle> => {
  const { ways } = ship.plan
  const start = numberOf(ship, from.compartment)
  const wanted = (place: number): boolean => isWanted(idOf(ship, place))
  const way =
    new QuickestWays(ways, start, openingsOf(ship, mayCross)).toNearest(wanted) ??
    new QuickestWays(ways, start, openingsOf(ship)).toNearest(wanted)
  if (way) return ok(stopsOf(ship, way, from))
  return err(obstacleOn(ship, new QuickestWays(ways, start, OPEN_EVERYWHERE).toNearest(wanted), start))
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
    const passage = ship.plan.passages.get(passageId(stop.compartment, next.compartment))
    return passage !== undefined && isPassable(passageState(ship, passage))
  })
