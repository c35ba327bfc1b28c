import { describe, expect, test } from 'vitest'
import { diceFor } from '#shared/dice.ts'
import { advanced } from '#shared/ship/advance.ts'
import { decided } from '#shared/ship/decide.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import { damageReportOf } from '#shared/ship/views/damage-report.ts'
import { boardOf } from '#shared/ship/views/board.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { builtInPlans } from '../support/built-in.ts'
import { generateShip } from '../support/generate-ship.ts'
import { randomOrder } from '../support/random-orders.ts'
import { brokenInvariants } from './invariants.ts'

const ORDERS = 400

/** One long fight; after each step nothing may be broken, and at the end every view must be total. */
const fight = (plan: Plan, seed: number): void => {
  const dice = diceFor(seed, 'fight', 0)
  let ship: Ship = { ...newShip(plan), seed }
  for (let i = 0, at = 0; i < ORDERS; i++) {
    at += dice.whole(0, 8_000)
    ship = advanced(ship, at).ship
    const decision = decided(ship, { command: { id: `order-${i}`, ...randomOrder(ship, dice, at) }, at })
    if (decision.ok) ship = decision.value.ship
    expect(brokenInvariants({ ...ship, at }), `seed ${seed} of ${plan.file.id}, order ${i}`).toEqual([])
  }
  expect(boardOf(ship, ship.at).crews.length).toBe(plan.crews.size)
  expect(damageReportOf(ship, ship.at).systems.length).toBe(plan.systems.size)
}

describe.each(builtInPlans())('%s under fire', (_id, plan) => {
  test(`20 fights of ${ORDERS} orders break no invariant`, () => {
    for (let seed = 1; seed <= 20; seed++) fight(plan, seed)
  })
})

test('40 ships never seen before, the same', () => {
  for (let seed = 1; seed <= 40; seed++) fight(planOf(generateShip(seed)), seed)
})
