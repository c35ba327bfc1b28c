import { ORDERS_OF_A_SESSION, STRIKES } from '#shared/protocol/limits.ts'
import type { Answer } from '#shared/protocol/sockets.ts'

export interface CourierParts<Letter> {
  /** The one to be sent next; null: none waits. */
  readonly next: () => Letter | null
  readonly canSend: () => boolean
  /** Null: nobody knows whether it arrived. */
  readonly post: (letter: Letter) => Promise<Answer<object> | null>
  /** An answer for good. */
  readonly answered: (letter: Letter, answer: Answer<object>) => void
  /** Codes of answers that leave it open. */
  readonly notYet: readonly string[]
  readonly later: (ms: number, run: () => void) => void
}

const SECOND_MS = 1_000
/** Half of what a session may send: its person may have two screens, with orders kept on both. */
export const SENT_A_SECOND_MOST = ORDERS_OF_A_SESSION.perSecond / 2
/** Of an answer that does not say when to come again. */
const ASK_AGAIN_MS = 1_000

/**
 * Takes what was written to the server: one at a time, so that it arrives in its order, and no faster than the server
 * takes it. However much has gathered without a link, nobody is shut out for sending it [LNK6].
 */
export class Courier<Letter> {
  readonly #parts: CourierParts<Letter>
  #underWay = false
  /** Told to wait, the time is not over yet. */
  #waits = false
  #busyInARow = 0
  #withinASecond = 0

  constructor(parts: CourierParts<Letter>) {
    this.#parts = parts
  }

  /** Sends what waits, as far as there is a link; harmless whenever it is called. */
  async go(): Promise<void> {
    if (this.#underWay) return
    this.#underWay = true
    try {
      for (let letter = this.#next(); letter !== null; letter = this.#next()) await this.#bring(letter)
    } finally {
      this.#underWay = false
    }
  }

  #next(): Letter | null {
    const may = !this.#waits && this.#withinASecond < SENT_A_SECOND_MOST && this.#parts.canSend()
    return may ? this.#parts.next() : null
  }

  async #bring(letter: Letter): Promise<void> {
    this.#withinASecond += 1
    this.#after(SECOND_MS, () => (this.#withinASecond -= 1))
    const answer = await this.#parts.post(letter)
    if (answer === null) return
    const waitMs = this.#waitMs(answer)
    if (waitMs === null) return this.#parts.answered(letter, answer)
    this.#waits = true
    this.#after(waitMs, () => (this.#waits = false))
  }

  /** Null: it is answered for good. Whoever is told to wait again waits until nobody counts what was before. */
  #waitMs(answer: Answer<object>): number | null {
    const code = answer.ok ? '' : answer.error.code
    this.#busyInARow = code === 'Busy' ? this.#busyInARow + 1 : 0
    if (answer.ok || !this.#parts.notYet.includes(code)) return null
    return againInMs(answer.error.retryAfterMs) + (this.#busyInARow > 1 ? STRIKES.withinMs : 0)
  }

  #after(ms: number, change: () => void): void {
    this.#parts.later(ms, () => {
      change()
      void this.go()
    })
  }
}

/** What the server says, and up to half as much again, so that not all come at once. */
const againInMs = (retryAfterMs: unknown): number =>
  (typeof retryAfterMs === 'number' ? retryAfterMs : ASK_AGAIN_MS) * (1 + Math.random() / 2)
