import type { Answer, Resumed, Snapshot } from '#shared/protocol/sockets.ts'
import type { Command, Order } from '#shared/ship/commands.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { Follower } from './follower.ts'
import type { Kept } from './kept.ts'
import { type LinkView, NOTHING_YET } from './linkView.ts'
import { offsetOf, roundTripMs, type TimeSample } from './missionClock.ts'
import { type LeftOver, type Outcome, Outbox } from './outbox.ts'
import type { Head, StateCheck, StateCheckParts } from './stateCheck.ts'
import type { OpenWire, Wire } from './wire.ts'

export interface LinkParts {
  readonly shipId: string
  readonly open: OpenWire
  readonly nowMs: () => number
  readonly newId: () => string
  /** Runs soon, once, however often it is asked for: the next frame of a browser. */
  readonly soon: (run: () => void) => void
  readonly later: (ms: number, run: () => void) => void
  /** Orders that outlive the page. */
  readonly kept: Kept<Command>
  /** Fetched when the first head comes: it is no part of the first picture. */
  readonly stateCheck: (parts: StateCheckParts) => Promise<StateCheck>
}

/** A tab that is not shown gets no frames; so many events may wait for one. */
const WAITING_MOST = 500
const SAMPLES_KEPT = 5
/** An order is of no use to its giver any more after so long without an answer. */
const ORDER_HOLDS_MS = 60_000

/** Follows one ship over a wire that may break at any time, and carries orders the other way. */
export class Link {
  readonly #parts: LinkParts
  readonly #wire: Wire
  readonly #follower = new Follower()
  readonly #outbox: Outbox
  readonly #listeners = new Set<() => void>()
  readonly #eventListeners = new Set<(events: readonly RecordedEvent[]) => void>()
  #view: LinkView
  #samples: readonly TimeSample[] = []
  #watchAsked = false
  /** The highest seq ever heard of: while we have less, something is missing. */
  #heardOf = 0
  #drainAsked = false
  #check: StateCheck | null = null

  constructor(parts: LinkParts) {
    this.#parts = parts
    this.#view = { ...NOTHING_YET, silentSinceMs: parts.nowMs() }
    this.#outbox = new Outbox({
      ...parts,
      send: (command) => this.post(command),
      expiresAt: () => new Date(parts.nowMs() + this.#view.offsetMs + ORDER_HOLDS_MS).toISOString(),
      changed: () => this.#show({ pending: this.#outbox.pending }),
    })
    this.#wire = parts.open({
      connected: () => void this.#connected(),
      lost: () => this.#show({ connected: false, silentSinceMs: this.#view.silentSinceMs ?? parts.nowMs() }),
      turnedAway: (problem) => this.#show({ problem }),
      events: ({ ship, events }) => ship === parts.shipId && this.#take(events),
      clock: ({ ship, ...clock }) => ship === parts.shipId && this.#show({ clock }),
      presence: ({ ship, watching }) => ship === parts.shipId && this.#show({ watching }),
      head: (head) => head.ship === parts.shipId && void this.#compare(head),
      service: (service) => this.#show({ service: service.state === 'ready' ? null : service }),
      access: () => this.#show({ accessChanges: this.#view.accessChanges + 1 }),
    })
  }

  get view(): LinkView {
    return this.#view
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Told of every event folded, in order; not of those that a snapshot skipped. */
  onEvents(listener: (events: readonly RecordedEvent[]) => void): () => void {
    this.#eventListeners.add(listener)
    return () => this.#eventListeners.delete(listener)
  }

  /** Resolves with the server's yes or no, however long that takes. */
  order(order: Order): Promise<Outcome> {
    return this.#outbox.give(order)
  }

  /** What had no answer when the page was left is asked again; to be called once, before the first order. */
  resume(): readonly LeftOver[] {
    return this.#outbox.resume()
  }

  /**
   * Sends an order once, with the id it has; null: nobody knows whether it arrived. A wire that stays up and does not
   * answer is no wire: a new one makes whoever keeps the order send it again.
   */
  async post(command: Command): Promise<Answer<{ readonly seq: number }> | null> {
    const answer = await this.#wire.ask('command', { ship: this.#parts.shipId, command })
    if (answer === null && this.#wire.connected) this.#wire.restart()
    return answer
  }

  /** Asks the time: shows how quick the link is, and whether it is one. */
  async beat(): Promise<void> {
    if (!this.#wire.connected) return
    const sentMs = this.#parts.nowMs()
    if (this.#view.silentSinceMs === null) this.#show({ silentSinceMs: sentMs })
    const answer = await this.#wire.ask('time', {})
    if (!answer?.ok) return this.#wire.restart()
    const sample = { sentMs, receivedMs: this.#parts.nowMs(), serverMs: Date.parse(answer.wall) }
    this.#samples = [...this.#samples.slice(1 - SAMPLES_KEPT), sample]
    const silentSinceMs = this.#watchAsked || !this.#view.connected ? this.#view.silentSinceMs : null
    this.#show({ offsetMs: offsetOf(this.#samples), roundTripMs: roundTripMs(sample), silentSinceMs })
  }

  /** Folds what waits without waiting for a frame: for a tab that has just come to the front. */
  drain(): void {
    const events = this.#folded()
    if (events.length === 0) return
    this.#show({ ship: this.#follower.ship })
    for (const listener of this.#eventListeners) listener(events)
  }

  close(): void {
    this.#wire.close()
    this.#listeners.clear()
    this.#eventListeners.clear()
  }

  async #connected(): Promise<void> {
    this.#samples = []
    this.#check?.begin()
    this.#show({ service: null }) // the server says so at once, if all is not well
    await this.#watch()
    this.#outbox.sendAll()
    await this.beat()
  }

  /** From where we stand if we stand anywhere; one question at a time. */
  async #watch(place = this.#follower.place): Promise<void> {
    if (this.#watchAsked) return
    this.#watchAsked = true
    const { shipId } = this.#parts
    const answer = await this.#wire.ask('watch', { ship: shipId, ...place })
    this.#watchAsked = false
    if (answer === null) return this.#wire.connected ? this.#wire.restart() : undefined
    if (!answer.ok) return this.#show({ problem: answer.error })
    this.#answered(answer)
  }

  #answered(answer: Answer<Snapshot | Resumed> & { ok: true }): void {
    const now: Partial<LinkView> = { clock: answer.clock, connected: true, silentSinceMs: null, problem: null }
    if (this.#view.clock === null) this.#show({ offsetMs: Date.parse(answer.clock.wall) - this.#parts.nowMs() })
    if ('state' in answer) {
      this.#heardOf = answer.seq
      this.#follower.begin(answer)
      return this.#show({ ...now, ship: this.#follower.ship, log: answer.log })
    }
    this.#show(now)
    this.#take(answer.events)
    if ((this.#follower.seq ?? 0) < this.#heardOf) void this.#watch()
  }

  #take(events: readonly RecordedEvent[]): void {
    this.#heardOf = Math.max(this.#heardOf, events.at(-1)?.seq ?? 0)
    if (this.#follower.seq === null) return // the snapshot that is on its way holds them
    if (!this.#follower.take(events)) return void this.#watch()
    if (this.#follower.waiting > WAITING_MOST) return this.drain()
    if (this.#drainAsked) return
    this.#drainAsked = true
    this.#parts.soon(() => {
      this.#drainAsked = false
      this.drain()
    })
  }

  #folded(): readonly RecordedEvent[] {
    try {
      return this.#follower.drain()
    } catch {
      void this.#checked((check) => check.doesNotFold(this.#heardOf))
      return []
    }
  }

  /** Of a seq that we are beyond, or short of, there is nothing to compare: the next head comes. */
  async #compare(head: Head): Promise<void> {
    this.drain()
    const { ship } = this.#follower
    if (ship?.seq === head.seq) await this.#checked((check) => check.compare(ship, head))
  }

  async #checked(look: (check: StateCheck) => void): Promise<void> {
    const { shipId, stateCheck } = this.#parts
    if (this.#watchAsked) return // what is on its way may be another state
    try {
      this.#check ??= await stateCheck({
        report: (seq, hash) => void this.#wire.ask('differs', { ship: shipId, seq, hash }),
        renew: () => void this.#watch({}),
        changed: (differs) => this.#show({ differs }),
      })
    } catch {
      return // not to be had just now
    }
    look(this.#check)
  }

  #show(change: Partial<LinkView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}
