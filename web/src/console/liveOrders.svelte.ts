import { mayOrder } from '#shared/protocol/rights.ts'
import type { CommandType } from '#shared/ship/commands.ts'
import type { Live } from '../link/live.svelte.ts'
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
    if (own.length + ofOthers.length > 0)
      void import('./leftOver.ts').then(({ tellOfLeftOver }) => tellOfLeftOver(own, ofOthers, live))
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

  give: Orders['give'] = (...how): void => void this.#give(...how)

  async #give(...[order, undo, onrefused]: Parameters<Orders['give']>): Promise<void> {
    const plan = this.#live.ship?.plan
    const outcome = await this.#live.order(order)
    if (!outcome.ok) {
      toast(outcome.error.detail)
      return onrefused?.()
    }
    const { doneInWords, undoOf } = await import('./doneWords.ts')
    const done = plan && doneInWords(plan, order)
    if (!done) return
    const back = undo ?? undoOf(order)
    if (back) toast(done, () => this.give(back))
    else announce(done)
  }
}
