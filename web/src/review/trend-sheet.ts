import type { Trend } from '#shared/review/trend.ts'
import type { Sheet } from '../panels/sheet.ts'
import { shareOr, tenth, timeOr } from './figures.ts'

/** The ship's incidents one under the other, each with its own review. */
export const trendSheet = ({ headlines }: Trend, hrefOf: (incident: string) => string): Sheet => ({
  title: 'Incident by incident',
  columns: ['Incident', 'Lasted', 'Hits', 'Harm', 'Deaths', 'Casualties', '90 % contained', 'No crew', 'Boundaries'],
  rows: headlines.map((one) => [
    { text: one.name, href: hrefOf(one.incident) },
    timeOr(one.untilMs - one.fromMs) + (one.open ? ' so far' : ''),
    String(one.hits),
    tenth(one.harm),
    String(one.deaths),
    String(one.casualties),
    timeOr(one.containP90Ms),
    timeOr(one.uncrewedCriticalMs),
    shareOr(one.boundaryPercent),
  ]),
  none: 'This is the first',
})
