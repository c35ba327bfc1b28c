import { projectState } from '#shared/protocol/projection.ts'
import type { Down } from '#shared/protocol/sockets.ts'
import type { Role } from '#shared/ship/events.ts'
import { hashOf } from '#shared/ship/hash.ts'
import { type Ship, stateOf } from '#shared/ship/state.ts'

export type Head = Parameters<Down['head']>[0]

export interface StateCheckParts {
  /** Tells the server, for its operator. */
  readonly report: (seq: number, hash: string) => void
  /** Fetches the state anew. */
  readonly renew: () => void
  /** Whether what is shown is wrong even after that. */
  readonly changed: (differs: boolean) => void
}

/** In place of a hash, of events that cannot be applied to what was folded before. */
const DOES_NOT_FOLD = 'does not fold'

/**
 * Holds what is folded here, as far as the role may know it, against what the server has. Both fold the same events: a
 * difference is a fault of ours.
 */
export class StateCheck {
  readonly #role: Role
  readonly #parts: StateCheckParts
  /** In a row. */
  #differences = 0

  constructor(role: Role, parts: StateCheckParts) {
    this.#role = role
    this.#parts = parts
  }

  compare(ship: Ship, { seq, hash }: Head): void {
    const own = hashOf(projectState(stateOf(ship), this.#role))
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
