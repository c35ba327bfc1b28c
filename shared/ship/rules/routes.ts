import type { Passage } from '../plan.ts'
import { err, ok, type Result } from '../../result.ts'
import { known } from '../records.ts'
import type { PassageBlock, Ship, Stop } from '../state.ts'
import { isPassable, passageState } from './passages.ts'

/** No way there: the first thing in the way of the shortest route there would be. */
export interface Obstacle {
  readonly obstacle: string
  readonly obstacleState: PassageBlock
}

interface Reached {
  readonly seconds: number
  readonly from: string | null
  readonly by: Passage | null
}

/** The waiting compartments, nearest first: a binary heap, so that a large ship costs n·log n. */
const nearestFirst = (): {
  push(id: string, seconds: number): void
  pop(): { id: string; seconds: number } | undefined
} => {
  const heap: { id: string; seconds: number }[] = []
  const before = (a: number, b: number): boolean => {
    const [x, y] = [heap[a], heap[b]]
    if (!x || !y) return false
    return x.seconds < y.seconds || (x.seconds === y.seconds && x.id < y.id)
  }
  const swap = (a: number, b: number): void => {
    const [x, y] = [heap[a], heap[b]]
    if (x && y) [heap[a], heap[b]] = [y, x]
  }
  const sink = (i: number): void => {
    const [left, right] = [2 * i + 1, 2 * i + 2]
    const least = before(right, left) ? right : left
    if (!before(least, i)) return
    swap(least, i)
    sink(least)
  }
  return {
    push: (id, seconds) => {
      let i = heap.push({ id, seconds }) - 1
      for (let up = (i - 1) >> 1; i > 0 && before(i, up); up = (i - 1) >> 1) {
        swap(i, up)
        i = up
      }
    },
    pop: () => {
      const first = heap[0]
      const last = heap.pop()
      if (first && last && heap.length > 0) {
        heap[0] = last
        sink(0)
      }
      return first
    },
  }
}

/** Shortest times over passages that let people through (Dijkstra), from one compartment outwards, until `to` is reached. */
const spread = (ship: Ship, from: string, to: string, through: (passage: Passage) => boolean): Map<string, Reached> => {
  const reached = new Map<string, Reached>([[from, { seconds: 0, from: null, by: null }]])
  const done = new Set<string>()
  const waiting = nearestFirst()
  waiting.push(from, 0)
  for (let here = waiting.pop(); here; here = waiting.pop()) {
    if (done.has(here.id)) continue
    done.add(here.id)
    if (here.id === to) break
    for (const passage of ship.plan.passagesOf.get(here.id) ?? []) {
      if (!through(passage)) continue
      const there = passage.between[0] === here.id ? passage.between[1] : passage.between[0]
      const seconds = here.seconds + passage.seconds
      const before = reached.get(there)
      if (before && before.seconds <= seconds) continue
      reached.set(there, { seconds, from: here.id, by: passage })
      waiting.push(there, seconds)
    }
  }
  return reached
}

const passable =
  (ship: Ship) =>
  (passage: Passage): boolean =>
    isPassable(passageState(ship, passage))

const wayTo = (reached: Map<string, Reached>, to: string): readonly (Reached & { readonly id: string })[] => {
  const way: (Reached & { id: string })[] = []
  for (let id: string | null = to; id !== null;) {
    const step: Reached | undefined = reached.get(id)
    if (!step) return []
    way.unshift({ ...step, id })
    id = step.from
  }
  return way
}

const obstacleBetween = (ship: Ship, from: string, to: string): Obstacle => {
  const way = wayTo(
    spread(ship, from, to, () => true),
    to,
  )
  for (const { by } of way) {
    const state = by ? passageState(ship, by) : 'open'
    if (by && (state === 'sealed' || state === 'jammed')) return { obstacle: by.id, obstacleState: state }
  }
  return { obstacle: to, obstacleState: 'missing' }
}

/** [TRV1] [TRV2] The quickest way, each stop with the mission time of arrival; or what bars it. `slowness` 2 takes twice as long. */
export const routeBetween = (
  ship: Ship,
  from: string,
  to: string,
  startAt: number,
  slowness = 1,
): Result<readonly Stop[], Obstacle> => {
  const way = wayTo(spread(ship, from, to, passable(ship)), to)
  if (way.length === 0) return err(obstacleBetween(ship, from, to))
  return ok(way.map(({ id, seconds }) => ({ compartment: id, at: startAt + Math.round(seconds * slowness * 1000) })))
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
    const passage = ship.plan.passagesOf
      .get(stop.compartment)
      ?.find(({ between }) => between.includes(stop.compartment) && between.includes(next.compartment))
    return passage !== undefined && isPassable(passageState(ship, passage))
  })
