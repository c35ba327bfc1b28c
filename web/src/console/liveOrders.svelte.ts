import { mayOrder } from '#shared/protocol/rights.ts'
import type { CommandType, Order } from '#shared/ship/commands.ts'
import type { KeptOrder } from '../link/kept.ts'
import type { Live } from '../link/live.svelte.ts'
import type { Outcome } from '../link/outbox.ts'
import type { Orders } from '../panels/orders.ts'
import { announce } from '../ui/announcer.svelte.ts'
import { toast } from '../ui/toasts.svelte.ts'
import { serviceInWords } from './serviceWords.ts'

/** Orders to a ship over a link: says what came of each, and lets some of it be taken back. */
export class LiveOrders implements Orders {
  readonly #live: Live

  constructor(live: Live) {
    this.#live = live
    const { own, ofOthers } = live.resume()
    for (const { command, outcome } of own) void this.#tellLate(command, outcome)
    if (ofOthers.length > 0) void tellOfOthers(ofOthers)
  }

  get pending() {
    return this.#live.pending
  }

  whyNot = (type: CommandType): string | null => {
    const { stale, ageMs, service, problem, identity } = this.#live
    const hindered = problem?.detail ?? serviceInWords(service, ageMs)
    if (hindered !== null) return hindered
    if (stale) return 'Offline: what is shown may not be so any more'
    return mayOrder(identity.role, type) ? null : `Not for the role ${identity.role}`
  }

  give = (order: Order, undo?: Order): void => void this.#give(order, undo)

  async #give(order: Order, undo?: Order): Promise<void> {
    const plan = this.#live.ship?.plan
    const outcome = await this.#live.order(order)
    if (!outcome.ok) return toast(outcome.error.detail)
    const { doneInWords, undoOf } = await import('./doneWords.ts')
    const done = plan && doneInWords(plan, order)
    if (!done) return
    const back = undo ?? undoOf(order)
    if (back) toast(done, () => this.give(back))
    else announce(done)
  }

  /** Of an order from before the page was loaded anew nothing is left on the screen that would show it. */
  async #tellLate(order: Order, answered: Promise<Outcome>): Promise<void> {
    const outcome = await answered
    const plan = this.#live.ship?.plan
    if (!plan) return
    const { lateInWords } = await import('./doneWords.ts')
    toast(lateInWords(plan, order, outcome))
  }
}

/** Whoever sits here now is told what is not asked again, as it would be in their name. */
const tellOfOthers = async (orders: readonly KeptOrder[]): Promise<void> => {
  const { notAskedInWords } = await import('./doneWords.ts')
  toast(notAskedInWords(orders))
}
