import type { Rejection } from './rejections.ts'
import { err, ok, type Result } from '../result.ts'

interface Limits {
  readonly least: number
  readonly most: number
}

/** What numbers an order may carry, on every way in. All but the seed's are invented. */
export const LIMITS = {
  /** The worst that a hit can be; the laws of hits are tuned for it. */
  energyMj: { least: 0, most: 2000 },
  /** From a hand's breadth to a house front. */
  areaM2: { least: 0.01, most: 20 },
  /** Mission time per real time; 0 is paused. The fastest is the top speed of the replay keys. */
  rate: { least: 0, most: 64 },
  /** How long an alarm may be put aside, minutes: no longer than a watch. */
  shelvedMinutes: { least: 1, most: 240 },
  /** How soon something may be wanted, s, and in what share of cases, %. */
  standardS: { least: 1, most: 86_400 },
  standardPercent: { least: 1, most: 100 },
  /** A whole number of 32 bits. */
  seed: { least: 0, most: 4_294_967_295 },
} as const satisfies Record<string, Limits>

/** The number, if it is one and within its limits; so that none that is not ever reaches the state. */
export const within = (field: string, value: number, { least, most }: Limits): Result<number, Rejection> =>
  value >= least && value <= most ? ok(value) : err({ code: 'OutOfRange', field, value, least, most })
