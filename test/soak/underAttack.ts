import { setTimeout as sleep } from 'node:timers/promises'
import type { Order } from '#shared/ship/commands.ts'
import { nearest } from '#shared/ship/policy.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { Dashboard } from '../support/dashboard.ts'
import { seedFile } from '../support/seed-files.ts'
import { commission } from '../support/ship-over-http.ts'

const ATTACKS: readonly { readonly ship: string; readonly scenario: string }[] = [
  { ship: 'voyager', scenario: 'voyager-attack-4' },
  { ship: 'kittiwake', scenario: 'kittiwake-debris' },
  { ship: 'voyager', scenario: 'voyager-attack-2' },
  { ship: 'petrel', scenario: 'petrel-collision' },
  { ship: 'voyager', scenario: 'voyager-attack-3' },
]
const LOOK_EVERY_MS = 500
/** After so long, mission time, little is left to do aboard. */
const ATTACK_MS_MAX = 15 * 60_000

/** A sister of a built-in ship, attacked again whenever an attack is over, and a dispatcher aboard who sees to her. */
export class ShipUnderAttack {
  readonly id: string
  readonly dashboard: Dashboard
  attacks = 0
  orders = 0
  readonly #scenario: string
  readonly #rate: number
  readonly #number: number
  /** Mission time, ms. */
  #attackedAt = 0

  private constructor(url: string, id: string, scenario: string, rate: number, number: number) {
    this.id = id
    this.dashboard = new Dashboard(url, id)
    this.#scenario = scenario
    this.#rate = rate
    this.#number = number
  }

  static async commission(url: string, number: number, rate: number): Promise<ShipUnderAttack> {
    const attack = ATTACKS[number % ATTACKS.length] ?? { ship: 'voyager', scenario: 'voyager-attack-4' }
    const id = `sister-${number}`
    await commission(url, seedFile('ships', attack.ship) as ShipFile, id)
    const ship = new ShipUnderAttack(url, id, attack.scenario, rate, number)
    await ship.dashboard.ready()
    return ship
  }

  /** Looks at the board now and then, and orders what is to be done; until told to stop. */
  async keepDispatching(stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      const { view } = this.dashboard
      if (!view.scenario || view.at - this.#attackedAt > ATTACK_MS_MAX) await this.#attack()
      else for (const order of nearest(view, view.at)) await this.#order(order)
      await sleep(LOOK_EVERY_MS)
    }
  }

  async #attack(): Promise<void> {
    this.attacks += 1
    await this.#order({ type: 'StopScenario' })
    await this.#order({ type: 'RestoreShip' })
    await this.#order({ type: 'StartScenario', scenario: this.#scenario, seed: this.#number * 1_000 + this.attacks })
    await this.#order({ type: 'SetClock', rate: this.#rate })
    this.#attackedAt = this.dashboard.view.at
  }

  /** What is refused is dropped: by the time it arrives things may stand otherwise. */
  async #order(order: Order): Promise<void> {
    const command = { id: `${this.id}-order-${this.orders++}`, ...order }
    await this.dashboard.socket.timeout(5_000).emitWithAck('command', { ship: this.id, command })
  }
}
