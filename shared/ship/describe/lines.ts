import type { Fact } from '../events.ts'
import type { Plan } from '../plan.ts'

/** For each kind of event the line that it has in the log. */
export type Lines<Some extends Fact> = {
  readonly [Type in Some['type']]: (plan: Plan, event: Extract<Some, { type: Type }>) => string
}
