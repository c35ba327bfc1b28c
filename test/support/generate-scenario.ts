import { type Dice, diceFor } from '#shared/dice.ts'
import type { ScenarioFile } from '#shared/scenario-file/schema.ts'
import type { Order } from '#shared/ship/commands.ts'
import type { Plan } from '#shared/ship/plan.ts'

type Action = { do: Order } | { say: string }

const FACINGS = ['fore', 'aft', 'port', 'starboard', 'dorsal', 'ventral'] as const

/** One of every kind of order that a scenario can name beforehand. */
const randomOrder = (plan: Plan, dice: Dice): Order => {
  const compartment = dice.pick([...plan.compartments.keys()])
  const system = dice.pick([...plan.systems.keys()])
  const passages = [...plan.passages.keys()]
  const orders: Order[] = [
    { type: 'InflictHit', compartment, energy: dice.whole(50, 900), facing: dice.pick(FACINGS) },
    { type: 'InflictBreach', compartment, area: dice.between(0.05, 2) },
    { type: 'DamageSystem', system, to: dice.whole(0, 90) },
    { type: 'ReportCasualty', compartment, injury: dice.pick(['burns', 'blast', 'fracture'] as const) },
    { type: 'SetAlert', condition: dice.pick(['yellow', 'red'] as const) },
    { type: 'RaiseForceField', compartment },
    { type: 'ShutDownSystem', system },
    { type: 'DispatchCrew', crew: dice.pick([...plan.crews.keys()]), task: `system:${system}` },
    ...(passages.length > 0 ? [{ type: 'SealPassage', passage: dice.pick(passages) } as const] : []),
  ]
  return dice.pick(orders)
}

const randomAction = (plan: Plan, dice: Dice): Action =>
  dice.chance(0.15) ? { say: `Report ${dice.whole(1, 99)}` } : { do: randomOrder(plan, dice) }

const offset = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')

const randomConditional = (plan: Plan, dice: Dice): NonNullable<ScenarioFile['conditional']> => {
  const capabilities = [...plan.capabilities.values()]
  if (capabilities.length === 0) return [{ when: { alarms: dice.whole(1, 5) }, ...randomAction(plan, dice) }]
  const { id, modes } = dice.pick(capabilities)
  return [
    { when: { capability: id, mode: dice.pick(modes).id }, ...randomAction(plan, dice) },
    { when: { breaches: dice.whole(1, 3) }, ...randomAction(plan, dice) },
  ]
}

/** Ten bad minutes for any ship, always the same for a plan and a seed. */
export const generateScenario = (plan: Plan, seed: number): ScenarioFile => {
  const dice = diceFor(seed, 'generated scenario', 0)
  const seconds = Array.from({ length: dice.whole(1, 40) }, () => dice.whole(0, 600)).sort((a, b) => a - b)
  return {
    schema: 'bulkhead/scenario@1',
    id: `generated-${seed}`,
    name: `Generated ${seed}`,
    ship: plan.file.id,
    kind: dice.pick(['attack', 'drill', 'accident'] as const),
    purpose: 'Anything may happen.',
    seed,
    injects: seconds.map((at) => ({ at: offset(at), ...randomAction(plan, dice) })),
    conditional: randomConditional(plan, dice),
    ...(dice.chance(0.7) && { endsAt: offset(900) }),
  }
}
