import type { Answer, MissionClock, Resumed, Snapshot } from '#shared/protocol/sockets.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { Follower } from './follower.ts'
import type { LinkView } from './linkView.ts'
import type { Head, StateCheck, StateCheckParts } from './stateCheck.ts'
import type { Wire } from './wire.ts'

export interface WatchingParts {
  readonly shipId: string
  readonly wire: Wire
  /** Runs soon, once, however often it is asked for: the next frame of a browser. */
  readonly soon: (run: () => void) => void
  /** Fetched when the first head comes: it is no part of the first picture. */
  readonly stateCheck: (parts: StateCheckParts) => Promise<StateCheck>
  readonly show: (change: Partial<LinkView>) => void
  /** The server says how she stands: what is shown is current, with the change that brings. */
  readonly current: (clock: MissionClock, change: Partial<LinkView>) => void
  readonly folded: (events: readonly RecordedEvent[]) => void
}

/** A tab that is not shown gets no frames; so many events may wait for one. */
const WAITING_MOST = 500

/** Has what happens to one ship, without a gap: asks for what is missing, folds it, and has it checked. */
export class Watching {
  readonly #parts: WatchingParts
  readonly #follower = new Follower()
  #asked = false
  /** The highest seq ever heard of: while we have less, something is missing. */
  #heardOf = 0
  #drainAsked = false
  #check: StateCheck | null = null

  constructor(parts: WatchingParts) {
    this.#parts = parts
  }

  /** What she was asked for is still on its way. */
  get isAsking(): boolean {
    return this.#asked
  }

  /** Over a new connection, from where we stand if we stand anywhere. */
  begin(): Promise<void> {
    this.#check?.begin()
    return this.#ask()
  }

  take(events: readonly RecordedEvent[]): void {
    this.#heardOf = Math.max(this.#heardOf, events.at(-1)?.seq ?? 0)
    if (this.#follower.seq === null) return // the snapshot that is on its way holds them
    if (!this.#follower.take(events)) return void this.#ask()
    if (this.#follower.waiting > WAITING_MOST) return this.drain()
    if (this.#drainAsked) return
    this.#drainAsked = true
    this.#parts.soon(() => {
      this.#drainAsked = false
      this.drain()
    })
  }

  /** Folds all that waits. */
  drain(): void {
    const events = this.#folded()
    if (events.length === 0) return
    this.#parts.show({ ship: this.#follower.ship })
    this.#parts.folded(events)
  }

  /** Short of it, something was lost, and nothing need ever come to show it; beyond it there is nothing to compare: the next head comes. */
  async compare(head: Head): Promise<void> {
    this.drain()
    const { ship } = this.#follower
    if (ship && ship.seq < head.seq) return this.#ask()
    if (ship?.seq === head.seq) await this.#checked((check) => check.compare(ship, head))
  }

  /** One question at a time. */
  async #ask(place = this.#follower.place): Promise<void> {
    if (this.#asked) return
    this.#asked = true
    const { shipId, wire, show } = this.#parts
    const answer = await wire.ask('watch', { ship: shipId, ...place })
    this.#asked = false
    if (answer === null) return wire.connected ? wire.restart() : undefined
    if (answer.ok) this.#answered(answer)
    else show({ problem: answer.error })
  }

  #answered(answer: Answer<Snapshot | Resumed> & { ok: true }): void {
    const { current } = this.#parts
    if ('state' in answer) {
      this.#heardOf = answer.seq
      this.#follower.begin(answer)
      return current(answer.clock, { ship: this.#follower.ship, log: answer.log })
    }
    current(answer.clock, {})
    this.take(answer.events)
    if ((this.#follower.seq ?? 0) < this.#heardOf) void this.#ask()
  }

  #folded(): readonly RecordedEvent[] {
    try {
      return this.#follower.drain()
    } catch {
      void this.#checked((check) => check.doesNotFold(this.#heardOf))
      return []
    }
  }

  async #checked(look: (check: StateCheck) => void): Promise<void> {
    const { shipId, wire, stateCheck, show } = this.#parts
    if (this.#asked) return // what is on its way may be another state
    try {
      this.#check ??= await stateCheck({
        report: (seq, hash) => void wire.ask('differs', { ship: shipId, seq, hash }),
        renew: () => void this.#ask({}),
        changed: (differs) => show({ differs }),
      })
    } catch {
      return // not to be had just now
    }
    look(this.#check)
  }
}
