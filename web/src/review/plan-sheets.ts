import type { ExpectedCourse, Planned } from '#shared/review/parts/assessment.ts'
import { describeAction } from '#shared/ship/describe/orders.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { Cell, Sheet } from '../panels/sheet.ts'

const verdict = ({ met, doneAt }: ExpectedCourse): string => {
  if (met === null) return 'Not yet due'
  if (met) return 'In time'
  return doneAt === null ? 'Missed' : 'Late'
}

/** Where an instant stands in the incident, and where it is played. */
type Moment = (at: number) => Exclude<Cell, string>

/** What a good crew was expected to do, and whether this one did. */
export const expectedSheet = (plan: Plan, { expected }: Planned, momentOf: Moment): Sheet => ({
  title: 'Expected of the crew',
  columns: ['Action', 'Due by', 'Done', 'Verdict'],
  rows: expected.map((one) => [
    describeAction(plan, one.order, one.on),
    momentOf(one.dueAt).text,
    one.doneAt === null ? 'Never' : momentOf(one.doneAt),
    verdict(one),
  ]),
  none: 'Nothing in particular',
})

/** What the scenario had in store, for whoever may know. */
export const injectSheet = ({ injects }: Planned, momentOf: Moment): Sheet => ({
  title: 'In store',
  columns: ['At', 'What'],
  rows: injects.map(({ at, text }) => [at === null ? '' : momentOf(at), text]),
  none: 'Nothing that may be known',
})
