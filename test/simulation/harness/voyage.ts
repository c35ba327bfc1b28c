import { type Dice, diceFor } from '#shared/dice.ts'
import type { ShipEvent } from '#shared/ship/events.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { builtInPlans } from '../../support/built-in.ts'
import { generateShip } from '../../support/generate-ship.ts'
import type { Tally } from './tally.ts'

/** A seeded run under way. */
export interface Voyage {
  readonly seed: number
  readonly tally: Tally
  /** Draws what happens. */
  readonly dice: Dice
  /** Draws what is looked at, apart from `dice`, so that looking closer changes nothing that happens. */
  readonly lens: Dice
  readonly frozen: boolean
  readonly folded: boolean
  readonly watch: ((line: string) => void) | undefined
  ship: Ship
  at: number
  steps: number
  /** Where the log under examination begins, and its events. */
  start: Ship
  events: ShipEvent[]
}

const BUILT_IN_SHARE = 0.3

const builtIn = builtInPlans()

/** The ship of a seed: one that comes with the product, or one that nobody has ever seen. */
const shipFor = (seed: number): { plan: Plan; generated: boolean } => {
  const dice = diceFor(seed, 'ship', 0)
  if (dice.chance(BUILT_IN_SHARE)) return { plan: dice.pick(builtIn)[1], generated: false }
  return { plan: planOf(generateShip(seed)), generated: true }
}

export const setOut = (seed: number, tally: Tally, watch?: (line: string) => void): Voyage => {
  const { plan, generated } = shipFor(seed)
  const lens = diceFor(seed, 'lens', 0)
  const ship = { ...newShip(plan), seed }
  tally.voyages++
  if (generated) tally.generated++
  return {
    seed,
    tally,
    dice: diceFor(seed, 'orders', 0),
    lens,
    frozen: lens.chance(1 / 16),
    folded: lens.chance(1 / 8),
    watch,
    ship,
    at: 0,
    steps: 0,
    start: ship,
    events: [],
  }
}
