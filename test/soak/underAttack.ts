import { setTimeout as sleep } from 'node:timers/promises'
import type { Order } from '#shared/ship/commands.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { Dashboard } from '../support/dashboard.ts'
import { seedFile } from '../support/seed-files.ts'
import { commission } from '../support/ship-over-http.ts'
import { attackOn, Dispatcher } from './dispatcher.ts'

const LOOK_EVERY_MS = 500

/** A sister of a built-in ship, attacked again whenever an attack is over, and a dispatcher aboard who sees to her. */
export class ShipUnderAttack {
  readonly id: string
  readonly dashboard: Dashboard
  readonly dispatcher: Dispatcher

  private constructor(url: string, id: string, rate: number, number: number) {
    this.id = id
    this.dashboard = new Dashboard(url, id)
    const { dashboard } = this
    this.dispatcher = new Dispatcher({
      ...{ number, rate },
      view: () => dashboard.view,
      give: (order) => this.#send(order),
    })
  }

  static async commission(url: string, number: number, rate: number): Promise<ShipUnderAttack> {
    const id = `sister-${number}`
    await commission(url, seedFile('ships', attackOn(number).ship) as ShipFile, id)
    const ship = new ShipUnderAttack(url, id, rate, number)
    await ship.dashboard.ready()
    return ship
  }

  /** Until told to stop. */
  async keepDispatching(stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      await this.dispatcher.look()
      await sleep(LOOK_EVERY_MS)
    }
  }

  async #send(order: Order): Promise<void> {
    const command = { id: `${this.id}-order-${this.dispatcher.orders}`, ...order }
    await this.dashboard.socket.timeout(5_000).emitWithAck('command', { ship: this.id, command })
  }
}
