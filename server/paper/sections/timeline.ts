import { MOMENT } from '#shared/review/moment-words.ts'
import type { Review } from '#shared/review/review.ts'
import { aside, left, right, type Section, type Table } from '../paper.ts'
import { countText, instantsOf } from '../words.ts'

export const timeline = (review: Review): Section => ({
  id: 'timeline',
  title: 'Timeline',
  blocks: [
    moments(review),
    ...(review.momentsLeftOut > 0
      ? [
          aside(
            `${countText(review.momentsLeftOut, 'moment is', 'moments are')} left out; the recording has all of them.`,
          ),
        ]
      : []),
  ],
})

/** Moments and pins in one course of time: a pin stands right after what it was pinned to. */
const moments = (review: Review): Table => {
  const at = instantsOf(review)
  const rows = [
    ...review.timeline.map((moment) => ({ ...moment, what: MOMENT[moment.kind], isPin: false })),
    ...review.pins.map((pin) => ({ ...pin, what: `Pin: ${pin.kind}`, isPin: true })),
  ].toSorted((a, b) => a.at - b.at || Number(a.isPin) - Number(b.isPin) || a.seq - b.seq)
  return {
    kind: 'table',
    caption: 'What happened when, and what was pinned to it',
    columns: [right('At', 7), left('Kind', 14), left('What', 77), left('By', 20)],
    rows: rows.map((row) => ({
      cells: [at(row.at), row.what, row.text, row.by],
      strong: row.isPin || row.kind === 'hit',
    })),
    empty: 'Nothing worth telling happened.',
  }
}
