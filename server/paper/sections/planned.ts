import type { ExpectedCourse, Planned } from '#shared/review/parts/assessment.ts'
import type { Review } from '#shared/review/review.ts'
import { heading, left, prose, right, type Section, type Table } from '../paper.ts'
import { type Instants, instantsOf, NONE, orderText } from '../words.ts'

export const planned = (review: Review): Section => {
  const at = instantsOf(review)
  return {
    id: 'planned',
    title: 'What was planned',
    blocks: [
      prose(introduction(review.planned)),
      ...(review.planned.injects.length > 0
        ? [heading('What the scenario had in store'), injects(review.planned, at)]
        : []),
      heading('What a good crew does'),
      expected(review.planned, at),
    ],
  }
}

const introduction = ({ scenario, name, purpose, seed }: Planned): string => {
  if (scenario === null) return 'No scenario was running: nothing was planned, and nothing was expected in particular.'
  const drawn = seed === null ? '' : ` Its dice were drawn from seed ${seed}.`
  return `Scenario “${name}”. ${purpose}${drawn}`
}

const injects = (plan: Planned, at: Instants): Table => ({
  kind: 'table',
  caption: 'What the scenario had in store',
  columns: [right('Due', 10), left('Inject', 90)],
  rows: plan.injects.map((inject) => ({ cells: [at(inject.at), inject.text] })),
  empty: '',
})

const expected = (plan: Planned, at: Instants): Table => ({
  kind: 'table',
  caption: 'Expected actions, and whether they were done in time',
  columns: [left('Expected action', 46), left('Of', 18), right('Due', 11), right('Done', 11), left('Outcome', 14)],
  rows: plan.expected.map((action) => ({
    cells: [orderText(action.order), action.on ?? NONE, at(action.dueAt), at(action.doneAt), outcome(action)],
    strong: action.met === false,
  })),
  empty: 'No action was expected by name.',
})

export const outcome = ({ met, doneAt }: ExpectedCourse): string => {
  if (met === null) return 'not yet due'
  if (met) return 'in time'
  return doneAt === null ? 'missed' : 'late'
}
