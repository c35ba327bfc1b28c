import { type FileProblem, pathOf } from '../schema/problems.ts'
import { foundWords } from '../schema/words.ts'
import type { Plan } from '../ship/plan.ts'
import type { ScenarioFile } from './schema.ts'

type Action = ScenarioFile['injects'][number] | NonNullable<ScenarioFile['conditional']>[number]
type Known = (id: string) => boolean

/** The parts of a ship that a file can name beforehand; who will be hurt, and what will be breached, it can't. */
const partsOf = ({ compartments, passages, systems, crews }: Plan): Readonly<Record<string, Known>> => ({
  compartment: (id) => compartments.has(id),
  passage: (id) => passages.has(id),
  system: (id) => systems.has(id),
  crew: (id) => crews.has(id),
})

const orderProblems = (action: Action, plan: Plan, list: string, index: number): readonly FileProblem[] => {
  if (!('do' in action)) return []
  const parts = partsOf(plan)
  const { task, ...members }: Readonly<Record<string, unknown>> = action.do
  const mentions = Object.entries(members).map(([member, id]) => ({ member, kind: member, id }))
  if (typeof task === 'string') {
    const colon = task.indexOf(':')
    mentions.push({ member: 'task', kind: task.slice(0, colon), id: task.slice(colon + 1) })
  }
  return mentions
    .filter(({ kind, id }) => typeof id === 'string' && parts[kind]?.(id) === false)
    .map(({ member, kind, id }) => ({
      path: pathOf(list, index, 'do', member),
      expected: `a ${kind} of ${plan.file.name}`,
      found: foundWords(id),
    }))
}

const conditionProblems = (action: Action, plan: Plan, index: number): readonly FileProblem[] => {
  if (!('when' in action) || !('capability' in action.when)) return []
  const { capability: id, mode } = action.when
  const capability = plan.capabilities.get(id)
  const at = (member: string): string => pathOf('conditional', index, 'when', member)
  if (!capability)
    return [{ path: at('capability'), expected: `a capability of ${plan.file.name}`, found: foundWords(id) }]
  if (capability.modes.some((one) => one.id === mode)) return []
  const expected = capability.modes.map((one) => JSON.stringify(one.id)).join(' or ')
  return [{ path: at('mode'), expected, found: foundWords(mode) }]
}

/** What a scenario says of its ship that is not so. */
export const checkScenario = (file: ScenarioFile, plan: Plan): readonly FileProblem[] => [
  ...(file.ship === plan.file.id
    ? []
    : [{ path: '$.ship', expected: JSON.stringify(plan.file.id), found: foundWords(file.ship) }]),
  ...file.injects.flatMap((inject, index) => orderProblems(inject, plan, 'injects', index)),
  ...(file.conditional ?? []).flatMap((inject, index) => [
    ...orderProblems(inject, plan, 'conditional', index),
    ...conditionProblems(inject, plan, index),
  ]),
]
