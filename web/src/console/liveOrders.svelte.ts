import { mayOrder } from '#shared/protocol/rights.ts'
import type { CommandType, Order } from '#shared/ship/commands.ts'
import type { Live } from '../link/live.svelte.ts'
import type { Orders } from '../panels/orders.ts'
import { announce } from '../ui/announcer.svelte.ts'
import { toast } from '../ui/toasts.svelte.ts'

/** Orders to a ship over a link: says what came of each, and lets a dispatch be taken back. */
export class LiveOrders implements Orders {
  readonly #live: Live

  constructor(live: Live) {
    this.#live = live
  }

  get pending() {
    return this.#live.pending
  }

  whyNot = (type: CommandType): string | null => {
    const { stale, identity } = this.#live
    if (stale) return 'Offline: what is shown may not be so any more'
    return mayOrder(identity.role, type) ? null : `Not for the role ${identity.role}`
  }

  give = (order: Order): void => void this.#give(order)

  async #give(order: Order): Promise<void> {
    const plan = this.#live.ship?.plan
    const outcome = await this.#live.order(order)
    if (!outcome.ok) return toast(outcome.error.detail)
    const { doneInWords } = await import('./doneWords.ts')
    const done = plan && doneInWords(plan, order)
    if (!done) return
    if (order.type === 'DispatchCrew') toast(done, () => this.give({ type: 'RecallCrew', crew: order.crew }))
    else announce(done)
  }
}
