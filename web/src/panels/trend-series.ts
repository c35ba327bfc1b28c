import { evolve } from '#shared/ship/evolve.ts'
import type { Ship } from '#shared/ship/state.ts'
import { figuresOf } from '#shared/ship/views/figures.ts'
import type { Recording } from '../replay/recording.ts'

/** The ship in a few figures at one instant. */
export interface TrendPoint {
  readonly at: number
  readonly hullPercent: number
  /** Null on a ship without shields. */
  readonly shieldsPercent: number | null
  readonly openBreaches: number
  readonly casualtiesWaiting: number
  readonly crewsReady: number
}

const POINTS_MOST = 400
const STEP_LEAST_MS = 1_000

/** Evenly spread over the recording, first and last instant included; everything is folded once. */
export const trendOf = ({ start, events, fromMs, toMs }: Recording): readonly TrendPoint[] => {
  const spanMs = toMs - fromMs
  const steps = Math.max(1, Math.min(POINTS_MOST - 1, Math.ceil(spanMs / STEP_LEAST_MS)))
  const points: TrendPoint[] = []
  let ship = start
  let next = 0
  for (let step = 0; step <= steps; step++) {
    const at = Math.round(fromMs + (spanMs * step) / steps)
    for (let event = events[next]; event && event.at <= at; event = events[++next]) ship = evolve(ship, event)
    points.push(pointAt(ship, at))
  }
  return points
}

const pointAt = (ship: Ship, at: number): TrendPoint => {
  const { hullPercent, shieldsPercent, openBreaches, crews } = figuresOf(ship, at)
  const casualtiesWaiting = Object.values(ship.casualties).filter(({ status }) => status === 'waiting').length
  return { at, hullPercent, shieldsPercent, openBreaches, casualtiesWaiting, crewsReady: crews.ready }
}
