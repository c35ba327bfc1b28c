import type { Review } from '#shared/review/review.ts'
import { plural } from '../panels/format.ts'
import { shareOr, tenth, timeOr } from './figures.ts'

/** A figure that one reads first. */
export interface Headline {
  readonly label: string
  readonly value: string
  readonly unit?: string
  readonly sub: string
}

/** What it came to, in eight figures. */
export const headlinesOf = (review: Review): readonly Headline[] => {
  const { counts, harm, hazards, uncrewedCritical, boundaries, casualtyFlow, responses, alarms } = review
  const restored = hazards.filter(({ restoredAt }) => restoredAt !== null).length
  const judged = responses.filter(({ met }) => met !== null)
  return [
    { label: 'Harm', value: tenth(harm.total), sub: 'To compare runs by' },
    {
      label: 'Deaths',
      value: String(harm.deaths),
      sub: casualtyFlow.preventableDeaths === null ? '' : `${casualtyFlow.preventableDeaths} preventable`,
    },
    { label: 'Casualties', value: String(casualtyFlow.reported), sub: `${casualtyFlow.bedded} came to a bed` },
    {
      label: 'Hazards',
      value: String(counts.hazards),
      sub: `${restored} restored, ${counts.mostHazards} at once`,
    },
    {
      label: 'Critical without a crew',
      value: timeOr(uncrewedCritical.totalMs),
      sub: plural(uncrewedCritical.spans.length, 'stretch', 'stretches'),
    },
    { label: 'Boundary integrity', value: shareOr(boundaries.percent), sub: 'Of boundary time, held' },
    {
      label: 'Standards met',
      value: `${judged.filter(({ met }) => met).length}/${judged.length}`,
      sub: 'Of those that apply',
    },
    {
      label: 'Hull, least',
      value: String(Math.floor(counts.leastHullPercent)),
      unit: '%',
      sub: `${plural(counts.hits, 'hit')}, ${plural(alarms.raised, 'alarm')}`,
    },
  ]
}
