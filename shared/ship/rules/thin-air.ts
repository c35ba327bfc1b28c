import type { Fact } from '../events.ts'
import { kpaReachedAt, pressureAt } from '../formula.ts'
import { type Due, earlier, type Law } from '../law.ts'
import { known, remembered } from '../records.ts'
import type { Air, Ship } from '../state.ts'
import { peopleIn } from '../people.ts'
import { reportFact } from './injuries.ts'

/**
 * Time of useful consciousness by pressure, from the top down, s. Source: FAA AC 61-107, middle of each range (25,000 ft
 * 3–5 min, 30,000 ft 1–2 min, 40,000 ft 15–20 s, 43,000 ft and up 9–12 s). Between two altitudes the milder one counts.
 */
const BANDS = [
  { belowKpa: 37.6, consciousS: 240 },
  { belowKpa: 30.1, consciousS: 90 },
  { belowKpa: 18.8, consciousS: 17.5 },
  { belowKpa: 16.2, consciousS: 10.5 },
] as const

/** Share of useful consciousness used up each second at a pressure. */
export const dosePerS = (kpa: number): number => {
  let perS = 0
  for (const band of BANDS) if (kpa <= band.belowKpa) perS = 1 / band.consciousS
  return perS
}

interface Segment {
  readonly from: number
  readonly perS: number
}

/** The dose rate is a staircase in time, since pressure moves one way between two events: one step a band. */
const segmentsOf = (air: Air): readonly Segment[] => {
  const segments: Segment[] = [{ from: air.since, perS: dosePerS(air.kpa) }]
  const falling = air.flow.kind === 'venting'
  const levels = falling ? BANDS : [...BANDS].reverse()
  for (const { belowKpa } of levels) {
    const from = kpaReachedAt(air, belowKpa)
    if (from === null) continue
    // Past the level on the way down it counts; on the way up, what counts is the band above it.
    segments.push({ from, perS: dosePerS(falling ? belowKpa : belowKpa + 0.001) })
  }
  return segments
}

/** Share of useful consciousness used up by whoever is inside, 0 to 1. Unstirred air: 0. */
export const doseAt = (air: Air | undefined, at: number): number => {
  if (air === undefined) return 0
  const segments = segmentsOf(air)
  let dose = air.dose
  for (const [i, { from, perS }] of segments.entries()) {
    const until = Math.min(at, segments[i + 1]?.from ?? at)
    if (until > from) dose += (perS * (until - from)) / 1000
  }
  return Math.min(1, dose)
}

/** When the air does harm and the dose has reached 1, ms; null if that does not come under this formula. */
const overcomeAt = remembered((air: Air): number | null => {
  const segments = segmentsOf(air)
  let dose = air.dose
  for (const [i, { from, perS }] of segments.entries()) {
    if (dose >= 1 && perS > 0) return from
    const reached = perS > 0 ? from + Math.ceil(((1 - dose) / perS) * 1000) : null
    const until = segments[i + 1]?.from
    if (reached !== null && (until === undefined || reached <= until)) return reached
    if (until !== undefined) dose += (perS * (until - from)) / 1000
  }
  return null
})

/**
 * When whoever is inside is overcome, ms. [AIR9] Those who have come since the dose reached 1 are so at once while the air
 * does harm. Limit: the dose belongs to the air of the place; who comes in shares what was breathed there before, and who
 * goes leaves it behind.
 */
const strikesAt = (ship: Ship, id: string): number | null => {
  const at = overcomeAt(known(ship.air[id], id))
  return at === null || at >= ship.at || dosePerS(pressureAt(ship, id, ship.at)) > 0 ? at : null
}

const due = (ship: Ship): Due | null => {
  let soonest: Due | null = null
  for (const id in ship.air) {
    if (peopleIn(ship, id) === 0) continue
    const at = strikesAt(ship, id)
    if (at !== null) soonest = earlier(soonest, { at, id })
  }
  return soonest
}

const fall = (ship: Ship, { id }: Due): readonly Fact[] => {
  const count = peopleIn(ship, id)
  const first = ship.numbers.casualty + 1
  const reports = Array.from({ length: count }, (_one, i) =>
    reportFact(ship, { number: first + i, compartment: id, injury: 'hypoxia' }),
  )
  return [{ type: 'PeopleOvercome', compartment: id, count }, ...reports]
}

/** [AIR6]–[AIR9] Whoever is inside when useful consciousness runs out is a casualty. Crews wear suits. */
export const thinAir: Law = { due, fall }
