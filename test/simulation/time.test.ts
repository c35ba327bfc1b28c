import { describe, expect, test } from 'vitest'
import { diceFor } from '#shared/dice.ts'
import { fold } from '#shared/ship/evolve.ts'
import { shipFrom, stateOf } from '#shared/ship/state.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { generateShip } from '../support/generate-ship.ts'
import { builtInPlans } from '../support/built-in.ts'
import { randomVoyage, sail } from '../support/voyage.ts'

const BUILT_IN_SEEDS = 250
const GENERATED_SEEDS = 1_000
const ORDERS = 30

const cutsFor = (seed: number, until: number): readonly number[] => {
  const dice = diceFor(seed, 'cuts', 0)
  return Array.from({ length: dice.whole(1, 12) }, () => dice.whole(0, until))
}

/** As it comes out of the log: through JSON, so that nothing survives that would not be stored. */
const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

const checkVoyage = (plan: Plan, seed: number): void => {
  const voyage = randomVoyage(plan, seed, ORDERS)
  const cut = sail(voyage.start, voyage.orders, voyage.until, cutsFor(seed, voyage.until))
  expect(cut.events, `seed ${seed} of ${plan.file.id}: cut elsewhere`).toEqual(voyage.events)
  expect(voyage.events.map(({ seq }) => seq)).toEqual(voyage.events.map((_event, i) => i + 1))
  const again = fold(shipFrom(plan, stored(stateOf(voyage.start))), stored(voyage.events))
  expect(JSON.stringify(stateOf(again)), `seed ${seed} of ${plan.file.id}: fold`).toBe(
    JSON.stringify(stateOf(voyage.ship)),
  )
}

describe.each(builtInPlans())('%s', (_id, plan) => {
  test(`[TIM1] [TIM4] [TIM5] ${BUILT_IN_SEEDS} seeded runs: cut at random points the same log, folded the same ship`, () => {
    for (let seed = 1; seed <= BUILT_IN_SEEDS; seed++) checkVoyage(plan, seed)
  })
})

test(`[TIM1] [TIM4] [TIM5] ${GENERATED_SEEDS} ships never seen before: the same`, () => {
  for (let seed = 1; seed <= GENERATED_SEEDS; seed++) checkVoyage(planOf(generateShip(seed)), seed)
})

test('[TIM4] another seed gives another log', () => {
  const [[, plan]] = builtInPlans()
  const hits = (seed: number) => randomVoyage(plan, seed, ORDERS).events
  expect(hits(1)).not.toEqual(hits(2))
})
