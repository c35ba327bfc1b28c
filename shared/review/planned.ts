import type { Condition, InjectAction } from '../ship/commands.ts'
import { describeOrder } from '../ship/describe/orders.ts'
import type { Plan } from '../ship/plan.ts'
import type { RunningScenario, Ship } from '../ship/state.ts'
import type { Planned } from './parts/assessment.ts'

/** What a reader may know of the plan: all of it, what was to be done once it is over, or its name before. */
export type PlanReader = 'all' | 'afterwards' | 'before'

const UNPLANNED: Planned = { scenario: null, name: '', purpose: '', seed: null, injects: [], expected: [] }

const conditionWords = (plan: Plan, when: Condition): string => {
  if ('capability' in when) {
    const capability = plan.capabilities.get(when.capability)
    const mode = capability?.modes.find(({ id }) => id === when.mode)
    return `${capability?.name ?? when.capability} comes to ${mode?.name ?? when.mode}`
  }
  if ('alarms' in when) return `${when.alarms} alarms stand`
  if ('casualties' in when) return `there are ${when.casualties} casualties`
  return 'breaches' in when ? `${when.breaches} breaches are open` : 'the last breach is closed'
}

const actionWords = (plan: Plan, action: InjectAction): string =>
  'say' in action ? `“${action.say}”` : describeOrder(plan, action.do)

const injectsOf = (plan: Plan, { injects, conditional, startedAt }: RunningScenario): Planned['injects'] => [
  ...injects.map((inject) => ({ at: startedAt + inject.at, text: actionWords(plan, inject) })),
  ...conditional.map((inject) => ({
    at: null,
    text: `When ${conditionWords(plan, inject.when)}: ${actionWords(plan, inject)}`,
  })),
]

/** [REV25] The plan before any of it happened, of the ship in truth right before the incident was opened. */
export const plannedOf = ({ plan, scenario, seed }: Ship, reader: PlanReader): Planned => {
  if (!scenario) return UNPLANNED
  const { id, name, purpose, startedAt } = scenario
  const named = { ...UNPLANNED, scenario: id, name }
  if (reader === 'before') return named
  const expected = scenario.expected.map(({ order, on, withinMs }) => ({
    ...{ order, on, dueAt: startedAt + withinMs },
    ...{ doneAt: null, met: null },
  }))
  const known = { ...named, purpose, expected }
  return reader === 'afterwards' ? known : { ...known, seed, injects: injectsOf(plan, scenario) }
}
