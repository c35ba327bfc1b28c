import { shown } from '#shared/ship/known.ts'
import type { Ship, Stop } from '#shared/ship/state.ts'
import { firstWrong, type Invariant } from '../invariant.ts'
import { letsPeopleThrough, passageBetween } from '../readings.ts'

/** Arrivals are rounded to the ms, one by one. */
const ROUNDED_MS = 1

/** Bearers take twice a walker's time [CAS4]. */
const WALKING = 1
const CARRYING = 2

interface Way {
  readonly whose: string
  readonly route: readonly Stop[]
  readonly slowness: number
}

const waysOf = (ship: Ship): readonly Way[] => [
  ...Object.entries(ship.crews).flatMap(([id, { status, route }]) =>
    route.length > 0 && status !== 'working' ? [{ whose: `crew ${id}`, route, slowness: WALKING }] : [],
  ),
  ...Object.values(ship.casualties).flatMap(({ id, transport }) =>
    transport?.by === 'carry' ? [{ whose: `casualty ${id}`, route: transport.route, slowness: CARRYING }] : [],
  ),
]

/** Routes that were found in order; a route never changes. */
const checked = new WeakSet<readonly Stop[]>()

const brokenLeg = (ship: Ship, { slowness }: Way, from: Stop, to: Stop): string | null => {
  const passage = passageBetween(ship, from.compartment, to.compartment)
  if (!passage) return `no passage from ${from.compartment} to ${to.compartment}`
  const tookMs = to.at - from.at
  const takesMs = passage.seconds * 1000 * slowness
  return Math.abs(tookMs - takesMs) <= ROUNDED_MS ? null : `${tookMs} ms through ${passage.id}, which takes ${takesMs}`
}

/** [TRV1] From one compartment to the next by a passage, in the time that takes. */
const unbroken = (ship: Ship): string | null =>
  firstWrong(waysOf(ship), (way) => {
    if (checked.has(way.route)) return null
    for (const [i, to] of way.route.entries()) {
      const from = way.route[i - 1]
      const what = from ? brokenLeg(ship, way, from, to) : null
      if (what !== null) return `${way.whose}: ${what}`
    }
    checked.add(way.route)
    return null
  })

/** [TRV4] A field bars the ways through its compartment; one can go in and come out. */
const isHeld = (ship: Ship, route: readonly Stop[], i: number): boolean =>
  i < route.length - 1 && (route[i]?.compartment ?? '') in ship.fields

/** [TRV3] What lies ahead of those under way is open to them, for all that is known. */
const unbarred = (ship: Ship): string | null => {
  const aboard = shown(ship)
  return firstWrong(waysOf(ship), ({ whose, route }) => {
    for (const [i, to] of route.entries()) {
      const from = route[i - 1]
      if (!from || from.at < ship.at) continue
      const passage = passageBetween(ship, from.compartment, to.compartment)
      if (passage && !letsPeopleThrough(aboard, passage))
        return `${whose} is to go through ${passage.id}, which is barred`
      if (isHeld(ship, route, i)) return `${whose} is to go through the field over ${to.compartment}`
    }
    return null
  })
}

export const routes: readonly Invariant[] = [
  { name: 'routes are unbroken', reads: ['crews', 'casualties'], broken: unbroken },
  { name: 'routes ahead are open', reads: ['crews', 'casualties', 'passages', 'fields', 'unknown'], broken: unbarred },
]
