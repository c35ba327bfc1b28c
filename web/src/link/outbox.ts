import type { Answer, Problem } from '#shared/protocol/sockets.ts'
import type { Command, Order } from '#shared/ship/commands.ts'
import { Courier } from './courier.ts'
import type { Identity } from './identity.ts'
import type { Kept, KeptOrder } from './kept.ts'

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: Problem }

/** An order from before the page was loaded anew, and what comes of it. */
export interface LeftOver {
  readonly command: Command
  readonly outcome: Promise<Outcome>
}

export interface OutboxParts {
  readonly send: (command: Command) => Promise<Answer<object> | null>
  readonly canSend: () => boolean
  /** Who gives orders here. */
  readonly giver: Identity
  readonly newId: () => string
  /** Until when an order that is given now is to be carried out, ISO 8601 by the server's clock. */
  readonly expiresAt: () => string
  readonly kept: Kept<KeptOrder>
  readonly later: (ms: number, run: () => void) => void
  readonly changed: () => void
}

interface Letter {
  readonly command: Command
  readonly settle: (outcome: Outcome) => void
}

/** The server did not look at the order: it has too much to do, or is going down and its successor should be asked. */
const NOT_LOOKED_AT: readonly string[] = ['Busy', 'Draining']

/**
 * Orders given and not yet answered. Each keeps its id and is sent again after every loss of the link until the server
 * says yes or no; the id makes that safe. They outlive the page, for as long as the tab is open and the same person sits there.
 */
export class Outbox {
  readonly #parts: OutboxParts
  readonly #letters = new Map<string, Letter>()
  readonly #courier: Courier<Letter>

  constructor(parts: OutboxParts) {
    this.#parts = parts
    this.#courier = new Courier({
      ...parts,
      next: () => this.#letters.values().next().value ?? null,
      post: ({ command }) => parts.send(command),
      answered: (letter, answer) => this.#answered(letter, answer),
      notYet: NOT_LOOKED_AT,
    })
  }

  get pending(): readonly Command[] {
    return [...this.#letters.values()].map(({ command }) => command)
  }

  give(order: Order): Promise<Outcome> {
    return this.#ask({ ...order, id: this.#parts.newId(), expiresAt: this.#parts.expiresAt() })
  }

  /**
   * Asks again what had no answer when the page was left, and lets go of what somebody else gave here: it is told, and not
   * sent in another's name. To be called before the first order is given.
   */
  resume(): { readonly own: readonly LeftOver[]; readonly ofOthers: readonly KeptOrder[] } {
    const { kept, giver } = this.#parts
    const left = kept.read() ?? []
    const isOwn = ({ by }: KeptOrder): boolean => by.role === giver.role && by.name === giver.name
    const own = left.filter(isOwn).map(({ command }) => ({ command, outcome: this.#ask(command) }))
    this.#changed()
    return { own, ofOthers: left.filter((order) => !isOwn(order)) }
  }

  /** The link is back: everything without an answer goes out again, in the order in which it was given. */
  sendAll(): void {
    void this.#courier.go()
  }

  #ask(command: Command): Promise<Outcome> {
    return new Promise((settle) => {
      this.#letters.set(command.id, { command, settle })
      this.#changed()
      this.sendAll()
    })
  }

  #answered({ command, settle }: Letter, answer: Answer<object>): void {
    this.#letters.delete(command.id)
    this.#changed()
    settle(answer.ok ? { ok: true } : { ok: false, error: answer.error })
  }

  #changed(): void {
    const { kept, giver, changed } = this.#parts
    kept.write(this.pending.map((command) => ({ by: giver, command })))
    changed()
  }
}
