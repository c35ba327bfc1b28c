import type { Command } from '#shared/ship/commands.ts'
import { Kept } from './kept.ts'

/** An order that outlives the page it was given on. */
export interface Letter {
  readonly command: Command
  /** When it was written, ms since 1970. */
  readonly writtenMs: number
  /** In whose name; none before names were kept, or when nobody had said one. */
  readonly by?: string
  /** The task it speaks of; null: of none. */
  readonly task: string | null
  /** waiting: never sent. tried: sent, and nobody knows whether it arrived. overtaken: of no use by the time it could be sent. */
  readonly state: 'waiting' | 'tried' | 'arrived' | 'refused' | 'overtaken'
  /** It says itself when it was written, where it matters. */
  readonly dated: boolean
  /** Why it was refused, or was not sent after all. */
  readonly why: string | null
}

/** Still to be sent, or sent again. */
export const isOpen = ({ state }: Letter): boolean => state === 'waiting' || state === 'tried'

/** Whoever has the phone now did not write it. */
export const isByAnother = ({ by }: Letter, giver: string): boolean => by !== undefined && by !== '' && by !== giver

type Change = (letters: readonly Letter[]) => readonly Letter[]

const isLetter = (value: unknown): value is Letter =>
  typeof value === 'object' && value !== null && 'command' in value && 'writtenMs' in value && 'state' in value

/**
 * Letters in the browser's own store, oldest first. Every change reads what is there first, so that two tabs do not
 * write over one another. A browser that keeps nothing has them for as long as the page is open.
 */
export class LetterBox {
  readonly #kept: Kept<Letter>
  #letters: readonly Letter[] = []
  #keeps: boolean

  constructor(store: Storage | null, key: string) {
    this.#kept = new Kept(store, key, isLetter)
    this.#keeps = store !== null
    this.#letters = this.#read()
  }

  /** Whether they survive the page. */
  get keeps(): boolean {
    return this.#keeps
  }

  get letters(): readonly Letter[] {
    return this.#letters
  }

  change(change: Change): void {
    this.#letters = change(this.#keeps ? this.#read() : this.#letters)
    this.#keeps = this.#kept.write(this.#letters)
  }

  #read(): readonly Letter[] {
    return this.#kept.read() ?? this.#letters
  }
}
