import type { Down } from '#shared/protocol/sockets.ts'
import type { Ship } from '#shared/ship/state.ts'

export interface StateCheckParts {
  /** What a head is compared with: the hash of what whoever sits here may know of her. */
  readonly hashOf: (ship: Ship) => Promise<string>
  /** Tells the server, for its operator. */
  readonly report: (seq: number, hash: string) => void
  /** Fetches the state anew. */
  readonly renew: () => void
  /** Whether what is shown is wrong even after that. */
  readonly changed: (differs: boolean) => void
}

/** In place of a hash, of events that cannot be applied to what was folded before. */
const DOES_NOT_FOLD = 'does not fold'

/** Holds what is folded here against what the server has. Both fold the same events: a difference is a fault of ours. */
export class StateCheck {
  readonly #parts: StateCheckParts
  /** In a row. */
  #differences = 0

  constructor(parts: StateCheckParts) {
    this.#parts = parts
  }

  /** Of a seq that we are beyond, or short of, there is nothing to compare: the next head comes. */
  async compare(ship: Ship | null, { seq, hash }: Parameters<Down['head']>[0]): Promise<void> {
    if (ship?.seq !== seq) return
    const own = await this.#parts.hashOf(ship)
    if (own === hash) this.begin()
    else this.#differ(seq, own)
  }

  doesNotFold(seq: number): void {
    this.#differ(seq, DOES_NOT_FOLD)
  }

  /** What was found before is of no account any more. */
  begin(): void {
    if (this.#differences > 1) this.#parts.changed(false)
    this.#differences = 0
  }

  /** If it differs after it was fetched anew, it would after the next time too: then nobody is asked again, or told. */
  #differ(seq: number, hash: string): void {
    this.#differences += 1
    if (this.#differences > 2) return
    this.#parts.report(seq, hash)
    if (this.#differences === 1) this.#parts.renew()
    else this.#parts.changed(true)
  }
}
