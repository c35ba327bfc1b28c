import { MEASURE } from '#shared/review/measures.ts'
import type { ResponseTimes } from '#shared/review/parts/responses.ts'
import type { Sheet } from '../panels/sheet.ts'
import { shareOr, timeOr } from './figures.ts'
import { standardInWords } from './standards.ts'

const verdict = ({ met }: ResponseTimes): string => (met === null ? '' : met ? 'Met' : 'Missed')

/** How soon things were done, and whether that was soon enough. */
export const responseSheet = (responses: readonly ResponseTimes[]): Sheet => ({
  title: 'Response times',
  columns: [
    'Measure',
    'From – to',
    'Cases',
    'Open',
    'Median',
    '90 % within',
    'Longest',
    'Standard',
    'In time',
    'Verdict',
  ],
  rows: responses.map((one) => [
    MEASURE[one.measure].name,
    MEASURE[one.measure].between,
    String(one.count),
    one.open === 0 ? '' : String(one.open),
    ...[one.medianMs, one.p90Ms, one.longestMs].map((ms) => timeOr(ms)),
    standardInWords(one.standard),
    shareOr(one.withinPercent),
    verdict(one),
  ]),
  none: 'Nothing was measured',
})
