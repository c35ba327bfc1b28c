import type { RecordedEvent } from '../ship/events.ts'
import type { Ship } from '../ship/state.ts'

/**
 * One measuring instrument of a review. It is told of every stretch of time in which the ship does not change, and of every
 * event; both in their order. Its memory is its own, so that a long recording costs no copying.
 */
export interface Gauge<Result> {
  /** The ship stays as she is from one instant to the next, ms; what is a formula of time in her goes on. */
  pass?(ship: Ship, fromMs: number, toMs: number): void
  /** An event, and the ship right before and right after it. */
  take?(event: RecordedEvent, before: Ship, after: Ship): void
  /** What it comes to by now; asked at the end, and in between for figures over time. */
  read(ship: Ship, atMs: number): Result
}

/** Made for one recording: the ship as she was when the incident was opened. */
export type GaugeOf<Result> = (start: Ship, fromMs: number) => Gauge<Result>
