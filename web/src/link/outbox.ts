import type { Answer, Problem } from '#shared/protocol/sockets.ts'
import type { Command, Order } from '#shared/ship/commands.ts'
import type { Kept } from './kept.ts'

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: Problem }

/** An order from before the page was loaded anew, and what comes of it. */
export interface LeftOver {
  readonly command: Command
  readonly outcome: Promise<Outcome>
}

export interface OutboxParts {
  readonly send: (command: Command) => Promise<Answer<{ readonly seq: number }> | null>
  readonly newId: () => string
  /** Until when an order that is given now is to be carried out, ISO 8601 by the server's clock. */
  readonly expiresAt: () => string
  readonly kept: Kept<Command>
  readonly later: (ms: number, run: () => void) => void
  readonly changed: () => void
}

interface Letter {
  readonly command: Command
  readonly settle: (outcome: Outcome) => void
  onTheWay: boolean
}

/** The server did not look at the order: it has too much to do, or is going down and its successor should be asked. */
const NOT_LOOKED_AT: readonly string[] = ['Busy', 'Draining']
const ASK_AGAIN_MS = 1_000

/**
 * In how many ms the same is to be asked again: what the server says, and up to half as much again, so that not all come at once.
 * Null: it is answered for good.
 */
export const askAgainInMs = (answer: Answer<object>, notLookedAt = NOT_LOOKED_AT): number | null => {
  if (answer.ok || !notLookedAt.includes(answer.error.code)) return null
  const { retryAfterMs } = answer.error
  return (typeof retryAfterMs === 'number' ? retryAfterMs : ASK_AGAIN_MS) * (1 + Math.random() / 2)
}

/**
 * Orders given and not yet answered. Each keeps its id and is sent again after every loss of the link until the server
 * says yes or no; the id makes that safe. They outlive the page, for as long as the tab is open.
 */
export class Outbox {
  readonly #parts: OutboxParts
  readonly #letters = new Map<string, Letter>()

  constructor(parts: OutboxParts) {
    this.#parts = parts
  }

  get pending(): readonly Command[] {
    return [...this.#letters.values()].map(({ command }) => command)
  }

  give(order: Order): Promise<Outcome> {
    return this.#ask({ ...order, id: this.#parts.newId(), expiresAt: this.#parts.expiresAt() })
  }

  /** Asks again what had no answer when the page was left. To be called before the first order is given. */
  resume(): readonly LeftOver[] {
    const commands = this.#parts.kept.read() ?? []
    return commands.map((command) => ({ command, outcome: this.#ask(command) }))
  }

  /** The link is back: everything without an answer goes out again, in the order in which it was given. */
  sendAll(): void {
    for (const letter of this.#letters.values()) void this.#post(letter)
  }

  #ask(command: Command): Promise<Outcome> {
    return new Promise((settle) => {
      const letter: Letter = { command, settle, onTheWay: false }
      this.#letters.set(command.id, letter)
      this.#changed()
      void this.#post(letter)
    })
  }

  async #post(letter: Letter): Promise<void> {
    const { id } = letter.command
    if (letter.onTheWay || !this.#letters.has(id)) return
    letter.onTheWay = true
    const answer = await this.#parts.send(letter.command)
    letter.onTheWay = false
    if (answer === null) return
    const waitMs = askAgainInMs(answer)
    if (waitMs !== null) return this.#parts.later(waitMs, () => void this.#post(letter))
    this.#letters.delete(id)
    this.#changed()
    letter.settle(answer.ok ? { ok: true } : { ok: false, error: answer.error })
  }

  #changed(): void {
    this.#parts.kept.write(this.pending)
    this.#parts.changed()
  }
}
