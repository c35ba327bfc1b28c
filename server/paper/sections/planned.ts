import type { ExpectedCourse, Planned } from '#shared/review/parts/assessment.ts'
import type { Review } from '#shared/review/review.ts'
import { describeAction } from '#shared/ship/describe/orders.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { heading, left, prose, right, type Section, type Table } from '../paper.ts'
import { countText, type Instants, instantsOf } from '../words.ts'

export const planned = (review: Review, plan: Plan): Section => ({
  id: 'planned',
  title: 'What was planned',
  blocks: [
    prose(introduction(review.planned)),
    heading('What a good crew does'),
    expected(review.planned, plan, instantsOf(review)),
  ],
})

/** The scenario line by line: it is long, so it stands at the end of the paper. */
export const injects = (review: Review): readonly Section[] =>
  review.planned.injects.length === 0
    ? []
    : [{ id: 'injects', title: 'The scenario', blocks: [injectTable(review.planned, instantsOf(review))] }]

const introduction = ({ scenario, name, purpose, seed, injects: all }: Planned): string => {
  if (scenario === null) return 'No scenario was running: nothing was planned, and nothing was expected in particular.'
  return [
    `Scenario “${name}”.`,
    purpose,
    ...(seed === null ? [] : [`Its dice were drawn from seed ${seed}.`]),
    ...(all.length === 0
      ? []
      : [`What it had in store, ${countText(all.length, 'inject')}, is listed at the end of this paper.`]),
  ].join(' ')
}

const injectTable = (scenario: Planned, at: Instants): Table => ({
  kind: 'table',
  caption: 'What the scenario had in store',
  columns: [right('Due', 6), left('Inject', 94)],
  rows: scenario.injects.map((inject) => ({ cells: [at(inject.at), inject.text] })),
  empty: '',
})

const expected = (scenario: Planned, plan: Plan, at: Instants): Table => ({
  kind: 'table',
  caption: 'Expected actions, and whether they were done in time',
  columns: [left('Expected action', 48), right('Due', 10), right('Done', 10), left('Outcome', 14)],
  rows: scenario.expected.map((action) => ({
    cells: [describeAction(plan, action.order, action.on), at(action.dueAt), at(action.doneAt), outcome(action)],
    strong: action.met === false,
  })),
  empty: 'No action was expected by name.',
})

const outcome = ({ met, doneAt }: ExpectedCourse): string => {
  if (met === null) return 'not yet due'
  if (met) return 'in time'
  return doneAt === null ? 'missed' : 'late'
}
