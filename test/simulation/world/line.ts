import type { Dice } from '#shared/dice.ts'
import type { VirtualTime } from './virtualTime.ts'

/** What happens to frames while a line is bad. */
export interface Loss {
  readonly drop: number
  readonly double: number
  readonly dice: Dice
}

/** Only calls, answers and broadcasts get lost or doubled: what makes a connection is over before there is one. */
const isMessage = (text: string): boolean => text.startsWith('2') || text.startsWith('3')

/** The way between one client and the server. */
export class Line {
  /** The cable is out: what is sent goes nowhere, and nobody is told. */
  dead = false
  /** The client does not read. */
  clogged = false
  loss: Loss | null = null
  /** Added to the way of everything, ms. */
  slowMs = 0
  readonly #time: VirtualTime
  readonly #dice: Dice

  constructor(time: VirtualTime, dice: Dice) {
    this.#time = time
    this.#dice = dice
  }

  get isBad(): boolean {
    return this.dead || this.loss !== null
  }

  arrivalMs(): number {
    return this.#time.nowMs + this.slowMs + this.#dice.whole(1, 8)
  }

  at(atMs: number, call: () => void): void {
    this.#time.after(atMs - this.#time.nowMs, call)
  }

  /** How many of it arrive. */
  copiesOf(text: string): number {
    if (!this.loss || !isMessage(text)) return 1
    const { drop, double, dice } = this.loss
    const fell = dice.unit()
    if (fell < drop) return 0
    return fell < drop + double ? 2 : 1
  }
}
