import { cardsOf, subjectOf, tickedAt } from '../rules/kill-cards.ts'
import { taskOf } from '../rules/tasks.ts'
import type { Ship } from '../state.ts'

/** A checklist as it stands for one piece of work. */
export interface KillCardView {
  readonly id: string
  readonly name: string
  /** What its steps are ticked for. */
  readonly subject: string
  readonly steps: readonly { readonly id: string; readonly text: string; readonly tickedAt: number | null }[]
}

/** The kill cards for a task, in the order of the ship file; none when there is no such task. */
export const cardsFor = (ship: Ship, task: string): readonly KillCardView[] => {
  const work = taskOf(ship, task)
  if (!work) return []
  const subject = subjectOf(work)
  return cardsOf(ship, work).map((card) => ({
    id: card.id,
    name: card.name,
    subject,
    steps: card.steps.map(({ id, text }) => ({ id, text, tickedAt: tickedAt(ship, card, subject, id) })),
  }))
}
