import type { Headline } from '#shared/review/headline.ts'
import type { Review } from '#shared/review/review.ts'
import type { Trend } from '#shared/review/trend.ts'
import { type Block, heading, left, prose, right, type Table } from '../paper.ts'
import { countText, lasting, numberText, percentTenths, tenthsText } from '../words.ts'

/** This incident among the others of its ship; nothing where it is the only one, or none of hers. */
export const trend = ({ incident }: Review, among: Trend | null): readonly Block[] =>
  among === null || among.headlines.length < 2
    ? []
    : [heading('Among the others of this ship'), prose(place(among)), others(among, incident.id)]

const place = ({ ordinal, headlines, words }: Trend): string =>
  `It is ${words}, and number ${ordinal} of ${countText(headlines.length, 'incident')} that she has on record.`

const others = ({ headlines }: Trend, incident: string): Table => ({
  kind: 'table',
  caption: 'The incidents of this ship, by when they were opened',
  columns: [
    left('Incident', 24),
    left('Opened', 14),
    ...['Hits', 'Harm', 'Deaths', 'Casualties', 'Hazards'].map((title) => right(title, 11)),
    ...['Contain', 'Restore', 'No crew'].map((title) => right(title, 11)),
    right('Boundaries', 13),
  ],
  rows: headlines.map((one) => ({ cells: cellsOf(one), strong: one.incident === incident })),
  empty: '',
})

const cellsOf = (one: Headline): readonly string[] => [
  one.open ? `${one.name} (open)` : one.name,
  one.openedWall.slice(0, 10),
  numberText(one.hits),
  tenthsText(one.harm),
  ...[one.deaths, one.casualties, one.mostHazards].map(numberText),
  ...[one.containP90Ms, one.restoreP90Ms, one.uncrewedCriticalMs].map(lasting),
  percentTenths(one.boundaryPercent),
]
