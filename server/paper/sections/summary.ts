import type { Review } from '#shared/review/review.ts'
import { HARM_PARTS } from '../charts/harm.ts'
import { type Block, figures, heading, type ListItem, type Section } from '../paper.ts'
import { countText, instantsOf, lasting, NONE, numberText, percentText } from '../words.ts'

const MOST_FINDINGS = 5

/** What somebody reads who reads one page only. */
export const summary = (review: Review): Section => ({
  id: 'summary',
  title: 'At a glance',
  blocks: [headline(review), heading('What to talk about first'), first(review)],
})

const headline = (review: Review): Block => {
  const { harm, counts, casualtyFlow, hazards, uncrewedCritical, boundaries } = review
  const restored = hazards.filter(({ restoredAt }) => restoredAt !== null).length
  const parts = HARM_PARTS.filter(({ part }) => harm[part] > 0).map(
    ({ part, name }) => `${name.toLowerCase()} ${numberText(harm[part])}`,
  )
  return figures(
    { label: 'Harm', value: numberText(harm.total), note: parts.join(', ') || 'none' },
    { label: 'Deaths', value: numberText(casualtyFlow.dead), note: preventable(review) },
    {
      label: 'Casualties',
      value: numberText(casualtyFlow.reported),
      note: `${casualtyFlow.triaged} triaged, ${casualtyFlow.bedded} in a bed`,
    },
    { label: 'Critical without a crew', value: lasting(uncrewedCritical.totalMs), note: 'minutes, seconds' },
    { label: 'Hits', value: numberText(counts.hits), note: `hull down to ${percentText(counts.leastHullPercent)}` },
    {
      label: 'Hazards',
      value: numberText(counts.hazards),
      note: `${restored} restored, ${counts.mostHazards} at most at once`,
    },
    { label: 'Boundaries held', value: percentText(boundaries.percent), note: 'of their time' },
    { label: 'Orders', value: numberText(counts.orders), note: `and ${countText(counts.reports, 'report')}` },
  )
}

const preventable = ({ casualtyFlow }: Review): string =>
  casualtyFlow.preventableDeaths === null ? '' : `${numberText(casualtyFlow.preventableDeaths)} preventable`

const first = (review: Review): Block => {
  const at = instantsOf(review)
  const items = review.findings
    .slice(0, MOST_FINDINGS)
    .map((finding): ListItem => ({ lead: at(finding.at), text: finding.text }))
  return { kind: 'list', items: items.length > 0 ? items : [{ lead: NONE, text: 'Nothing stands out.' }] }
}
