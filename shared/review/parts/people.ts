import type { CasualtyStatus, CrewStatus, Injury, Triage } from '../../ship/terms.ts'

/** One casualty from report to outcome. Instants are mission time, ms; null: it has not come to that. [REV14] */
export interface CasualtyCourse {
  readonly casualty: string
  readonly name: string | null
  readonly crew: string | null
  /** Where they were found. */
  readonly compartment: string
  readonly injury: Injury
  /** As triaged last. */
  readonly category: Triage | null
  /** What they really needed last; null where that is hidden from the reader. */
  readonly need: Triage | null
  /** Hurt already when the incident was opened: their times count from there. */
  readonly standing: boolean
  readonly reportedAt: number
  readonly triagedAt: number | null
  readonly movedAt: number | null
  readonly beddedAt: number | null
  /** A surgeon began. */
  readonly treatedAt: number | null
  /** Dead, stable or discharged since. */
  readonly endedAt: number | null
  readonly outcome: CasualtyStatus
  /** In need of immediate care, alive and not in a bed, ms. [REV15] */
  readonly untreatedImmediateMs: number
  /** Died although treatment would have saved them; null: alive, or hidden from the reader. [REV16] */
  readonly preventable: boolean | null
}

/** Outcomes, counted. [REV14] */
export interface CasualtyFlow {
  readonly reported: number
  readonly triaged: number
  readonly bedded: number
  readonly stable: number
  readonly discharged: number
  readonly dead: number
  /** Null where it is hidden from the reader. */
  readonly preventableDeaths: number | null
  readonly untreatedImmediateMs: number
}

/** What one crew did. Times in ms of mission time. [REV17] */
export interface CrewUse {
  readonly crew: string
  readonly name: string
  readonly readyMs: number
  readonly enRouteMs: number
  readonly onSceneMs: number
  readonly workingMs: number
  readonly returningMs: number
  /** Of the incident's time, not ready: 100 × the other four ÷ all, %. */
  readonly usePercent: number
  readonly dispatches: number
  readonly recalls: number
  readonly halts: number
  /** The most minutes of work in their bones. [REV18] */
  readonly mostFatigueMinutes: number
  readonly amberMs: number
  readonly redMs: number
  /** Members hurt at the end. */
  readonly hurt: number
  readonly segments: readonly CrewSegment[]
}

/** A crew in one status at one task. Stretches follow each other without a gap; those of no length are left out. */
export interface CrewSegment {
  readonly fromMs: number
  readonly untilMs: number
  readonly status: CrewStatus
  readonly task: string | null
}
