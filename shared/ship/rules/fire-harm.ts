import { exp } from '../../detmath.ts'
import { diceFor } from '../../dice.ts'
import type { Fact } from '../events.ts'
import { heatAt } from '../fire-heat.ts'
import { healthAt, repairOf } from '../formula.ts'
import { peopleIn } from '../people.ts'
import type { Fire, Ship } from '../state.ts'
import type { Injury } from '../terms.ts'
import { reportFact } from './injuries.ts'

/** How often a fire does harm, ms. Invented. */
export const BURNS_EVERY_MS = 30_000
/** What a system in the compartment loses each time, % a MW: at 4 MW it is gone in five minutes. Invented. */
const SYSTEM_PERCENT_PER_MW = 2.5
/** Each time someone is hurt with the chance 1 − exp(−Q / this), kW: at 4 MW more likely than not. Invented. */
const HURT_SCALE_KW = 4000
/** What happens to people before flashover, and after it. Invented. */
const INJURIES: readonly Injury[] = ['inhalation', 'inhalation', 'burns']
const FLASHOVER_INJURIES: readonly Injury[] = ['severe-burns', 'burns', 'inhalation']

const hasSystemsToHarm = (ship: Ship, compartment: string): boolean =>
  (ship.plan.systemsIn.get(compartment) ?? []).some(({ id }) => {
    const { percent, perS } = repairOf(ship.systems[id])
    return percent > 0 || perS > 0
  })

/**
 * When it does harm next, ms; null while there is nothing and nobody to harm, or no heat. Instants at which nothing could
 * be harmed have passed: whoever comes in meets the next one.
 */
export const burnsAt = (ship: Ship, { compartment, heat, burnsAt: first }: Fire): number | null => {
  if (heat.kw === 0 && !heat.growing) return null
  if (peopleIn(ship, compartment) === 0 && !hasSystemsToHarm(ship, compartment)) return null
  return first + Math.max(0, Math.ceil((ship.at - first) / BURNS_EVERY_MS)) * BURNS_EVERY_MS
}

/** Health is told to a tenth of a percent, and always less than before. */
const systemFacts = (ship: Ship, { compartment, hit }: Fire, kw: number): readonly Fact[] =>
  (ship.plan.systemsIn.get(compartment) ?? []).flatMap(({ id }): readonly Fact[] => {
    const health = healthAt(ship, id, ship.at)
    const percent = Math.max(0, Math.floor((health - (SYSTEM_PERCENT_PER_MW * kw) / 1000) * 10) / 10)
    return percent < health ? [{ type: 'SystemDamaged', system: id, percent, hit }] : []
  })

const peopleFacts = (ship: Ship, { compartment, number, burns, flashedOverAt, hit }: Fire, kw: number): Fact[] => {
  const dice = diceFor(ship.seed, `fire-${number}`, burns)
  const risk = 1 - exp(-kw / HURT_SCALE_KW)
  const facts: Fact[] = []
  for (let i = peopleIn(ship, compartment); i > 0; i--) {
    const injury = dice.pick(flashedOverAt === null ? INJURIES : FLASHOVER_INJURIES)
    if (!dice.chance(risk)) continue
    const casualty = ship.numbers.casualty + facts.length + 1
    facts.push(reportFact(ship, { number: casualty, compartment, injury, ...(hit !== null && { hit }) }))
  }
  return facts
}

/** [FIR9] [FIR10] Systems lose health in proportion to the heat, people may be hurt. Crews wear suits. */
export const harmFacts = (ship: Ship, fire: Fire): readonly Fact[] => {
  const kw = heatAt(fire.heat, fire.growth, ship.at)
  return [
    { type: 'FireBurned', compartment: fire.compartment, burnsAt: ship.at + BURNS_EVERY_MS },
    ...systemFacts(ship, fire, kw),
    ...peopleFacts(ship, fire, kw),
  ]
}
