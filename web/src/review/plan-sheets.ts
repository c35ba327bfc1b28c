import type { ExpectedCourse, Planned } from '#shared/review/parts/assessment.ts'
import { describeAction } from '#shared/ship/describe/orders.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { Sheet } from '../panels/sheet.ts'
import { clockText } from '../ui/duration.ts'

const verdict = ({ met, doneAt }: ExpectedCourse): string => {
  if (met === null) return 'Not yet due'
  if (met) return 'In time'
  return doneAt === null ? 'Missed' : 'Late'
}

/** What was in store, where the reader may know, and what was expected of the crew. */
export const plannedSheets = (
  plan: Plan,
  { expected, injects }: Planned,
  fromMs: number,
  hrefAt: (at: number) => string,
): readonly Sheet[] => {
  const momentOf = (at: number) => ({ text: clockText(at - fromMs), href: hrefAt(at) })
  const done = (one: ExpectedCourse) => (one.doneAt === null ? 'Never' : momentOf(one.doneAt))
  const sheets: readonly Sheet[] = [
    {
      title: 'Expected of the crew',
      columns: ['Action', 'Due by', 'Done', 'Verdict'],
      rows: expected.map((one) => [
        describeAction(plan, one.order, one.on),
        clockText(one.dueAt - fromMs),
        done(one),
        verdict(one),
      ]),
      none: 'Nothing in particular',
    },
    {
      title: 'In store',
      columns: ['At', 'What'],
      rows: injects.map(({ at, text }) => [at === null ? '' : momentOf(at), text]),
      none: 'Nothing that may be known',
    },
  ]
  return sheets.filter(({ rows }) => rows.length > 0)
}
