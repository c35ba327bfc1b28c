import type { Answer } from '#shared/protocol/sockets.ts'
import type { Command, Order } from '#shared/ship/commands.ts'
import { Courier } from './courier.ts'
import { isByAnother, isOpen, type Letter, type LetterBox } from './letterBox.ts'

export interface KeptOutboxParts {
  readonly box: LetterBox
  /** Null: nobody knows whether it arrived. */
  readonly post: (command: Command) => Promise<Answer<object> | null>
  readonly canSend: () => boolean
  /** Why a letter that has waited should not be sent any more; null: it should. */
  readonly outdated: (letter: Letter) => string | null
  /** In whose name orders are given here. */
  readonly giver: string
  /** What letters that have waited, or are another's, become before they leave: with the times in them, and with notes that tell times and writers. */
  readonly dated: (late: readonly Letter[]) => { readonly orders: readonly Order[]; readonly notes: readonly Order[] }
  readonly newId: () => string
  readonly nowMs: () => number
  readonly later: (ms: number, run: () => void) => void
  readonly changed: () => void
}

const WAITING_MOST = 100
/** Letters that were answered stay to be read; those that came to nothing longer, until they are put away. */
const ARRIVED_MOST = 8
const FAILED_MOST = 30
/** Whoever had to wait longer is told apart from those who were only slow. Invented. */
const LATE_MS = 10_000
/** Answers that leave it open: of these three nothing is recorded. A report can wait until there is room on the disk. */
const NOT_YET: readonly string[] = ['Busy', 'Draining', 'LogFull']

/**
 * Orders given where there may be no link: kept in the browser, sent one by one in the order in which they were written,
 * each with an id of its own, so that one sent twice is done once.
 */
export class KeptOutbox {
  readonly #parts: KeptOutboxParts
  readonly #courier: Courier<Letter>

  constructor(parts: KeptOutboxParts) {
    this.#parts = parts
    this.#courier = new Courier({
      ...parts,
      next: () => this.#next(),
      post: ({ command }) => parts.post(command),
      answered: (letter, answer) => this.#answered(letter, answer),
      notYet: NOT_YET,
    })
  }

  get letters(): readonly Letter[] {
    return this.#parts.box.letters
  }

  get waiting(): readonly Letter[] {
    return this.letters.filter(isOpen)
  }

  get isFull(): boolean {
    return this.waiting.length >= WAITING_MOST
  }

  write(order: Order, task: string | null): void {
    if (this.isFull) return
    this.#change((letters) => [...letters, this.#letter(order, task, false)])
    void this.sendAll()
  }

  /** One that was never sent is taken back; one that was answered is put away. */
  discard(id: string): void {
    this.#change((letters) => letters.filter(({ command, state }) => command.id !== id || state === 'tried'))
  }

  /** Sends what waits until there is no answer; harmless whenever it is called. */
  async sendAll(): Promise<void> {
    if (this.#parts.canSend()) this.#date()
    await this.#courier.go()
  }

  /** What would be of no use any more is passed over. One that may have arrived is asked again all the same. */
  #next(): Letter | null {
    for (const letter of this.waiting) {
      const outdated = letter.state === 'waiting' ? this.#parts.outdated(letter) : null
      if (outdated !== null) this.#settle(letter, 'overtaken', outdated)
      else return this.#tried(letter)
    }
    return null
  }

  #tried(letter: Letter): Letter {
    this.#become(letter, { state: 'tried', dated: true })
    return letter
  }

  #answered(letter: Letter, answer: Answer<object>): void {
    if (answer.ok) this.#settle(letter, 'arrived', null)
    else this.#settle(letter, 'refused', answer.error.detail)
  }

  /** Says when they were written in those that had to wait, and who wrote what is another's, before the first of them leaves. */
  #date(): void {
    const { giver, nowMs, dated } = this.#parts
    const before = nowMs() - LATE_MS
    const isLate = (letter: Letter): boolean => !letter.dated && letter.writtenMs < before
    const late = this.waiting.filter((letter) => isLate(letter) || isByAnother(letter, giver))
    if (late.length === 0) return
    const { orders, notes } = dated(late)
    const now = new Map(late.map(({ command }, index) => [command.id, orders[index]]))
    const redated = (letter: Letter): Letter => {
      const { id } = letter.command
      const order = now.get(id)
      if (!order) return letter
      // One that may have arrived stays as it was sent.
      return { ...letter, by: giver, dated: true, command: letter.dated ? letter.command : { ...order, id } }
    }
    this.#change((letters) => [...notes.map((note) => this.#letter(note, null, true)), ...letters.map(redated)])
  }

  #letter(order: Order, task: string | null, dated: boolean): Letter {
    const command: Command = { ...order, id: this.#parts.newId() }
    const { giver, nowMs } = this.#parts
    return { command, writtenMs: nowMs(), by: giver, task, state: 'waiting', dated, why: null }
  }

  #settle(letter: Letter, state: 'arrived' | 'refused' | 'overtaken', why: string | null): void {
    this.#become(letter, { state, why })
    this.#change((letters) => {
      const arrived = letters.filter((one) => one.state === 'arrived').slice(0, -ARRIVED_MOST)
      const failed = letters.filter(({ why }) => why !== null).slice(0, -FAILED_MOST)
      const old = new Set([...arrived, ...failed])
      return letters.filter((one) => !old.has(one))
    })
  }

  #become({ command }: Letter, change: Partial<Letter>): void {
    this.#change((letters) => letters.map((one) => (one.command.id === command.id ? { ...one, ...change } : one)))
  }

  #change(change: (letters: readonly Letter[]) => readonly Letter[]): void {
    this.#parts.box.change(change)
    this.#parts.changed()
  }
}
