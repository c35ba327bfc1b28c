import type { ResponseMeasure } from '../../ship/terms.ts'

/** A stretch of mission time, ms; `untilMs` does not belong to it. */
export interface Span {
  readonly fromMs: number
  readonly untilMs: number
}

/** How soon something is to be done, and in what share of cases. */
export interface Standard {
  readonly measure: ResponseMeasure
  /** Null: none is set. */
  readonly withinS: number | null
  readonly sharePercent: number
  /** Where the default comes from; "set for this ship" once somebody has set it. */
  readonly source: string
}

/** One measure over all cases of an incident. Durations in ms of mission time. [REV10] */
export interface ResponseTimes {
  readonly measure: ResponseMeasure
  /** Cases in which both instants are there. */
  readonly count: number
  /** Cases that wait for their second instant at the end of the review. */
  readonly open: number
  /** Nearest rank: the value at place ⌈p·n⌉ of the ascending order; null where there is none. */
  readonly medianMs: number | null
  readonly p90Ms: number | null
  readonly longestMs: number | null
  readonly standard: Standard
  /** In time ÷ (in time + late, cases still open past the standard included), %; null without a standard or a case. */
  readonly withinPercent: number | null
  /** Whether that is the share wanted. */
  readonly met: boolean | null
}
