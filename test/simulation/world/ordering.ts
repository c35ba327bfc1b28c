import type { Dice } from '#shared/dice.ts'
import type { Order } from '#shared/ship/commands.ts'
import type { Ship } from '#shared/ship/state.ts'
import { randomOrder } from '../../support/random-orders.ts'
import type { Console } from './console.ts'
import type { World } from './world.ts'

/** Faster than people are, and a third of what a screen is let send [LNK6]: what a bad minute left is caught up with. */
const ORDER_EVERY_MS = 300
/** On a phone an order takes longer to write. */
const LETTER_EVERY_MS = 1_000
/** The core has a simulation of its own: here most orders only have to arrive, once, in order. */
const NOTES_SHARE = 0.6
/** To say all that is wrong with an order takes the server as long as a hundred good ones. */
const SHARES = { sensible: 0.02, garbled: 0.005 } as const

const orderOf = (ship: Ship, dice: Dice): Order =>
  dice.chance(NOTES_SHARE)
    ? { type: 'RecordLog', text: `Note ${dice.whole(1, 1e6)}` }
    : randomOrder(ship, dice, ship.at, SHARES)

/** Orders at any time, of what the person sees at that time. */
export const keepOrdering = (world: World, console: Console, untilMs: number): void => {
  const dice = world.dice(`orders of ${console.parts.name}`)
  const everyMs = console.parts.keeps ? LETTER_EVERY_MS : ORDER_EVERY_MS
  const next = (): void => {
    world.time.after(dice.between(0, 2 * everyMs), () => {
      if (world.time.nowMs > untilMs) return
      if (console.ship) console.order(orderOf(console.ship, dice))
      next()
    })
  }
  next()
}
