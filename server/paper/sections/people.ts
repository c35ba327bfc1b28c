import type { CasualtyCourse } from '#shared/review/parts/people.ts'
import type { Review } from '#shared/review/review.ts'
import { CASUALTY_STATUS, INJURY, TRIAGE } from '#shared/ship/views/words.ts'
import { crewScene } from '../charts/crews.ts'
import { type Block, chart, figures, heading, left, right, type Table } from '../paper.ts'
import { instantsOf, lasting, NONE, numberText, percentTenths, tenthsText } from '../words.ts'

/** Casualties from report to outcome, and what the crews did. */
export const people = (review: Review): readonly Block[] => [
  heading('Casualty flow'),
  flow(review),
  casualties(review),
  heading('Crews'),
  ...(review.crews.length > 0 ? [chart(crewScene(review.crews, review.incident.fromMs, review.incident.untilMs))] : []),
  crews(review),
]

const flow = ({ casualtyFlow: { reported, triaged, bedded, stable, discharged, dead, ...rest } }: Review): Block =>
  figures(
    { label: 'Reported', value: numberText(reported) },
    { label: 'Triaged', value: numberText(triaged) },
    { label: 'In a bed', value: numberText(bedded), note: `${stable} stable, ${discharged} back on duty` },
    {
      label: 'Dead',
      value: numberText(dead),
      note: rest.preventableDeaths === null ? '' : `${rest.preventableDeaths} preventable`,
    },
  )

const casualties = (review: Review): Table => {
  const at = instantsOf(review)
  return {
    kind: 'table',
    caption: 'Casualties with the instants of each',
    columns: [
      left('Casualty', 26),
      left('Found', 9),
      left('Injury', 19),
      left('Category', 15),
      ...['Report', 'Triage', 'Moved', 'Bed', 'Care', 'End'].map((title) => right(title, 10.5)),
      right('Untreated', 14),
      left('Outcome', 19),
    ],
    rows: review.casualties.map((casualty) => ({
      cells: [
        casualty.name === null ? casualty.casualty : `${casualty.casualty} ${casualty.name}`,
        casualty.compartment,
        INJURY[casualty.injury],
        casualty.category === null ? NONE : TRIAGE[casualty.category],
        at(casualty.reportedAt),
        at(casualty.triagedAt),
        at(casualty.movedAt),
        at(casualty.beddedAt),
        at(casualty.treatedAt),
        at(casualty.endedAt),
        casualty.untreatedImmediateMs > 0 ? lasting(casualty.untreatedImmediateMs) : NONE,
        outcomeOf(casualty),
      ],
      strong: casualty.outcome === 'dead',
    })),
    empty: 'Nobody was hurt.',
  }
}

const outcomeOf = ({ outcome, preventable }: CasualtyCourse): string =>
  preventable === true ? `${CASUALTY_STATUS[outcome]}, preventable` : CASUALTY_STATUS[outcome]

const crews = ({ crews: all }: Review): Table => ({
  kind: 'table',
  caption: 'What each crew did',
  columns: [
    left('Crew', 30),
    ...['Use', 'En route', 'On scene', 'Working', 'Return'].map((title) => right(title, 12)),
    ...['Sent', 'Recall', 'Halt'].map((title) => right(title, 9)),
    right('Fatigue, min', 12),
    right('Tired', 9),
    right('Worn out', 9),
    right('Hurt', 7),
  ],
  rows: all.map((crew) => ({
    cells: [
      crew.name,
      percentTenths(crew.usePercent),
      ...[crew.enRouteMs, crew.onSceneMs, crew.workingMs, crew.returningMs].map(lasting),
      ...[crew.dispatches, crew.recalls, crew.halts].map(numberText),
      tenthsText(crew.mostFatigueMinutes),
      lasting(crew.amberMs),
      lasting(crew.redMs),
      numberText(crew.hurt),
    ],
    strong: crew.redMs > 0,
  })),
  empty: 'The ship has no crews.',
})
