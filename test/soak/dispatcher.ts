import type { Order } from '#shared/ship/commands.ts'
import { nearest } from '#shared/ship/policy.ts'
import type { Ship } from '#shared/ship/state.ts'

interface Attack {
  readonly ship: string
  readonly scenario: string
}

const ATTACKS: readonly Attack[] = [
  { ship: 'voyager', scenario: 'voyager-attack-4' },
  { ship: 'kittiwake', scenario: 'kittiwake-debris' },
  { ship: 'voyager', scenario: 'voyager-attack-2' },
  { ship: 'petrel', scenario: 'petrel-collision' },
  { ship: 'voyager', scenario: 'voyager-attack-3' },
]
/** After so long, mission time, little is left to do aboard. */
const ATTACK_MS_MAX = 15 * 60_000

/** What befalls the ship of that number. */
export const attackOn = (number: number): Attack =>
  ATTACKS[number % ATTACKS.length] ?? { ship: 'voyager', scenario: 'voyager-attack-4' }

interface DispatcherParts {
  /** Of the ship: no two dispatchers have the same. */
  readonly number: number
  /** Of the mission clock. */
  readonly rate: number
  readonly view: () => Ship
  /** Gives it, and waits until it is answered. */
  readonly give: (order: Order) => Promise<unknown>
}

/** Sees to a ship that is attacked again whenever an attack is over. */
export class Dispatcher {
  attacks = 0
  orders = 0
  readonly #parts: DispatcherParts
  /** Mission time, ms. */
  #attackedAt = 0

  constructor(parts: DispatcherParts) {
    this.#parts = parts
  }

  /** Looks at the board, and orders what is to be done. */
  async look(): Promise<void> {
    const view = this.#parts.view()
    if (!view.scenario || view.at - this.#attackedAt > ATTACK_MS_MAX) await this.#attack()
    else for (const order of nearest(view, view.at)) await this.#give(order)
  }

  /** Has all as it was, and time stand still. */
  async rest(): Promise<void> {
    await this.#restore()
    await this.#give({ type: 'SetClock', rate: 0 })
  }

  async #attack(): Promise<void> {
    const { number, rate, view } = this.#parts
    this.attacks += 1
    await this.#restore()
    const { scenario } = attackOn(number)
    await this.#give({ type: 'StartScenario', scenario, seed: number * 1_000 + this.attacks })
    await this.#give({ type: 'SetClock', rate })
    this.#attackedAt = view().at
  }

  async #restore(): Promise<void> {
    await this.#give({ type: 'StopScenario' })
    await this.#give({ type: 'RestoreShip' })
  }

  /** What is refused is dropped: by the time it arrives things may stand otherwise. */
  async #give(order: Order): Promise<void> {
    this.orders += 1
    await this.#parts.give(order)
  }
}
