import { type Dice, diceFor } from '#shared/dice.ts'
import { advanced } from '#shared/ship/advance.ts'
import type { Order } from '#shared/ship/commands.ts'
import { decided } from '#shared/ship/decide.ts'
import type { ShipEvent } from '#shared/ship/events.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { randomOrder } from './random-orders.ts'

export interface TimedOrder {
  readonly at: number
  readonly order: Order
}

export interface Voyage {
  readonly start: Ship
  readonly ship: Ship
  readonly events: readonly ShipEvent[]
  readonly orders: readonly TimedOrder[]
  readonly until: number
}

const advanceInto = (ship: Ship, until: number, events: ShipEvent[]): Ship => {
  const step = advanced(ship, until)
  events.push(...step.events)
  return step.ship
}

const giveInto = (ship: Ship, { order, at }: TimedOrder, events: ShipEvent[]): Ship => {
  const decision = decided(ship, { command: { id: `at-${at}`, ...order }, at })
  if (!decision.ok) return ship
  events.push(...decision.value.events)
  return decision.value.ship
}

/** A seeded run of the production core: orders at random times, chosen with the ship as she then is. */
export const randomVoyage = (plan: Plan, seed: number, orderCount: number, gapMsMost = 20_000): Voyage => {
  const dice: Dice = diceFor(seed, 'voyage', 0)
  const start = { ...newShip(plan), seed }
  const events: ShipEvent[] = []
  const orders: TimedOrder[] = []
  let ship = start
  let at = 0
  for (let i = 0; i < orderCount; i++) {
    at += dice.whole(0, gapMsMost)
    ship = advanceInto(ship, at, events)
    const timed = { at, order: randomOrder(ship, dice, at) }
    orders.push(timed)
    ship = giveInto(ship, timed, events)
  }
  const until = at + dice.whole(0, 30 * 60_000)
  return { start, ship: advanceInto(ship, until, events), events, orders, until }
}

/** The same orders again; `cuts` are instants at which time is advanced for no reason at all. */
export const sail = (start: Ship, orders: readonly TimedOrder[], until: number, cuts: readonly number[]): Voyage => {
  const events: ShipEvent[] = []
  let ship = start
  const stops: (TimedOrder | { readonly at: number; readonly order: null })[] = [
    ...orders,
    ...cuts.map((at) => ({ at, order: null })),
  ]
  // Stable: at the same instant the orders keep their sequence; a cut there may come before or after.
  for (const stop of stops.sort((a, b) => a.at - b.at)) {
    ship = advanceInto(ship, stop.at, events)
    if (stop.order) ship = giveInto(ship, stop, events)
  }
  return { start, ship: advanceInto(ship, until, events), events, orders, until }
}
