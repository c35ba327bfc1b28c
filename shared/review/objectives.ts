import { describeAction } from '../ship/describe/orders.ts'
import type { Plan } from '../ship/plan.ts'
import { lastByKey } from './last-word.ts'
import type { ExpectedCourse, Objective } from './parts/assessment.ts'
import type { ReviewWord } from './words-said.ts'

type Line = Pick<Objective, 'objective' | 'text'>

/** What every crew is for, in the order of naval doctrine: boundaries and fire before the hurt, and those before repairs. */
const STANDING: readonly Line[] = [
  { objective: 'find-and-report', text: 'Find damage and report it: place and nature first' },
  { objective: 'hold-boundaries', text: 'Hold the air and the boundaries: fields up, passages shut' },
  { objective: 'fight-fire', text: 'Contain every fire and put it out' },
  { objective: 'care-for-hurt', text: 'Sort the hurt by need and bring them to a bed in time' },
  { objective: 'keep-power', text: 'Keep power, and what the ship cannot do without' },
  { objective: 'use-crews', text: 'Send crews where they count, and relieve them before they are worn out' },
]

/** Keyed by its place in the plan, which never changes. */
const expectedLine = (plan: Plan, { order, on }: ExpectedCourse, index: number): Line => ({
  objective: `expected-${index + 1}`,
  text: describeAction(plan, order, on),
})

/** [REV28] [RVW4] The evaluator's checklist with its ratings. What an evaluator added is gone once its rating is taken back. */
export const objectivesOf = (
  plan: Plan,
  incident: string,
  expected: readonly ExpectedCourse[],
  words: readonly ReviewWord[],
): readonly Objective[] => {
  const rated = lastByKey(words, (word) =>
    word.type === 'ObjectiveRated' && word.incident === incident ? { key: word.objective, word } : null,
  )
  const lines = [...expected.map((action, index) => expectedLine(plan, action, index)), ...STANDING]
  const listed = new Set(lines.map(({ objective }) => objective))
  const added = [...rated.values()].filter(({ objective, rating }) => rating !== null && !listed.has(objective))
  return [...lines, ...added.map(({ objective, text }) => ({ objective, text }))].map((line) => {
    const said = rated.get(line.objective)
    if (!said || said.rating === null) return { ...line, rating: null, remark: null, by: null }
    return { ...line, rating: said.rating, remark: said.remark, by: said.by.name }
  })
}
