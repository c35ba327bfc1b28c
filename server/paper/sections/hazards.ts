import { spokenTime } from '#shared/duration.ts'
import type { Review } from '#shared/review/review.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { crewName, placeName, taskName } from '#shared/ship/views/words.ts'
import { aside, type Block, heading, left, prose, right, type Table } from '../paper.ts'
import { countText, instantsOf, lasting, orNone, percentText, tenthsText } from '../words.ts'

const MOST_PASSAGES = 10

/** Hazards with their chains of instants, who stood in them, and how well they were walled in. */
export const hazards = (review: Review, plan: Plan): readonly Block[] => [
  heading('Hazards, from beginning to end'),
  aside(
    'Minutes and seconds after the opening of the incident; a dash: it did not come to that; stood: it was there before. Contained: a breach under a field or sealed, a fire that no longer grows. Bounded: all passages around it held for the first time.',
  ),
  chains(review, plan),
  heading('Critical hazards without a crew'),
  prose(uncrewed(review)),
  heading('Boundaries'),
  prose(boundaries(review)),
  openPassages(review),
  heading('People exposed'),
  exposure(review, plan),
]

const chains = (review: Review, plan: Plan): Table => {
  const at = instantsOf(review)
  return {
    kind: 'table',
    caption: 'Hazards with the instants of each',
    columns: [
      left('Hazard', 27),
      left('In', 9),
      ...['Began', 'Report', 'Ackn.', 'Sent', 'Left', 'There', 'Work', 'Contain', 'Bound', 'Restore'].map((title) =>
        right(title, 10.5),
      ),
      left('First crew', 24),
    ],
    rows: review.hazards.map((hazard) => ({
      cells: [
        taskName(plan, hazard.task),
        hazard.compartment,
        hazard.standing ? 'stood' : at(hazard.beganAt),
        at(hazard.reportedAt),
        at(hazard.acknowledgedAt),
        at(hazard.dispatchedAt),
        at(hazard.departedAt),
        at(hazard.arrivedAt),
        at(hazard.workedAt),
        at(hazard.containedAt),
        at(hazard.boundedAt),
        at(hazard.restoredAt),
        orNone(hazard.crew === null ? null : crewName(plan, hazard.crew)),
      ],
    })),
    empty: 'There was no hazard.',
  }
}

const uncrewed = (review: Review): string => {
  const { totalMs, spans } = review.uncrewedCritical
  if (totalMs === 0) return 'Every critical hazard had a crew from its first moment on.'
  const at = instantsOf(review)
  const listed = spans.map(({ fromMs, untilMs }) => `${at(fromMs)} to ${at(untilMs)}`).join(', ')
  return `For ${spokenTime(totalMs)} at least one critical hazard had no crew, in ${countText(spans.length, 'stretch', 'stretches')}: ${listed}.`
}

const boundaries = ({ boundaries: { percent, boundaryMs, openMs } }: Review): string =>
  percent === null
    ? 'Nothing had to be walled in.'
    : `Passages around what was in danger held for ${percentText(percent)} of the time for which they were boundaries: ${spokenTime(boundaryMs)} in all, ${openMs === 0 ? 'none' : spokenTime(openMs)} of it open.`

const openPassages = ({ boundaries: { worst } }: Review): Table => ({
  kind: 'table',
  caption: 'Passages that did not hold, longest first',
  columns: [left('Passage that did not hold', 40), right('Open for', 12)],
  rows: worst.slice(0, MOST_PASSAGES).map(({ passage, openMs }) => ({ cells: [passage, lasting(openMs)] })),
  empty: 'Every boundary held.',
})

const exposure = ({ exposure: { compartments, ...all } }: Review, plan: Plan): Table => ({
  kind: 'table',
  caption: 'Person-minutes of exposure, by compartment',
  columns: [left('Person-minutes', 40), right('In thin air', 13), right('With a fire', 13), right('With a leak', 13)],
  rows: [
    ...compartments.map((each) => ({ cells: [placeName(plan, each.compartment), ...minutes(each)] })),
    ...(compartments.length > 0 ? [{ cells: ['All compartments', ...minutes(all)], strong: true }] : []),
  ],
  empty: 'Nobody was exposed to thin air, fire or leaks.',
})

const minutes = (exposed: Omit<Review['exposure'], 'compartments'>): readonly string[] =>
  [exposed.thinAirMinutes, exposed.fireMinutes, exposed.leakMinutes].map(tenthsText)
