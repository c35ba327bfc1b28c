import { fold } from '#shared/ship/evolve.ts'
import type { Ship } from '#shared/ship/state.ts'
import { figuresOf } from '#shared/ship/views/figures.ts'
import { eventsBy, KEYFRAME_EVENTS, type Recording, shipAfter } from '../replay/recording.ts'

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

/** Evenly spread over the recording, first and last instant included. Nothing is folded twice, and of a long recording not all. */
export const trendOf = (recording: Recording): readonly TrendPoint[] => {
  const { start, events, fromMs, toMs } = recording
  const spanMs = toMs - fromMs
  const steps = Math.max(1, Math.min(POINTS_MOST - 1, Math.ceil(spanMs / STEP_LEAST_MS)))
  const points: TrendPoint[] = []
  let ship = start
  let folded = 0
  for (let step = 0; step <= steps; step++) {
    const at = Math.round(fromMs + (spanMs * step) / steps)
    const count = eventsBy(events, at)
    ship = count - folded > KEYFRAME_EVENTS ? shipAfter(recording, count) : fold(ship, events.slice(folded, count))
    folded = count
    points.push(pointAt(ship, at))
  }
  return points
}

const pointAt = (ship: Ship, at: number): TrendPoint => {
  const { hullPercent, shieldsPercent, openBreaches, crews } = figuresOf(ship, at)
  const casualtiesWaiting = Object.values(ship.casualties).filter(({ status }) => status === 'waiting').length
  return { at, hullPercent, shieldsPercent, openBreaches, casualtiesWaiting, crewsReady: crews.ready }
}
