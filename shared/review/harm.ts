import type { Harm } from './parts/ship.ts'

const MINUTE_MS = 60_000

export interface Harmed {
  readonly deaths: number
  readonly untreatedImmediateMs: number
  /** Person-minutes. */
  readonly thinAirMinutes: number
  /** Σ weight × ms for which each capability was lost. */
  readonly lostWeightMs: number
}

/** What a death counts against a minute of somebody who waits. Invented, as are the other weights. */
const DEATH = 100

/** [REV22] One number to compare runs by: a minute of a person in need, or of a capability of weight 1 lost, is 1. */
export const harmOf = ({ deaths, untreatedImmediateMs, thinAirMinutes, lostWeightMs }: Harmed): Harm => {
  const deathsPart = DEATH * deaths
  const untreatedPart = untreatedImmediateMs / MINUTE_MS
  const capabilityPart = lostWeightMs / MINUTE_MS
  const total = deathsPart + untreatedPart + thinAirMinutes + capabilityPart
  return { deaths, deathsPart, untreatedPart, thinAirPart: thinAirMinutes, capabilityPart, total }
}
