import type { IncidentKind, ResponseMeasure } from '../ship/terms.ts'
import type { Review } from './review.ts'

/** The few figures of a review by which incidents are set side by side. Instants are mission time, ms. */
export interface Headline {
  readonly incident: string
  readonly name: string
  readonly kind: IncidentKind
  readonly fromMs: number
  readonly untilMs: number
  /** ISO 8601. */
  readonly openedWall: string
  readonly open: boolean
  readonly hits: number
  /** The total. */
  readonly harm: number
  readonly deaths: number
  readonly casualties: number
  /** That stood at once. */
  readonly mostHazards: number
  /** 90th percentiles; null where there was no case. */
  readonly containP90Ms: number | null
  readonly restoreP90Ms: number | null
  readonly uncrewedCriticalMs: number
  /** Share of boundary time held; null where there was no boundary. */
  readonly boundaryPercent: number | null
  /** Sum over the capabilities, without their weights. */
  readonly capabilityLostMs: number
}

const p90Of = ({ responses }: Review, measure: ResponseMeasure): number | null =>
  responses.find((one) => one.measure === measure)?.p90Ms ?? null

export const headlineOf = (review: Review): Headline => {
  const { incident, counts, harm, casualtyFlow, uncrewedCritical, boundaries, capabilities } = review
  const { id, name, kind, fromMs, untilMs, openedWall, open } = incident
  return {
    ...{ incident: id, name, kind, fromMs, untilMs, openedWall, open },
    hits: counts.hits,
    harm: harm.total,
    deaths: harm.deaths,
    casualties: casualtyFlow.reported,
    mostHazards: counts.mostHazards,
    containP90Ms: p90Of(review, 'contain'),
    restoreP90Ms: p90Of(review, 'restore'),
    uncrewedCriticalMs: uncrewedCritical.totalMs,
    boundaryPercent: boundaries.percent,
    capabilityLostMs: capabilities.reduce((sum, { lostMs }) => sum + lostMs, 0),
  }
}
