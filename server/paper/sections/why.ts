import type { Review } from '#shared/review/review.ts'
import { responseScene } from '../charts/responses.ts'
import { MEASURE } from '#shared/review/measures.ts'
import { aside, type Block, chart, heading, left, right, type Section, type Table } from '../paper.ts'
import { instantsOf, lasting, NONE, numberText, percentTenths, percentText } from '../words.ts'

export const why = (review: Review): Section => ({
  id: 'why',
  title: 'Why it went that way',
  blocks: [
    heading('Findings, the gravest first'),
    findings(review),
    heading('Response times against their standards'),
    ...drawn(review),
    responses(review),
  ],
})

const findings = (review: Review): Block => {
  const at = instantsOf(review)
  const items = review.findings.map((finding) => ({ lead: at(finding.at), text: finding.text }))
  return { kind: 'list', items: items.length > 0 ? items : [{ lead: NONE, text: 'Nothing stands out.' }] }
}

const drawn = ({ responses: all }: Review): readonly Block[] => {
  const scene = responseScene(all)
  return scene === null
    ? []
    : [
        aside(
          'Each bar runs to the 90th percentile in multiples of its own standard, the stroke across it is the median, the thin line goes on to the longest. A full bar misses its standard. At the right: cases in time, of the share wanted.',
        ),
        chart(scene),
      ]
}

const responses = ({ responses: all }: Review): Table => ({
  kind: 'table',
  caption: 'Response times, with their standards',
  columns: [
    left('Measure', 18),
    left('From, to', 38),
    ...['Cases', 'Open', 'Median', '90th', 'Longest', 'Standard', 'In time', 'Wanted'].map((title) => right(title, 12)),
    left('Result', 11),
  ],
  rows: all.map(({ measure, count, open, medianMs, p90Ms, longestMs, standard, withinPercent, met }) => ({
    cells: [
      MEASURE[measure].name,
      MEASURE[measure].between,
      numberText(count),
      numberText(open),
      lasting(medianMs),
      lasting(p90Ms),
      lasting(longestMs),
      standard.withinS === null ? NONE : lasting(standard.withinS * 1000),
      percentTenths(withinPercent),
      standard.withinS === null ? NONE : percentText(standard.sharePercent),
      verdict(met),
    ],
    strong: met === false,
  })),
  empty: 'Nothing was measured.',
})

const verdict = (met: boolean | null): string => {
  if (met === null) return ''
  return met ? 'met' : 'missed'
}
