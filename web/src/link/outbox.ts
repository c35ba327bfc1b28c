import type { Answer, Problem } from '#shared/protocol/sockets.ts'
import type { Command, Order } from '#shared/ship/commands.ts'

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: Problem }

interface Letter {
  readonly command: Command
  readonly settle: (outcome: Outcome) => void
  onTheWay: boolean
}

type Send = (command: Command) => Promise<Answer<{ readonly seq: number }> | null>

/** The server is going down: it did not look at the order, and its successor should be asked. */
export const NOT_LOOKED_AT = 'Draining'

/**
 * Orders given and not yet answered. Each keeps its id and is sent again after every loss of the link until the server
 * says yes or no; the id makes that safe.
 */
export class Outbox {
  readonly #send: Send
  readonly #newId: () => string
  readonly #changed: () => void
  readonly #letters = new Map<string, Letter>()

  constructor(send: Send, newId: () => string, changed: () => void) {
    this.#send = send
    this.#newId = newId
    this.#changed = changed
  }

  get pending(): readonly Command[] {
    return [...this.#letters.values()].map(({ command }) => command)
  }

  give(order: Order): Promise<Outcome> {
    const command: Command = { ...order, id: this.#newId() }
    return new Promise((settle) => {
      const letter: Letter = { command, settle, onTheWay: false }
      this.#letters.set(command.id, letter)
      this.#changed()
      void this.#post(letter)
    })
  }

  /** The link is back: everything without an answer goes out again, in the order in which it was given. */
  sendAll(): void {
    for (const letter of this.#letters.values()) void this.#post(letter)
  }

  async #post(letter: Letter): Promise<void> {
    if (letter.onTheWay) return
    letter.onTheWay = true
    const answer = await this.#send(letter.command)
    letter.onTheWay = false
    if (answer === null || (!answer.ok && answer.error.code === NOT_LOOKED_AT)) return
    this.#letters.delete(letter.command.id)
    this.#changed()
    letter.settle(answer.ok ? { ok: true } : { ok: false, error: answer.error })
  }
}
