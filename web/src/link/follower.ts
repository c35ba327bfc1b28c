import { fold } from '#shared/ship/evolve.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { type Ship, shipFrom } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import type { Snapshot } from '#shared/protocol/sockets.ts'

/**
 * What a screen knows of one ship. Events wait until they are folded, so that a screen folds many at once; none is taken
 * twice and none without those before it.
 */
export class Follower {
  #ship: Ship | null = null
  #log = ''
  #waiting: RecordedEvent[] = []

  get ship(): Ship | null {
    return this.#ship
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /** Seq of the last event taken, folded or not; null before the first snapshot. */
  get seq(): number | null {
    return this.#waiting.at(-1)?.seq ?? this.#ship?.seq ?? null
  }

  /** From where to go on, and in which log; nothing before the first snapshot. */
  get place(): { readonly after?: number; readonly log?: string } {
    return this.seq === null ? {} : { after: this.seq, log: this.#log }
  }

  begin({ definition, state, log }: Snapshot): void {
    this.#log = log
    this.#ship = shipFrom(planOf(definition), state)
    this.#waiting = []
  }

  /** What is new is kept, what is known is dropped; false when events before these are missing: then none is kept. */
  take(events: readonly RecordedEvent[]): boolean {
    const { seq } = this
    if (seq === null) return false
    const fresh = events.filter((event) => event.seq > seq)
    const [first] = fresh
    if (!first) return true
    if (first.seq !== seq + 1) return false
    this.#waiting.push(...fresh)
    return true
  }

  /** Folds all that waits, and returns it. */
  drain(): readonly RecordedEvent[] {
    const events = this.#waiting
    if (!this.#ship || events.length === 0) return []
    this.#ship = fold(this.#ship, events)
    this.#waiting = []
    return events
  }
}
