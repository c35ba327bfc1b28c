import { advanced } from '#shared/ship/advance.ts'
import type { Order, Received } from '#shared/ship/commands.ts'
import { decided } from '#shared/ship/decide.ts'
import type { ShipEvent } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Step } from '#shared/ship/unfold.ts'
import { randomOrder } from '../../support/random-orders.ts'
import { examine, examineFold, freezeIfDrawn } from './examine.ts'
import type { Finding } from './invariant.ts'
import { count, countOrder, type Tally } from './tally.ts'
import { setOut, type Voyage } from './voyage.ts'

/** Something that must never be, and where it was found. A seed fixes all else. */
export interface Failure extends Finding {
  readonly seed: number
  readonly ship: string
  /** Index of the order that had just been given, or was about to be. */
  readonly order: number
  /** Mission time, ms. */
  readonly at: number
}

export const ORDERS_A_VOYAGE = 250

/** A dispatcher's orders cost as much to find as twenty others; a few bring about what chance alone does not. */
const SHARES = { sensible: 0.02, garbled: 0.03 } as const
/** Several stations order at the same instant as often as not. */
const LATER_CHANCE = 0.5
/** Most orders come fast; now and then hours pass, so that treatments, repairs and fatigue come to their ends. */
const LULL_CHANCE = 0.02
const LULL_MS = 1_800_000
const GAP_MS = 8_000

const went = (voyage: Voyage, after: Ship, events: readonly ShipEvent[]): void => {
  for (const event of events) {
    count(voyage.tally.events, event.type)
    voyage.watch?.(`  ${JSON.stringify(event)}`)
  }
  if (voyage.folded) voyage.events.push(...events)
  voyage.ship = after
  voyage.steps++
  freezeIfDrawn(voyage)
}

const timePasses = (voyage: Voyage): Finding | null => {
  const { dice, ship: before } = voyage
  const from = voyage.at
  const until = from + (dice.chance(LULL_CHANCE) ? dice.whole(0, LULL_MS) : dice.whole(0, GAP_MS))
  const step = advanced(before, until)
  voyage.at = until
  voyage.tally.missionMs += until - from
  went(voyage, step.ship, step.events)
  return examine(voyage, { before, after: step.ship, events: step.events, from, until })
}

const timeMayPass = (voyage: Voyage): Finding | null => (voyage.dice.chance(LATER_CHANCE) ? timePasses(voyage) : null)

/** [RUN1] Back in a simulated ship, whoever should be there by now is there at once. */
const settled = (step: Step, { type }: Order, at: number): Step => {
  if (type !== 'SetRunMode') return step
  const next = advanced(step.ship, at)
  return { ship: next.ship, events: [...step.events, ...next.events] }
}

const orderComes = (voyage: Voyage, i: number): Finding | null => {
  const { dice, ship: before, at } = voyage
  const order = randomOrder(before, dice, at, SHARES)
  const received: Received = { command: { id: `order-${i}`, ...order }, at }
  const decision = decided(before, received)
  voyage.watch?.(
    `${i} at ${at} ms: ${JSON.stringify(order)}${decision.ok ? '' : ` refused: ${JSON.stringify(decision.error)}`}`,
  )
  countOrder(voyage.tally, order.type, decision.ok ? null : decision.error)
  const { ship: after, events } = decision.ok ? settled(decision.value, order, at) : { ship: before, events: [] }
  went(voyage, after, events)
  return examine(voyage, { before, after, events, from: at, until: at, received })
}

/** What a step finds; that the core throws is a finding, too. */
const findingOf = (step: () => Finding | null): Finding | null => {
  try {
    return step()
  } catch (error) {
    return {
      invariant: 'nothing throws',
      what: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}

export interface SailOptions {
  readonly orders?: number
  /** Is told each order with what became of it. */
  readonly watch?: (line: string) => void
}

/** Sails the ship of a seed through its orders, and stops at the first thing that must never be. */
export const sail = (seed: number, tally: Tally, options: SailOptions = {}): Failure | null => {
  const { orders = ORDERS_A_VOYAGE, watch } = options
  const voyage = setOut(seed, tally, watch)
  for (let order = 0; order < orders; order++) {
    const last = order === orders - 1
    const finding = findingOf(
      () => timeMayPass(voyage) ?? orderComes(voyage, order) ?? (last ? examineFold(voyage) : null),
    )
    if (finding) return { ...finding, seed, ship: voyage.ship.plan.file.id, order, at: voyage.at }
  }
  return null
}
