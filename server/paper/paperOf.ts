import { spokenTime } from '#shared/duration.ts'
import type { Review } from '#shared/review/review.ts'
import type { Trend } from '#shared/review/trend.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { INCIDENT_KIND } from '#shared/ship/views/words.ts'
import type { Fact, Paper } from './paper.ts'
import { happened } from './sections/happened.ts'
import { improve } from './sections/improve.ts'
import { injects, planned } from './sections/planned.ts'
import { summary } from './sections/summary.ts'
import { timeline } from './sections/timeline.ts'
import { why } from './sections/why.ts'
import { countText, numberText } from './words.ts'

/** A review put into words, by the four questions that every review answers: what was planned, what happened, why, what next. */
export const paperOf = (review: Review, trend: Trend | null, plan: Plan): Paper => {
  const { incident } = review
  return {
    genre: 'After-action review',
    title: incident.name,
    ship: incident.shipName,
    standfirst: standfirst(review),
    facts: facts(review),
    sections: [
      summary(review),
      planned(review, plan),
      happened(review, plan),
      why(review),
      improve(review, trend),
      timeline(review),
      ...injects(review),
    ],
    footing: `After-action review of ${incident.shipName}, ${SIGHT[review.sight]}`,
    dated: incident.openedWall,
  }
}

const SIGHT: Readonly<Record<Review['sight'], string>> = {
  truth: 'as it was in truth',
  known: 'as it was known aboard',
}

const standfirst = ({ incident, counts, casualtyFlow, harm }: Review): string => {
  const length = spokenTime(incident.untilMs - incident.fromMs)
  const still = incident.open ? 'It is still open; these are its figures so far.' : ''
  const deaths = casualtyFlow.dead === 0 ? 'nobody died' : `${numberText(casualtyFlow.dead)} of them died`
  return [
    `${INCIDENT_KIND[incident.kind]} of ${length}: ${countText(counts.hits, 'hit')}, ${countText(counts.hazards, 'hazard')} and ${countText(casualtyFlow.reported, 'casualty', 'casualties')}, ${deaths}. It came to a harm of ${numberText(harm.total)}.`,
    still,
  ]
    .filter(Boolean)
    .join(' ')
}

const facts = ({ incident, sight }: Review): readonly Fact[] => [
  { label: 'Ship', value: incident.shipName },
  { label: 'Opened', value: `${incident.openedWall.slice(0, 10)} ${incident.openedWall.slice(11, 16)} UTC` },
  ...(incident.stardate === null ? [] : [{ label: 'Stardate', value: stardateText(incident.stardate) }]),
  { label: 'Lasted', value: spokenTime(incident.untilMs - incident.fromMs) },
  { label: 'Seen', value: SIGHT[sight] },
  { label: 'Events', value: numberText(incident.events) },
]

/** To one decimal place, cut and not rounded, as ships keep them. */
const stardateText = (value: number): string => (Math.floor(value * 10) / 10).toFixed(1)
