import type { Review } from '#shared/review/review.ts'
import type { Trend } from '#shared/review/trend.ts'
import { RATING } from '#shared/ship/views/words.ts'
import { aside, heading, left, type Section, type Table } from '../paper.ts'
import { orNone } from '../words.ts'
import { trend } from './trend.ts'

export const improve = (review: Review, among: Trend | null): Section => ({
  id: 'improve',
  title: 'What to do better',
  blocks: [
    heading('Evaluator’s checklist'),
    aside(
      `P ${lower(RATING.P)}, S ${lower(RATING.S)}, M ${lower(RATING.M)}, U ${lower(RATING.U)}. A row without a cross has not been rated.`,
    ),
    checklist(review),
    heading('Improvements'),
    improvements(review),
    ...trend(review, among),
  ],
})

const lower = (text: string): string => text.toLowerCase()

const RATINGS = ['P', 'S', 'M', 'U'] as const

const checklist = ({ objectives }: Review): Table => ({
  kind: 'table',
  caption: 'Objectives and how each was rated',
  columns: [left('Objective', 44), ...RATINGS.map((rating) => left(rating, 4.5)), left('Remark', 34), left('By', 14)],
  rows: objectives.map(({ text, rating, remark, by }) => ({
    cells: [text, ...RATINGS.map((each) => (each === rating ? '×' : '·')), orNone(remark), orNone(by)],
  })),
  empty: 'There is no objective to rate.',
})

const improvements = ({ improvements: all }: Review): Table => ({
  kind: 'table',
  caption: 'Improvements, with who sees to them',
  columns: [left('Improvement', 58), left('Owner', 20), left('Status', 12), left('Said by', 16)],
  rows: all.map(({ text, owner, status, by }) => ({
    cells: [text, owner, status, by],
    strong: status === 'open',
  })),
  empty: 'No improvement has been recorded yet.',
})
