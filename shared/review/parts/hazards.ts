import type { Span } from './responses.ts'

export type HazardKind = 'breach' | 'fire' | 'leak' | 'passage' | 'system'

/** One hazard from beginning to end. Instants are mission time, ms; null: it has not come to that. [REV4] */
export interface HazardCourse {
  /** As the work list has it: "breach:B3". The same task may come again: then it is another course. */
  readonly task: string
  readonly kind: HazardKind
  readonly target: string
  readonly compartment: string
  /** It stood already when the incident was opened: its times count from there. */
  readonly standing: boolean
  readonly beganAt: number
  /** Known aboard, or reported of its compartment. */
  readonly reportedAt: number | null
  /** The alarm about it was acknowledged. */
  readonly acknowledgedAt: number | null
  readonly dispatchedAt: number | null
  /** The first crew sent, and when it set out, there and got to work. */
  readonly crew: string | null
  readonly departedAt: number | null
  readonly arrivedAt: number | null
  readonly workedAt: number | null
  readonly containedAt: number | null
  /** All its boundaries held for the first time; null also where it has none. */
  readonly boundedAt: number | null
  readonly restoredAt: number | null
  /** Restored, or taken away with the core or by the ship’s restoration; null: it stands. */
  readonly endedAt: number | null
  /** Time for which it was critical, and for which no crew was assigned meanwhile, ms. [REV11] */
  readonly criticalMs: number
  readonly uncrewedCriticalMs: number
}

/** Time in which at least one critical hazard had no crew. [REV11] */
export interface UncrewedCritical {
  readonly totalMs: number
  readonly spans: readonly Span[]
}

/** How well the passages around what is in danger were shut. [REV12] */
export interface BoundaryIntegrity {
  /** 100 × held ÷ all, over time; null where there was no boundary. */
  readonly percent: number | null
  /** Sum over the boundaries of the time for which each was one, ms, and of that in which it did not hold. */
  readonly boundaryMs: number
  readonly openMs: number
  /** Passages that did not hold, longest first. */
  readonly worst: readonly { readonly passage: string; readonly openMs: number }[]
}

/** People where they should not be, person-minutes. [REV13] */
export interface Exposure extends ExposureMinutes {
  /** By compartment, where there was any, the worst first by their sum. */
  readonly compartments: readonly ({ readonly compartment: string } & ExposureMinutes)[]
}

export interface ExposureMinutes {
  /** In air under 57 kPa. */
  readonly thinAirMinutes: number
  readonly fireMinutes: number
  readonly leakMinutes: number
}
