import type { Answer, MissionClock } from '#shared/protocol/sockets.ts'
import type { Command, Order } from '#shared/ship/commands.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { type LinkView, NOTHING_YET } from './linkView.ts'
import { Outbox, type OutboxParts } from './outbox.ts'
import { Pulse } from './pulse.ts'
import { Watching, type WatchingParts } from './watching.ts'
import type { OpenWire, Wire, WireListener } from './wire.ts'

export interface LinkParts
  extends
    Pick<OutboxParts, 'giver' | 'newId' | 'kept' | 'later'>,
    Pick<WatchingParts, 'shipId' | 'soon' | 'stateCheck'> {
  readonly open: OpenWire
  readonly nowMs: () => number
}

/** An order is of no use to its giver any more after so long without an answer. */
const ORDER_HOLDS_MS = 60_000

/** Follows one ship over a wire that may break at any time, and carries orders the other way. */
export class Link {
  readonly #parts: LinkParts
  readonly #wire: Wire
  readonly #pulse: Pulse
  readonly #watching: Watching
  readonly #outbox: Outbox
  readonly #listeners = new Set<() => void>()
  readonly #eventListeners = new Set<(events: readonly RecordedEvent[]) => void>()
  #view: LinkView

  constructor(parts: LinkParts) {
    this.#parts = parts
    this.#view = { ...NOTHING_YET, silentSinceMs: parts.nowMs() }
    const wire = parts.open(this.#hearing())
    this.#wire = wire
    this.#pulse = new Pulse(wire, parts.nowMs)
    this.#watching = new Watching({
      ...parts,
      wire,
      show: (change) => this.#show(change),
      current: (clock, change) => this.#current(clock, change),
      folded: (events) => this.#eventListeners.forEach((listener) => listener(events)),
    })
    this.#outbox = new Outbox({
      ...parts,
      send: (command) => this.post(command),
      canSend: () => wire.connected,
      expiresAt: () => new Date(parts.nowMs() + this.#view.offsetMs + ORDER_HOLDS_MS).toISOString(),
      changed: () => this.#show({ pending: this.#outbox.pending }),
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
  order(order: Order): ReturnType<Outbox['give']> {
    return this.#outbox.give(order)
  }

  /** What had no answer when the page was left is asked again; to be called once, before the first order. */
  resume(): ReturnType<Outbox['resume']> {
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
    if (this.#view.silentSinceMs === null) this.#show({ silentSinceMs: this.#parts.nowMs() })
    const felt = await this.#pulse.feel()
    if (felt === null) return this.#wire.restart()
    const isCurrent = this.#view.connected && !this.#watching.isAsking
    this.#show({ ...felt, ...(isCurrent && { silentSinceMs: null }) })
  }

  /** Folds what waits without waiting for a frame: for a tab that has just come to the front. */
  drain(): void {
    this.#watching.drain()
  }

  close(): void {
    this.#wire.close()
    this.#listeners.clear()
    this.#eventListeners.clear()
  }

  #hearing(): WireListener {
    const { shipId, nowMs } = this.#parts
    return {
      connected: () => void this.#connected(),
      lost: () => this.#show({ connected: false, silentSinceMs: this.#view.silentSinceMs ?? nowMs() }),
      turnedAway: (problem) => this.#show({ problem }),
      events: ({ ship, events }) => ship === shipId && this.#watching.take(events),
      clock: ({ ship, ...clock }) => ship === shipId && this.#show({ clock }),
      presence: ({ ship, watching }) => ship === shipId && this.#show({ watching }),
      head: (head) => head.ship === shipId && void this.#watching.compare(head),
      service: (service) => this.#show({ service: service.state === 'ready' ? null : service }),
      access: () => this.#show({ accessChanges: this.#view.accessChanges + 1 }),
    }
  }

  async #connected(): Promise<void> {
    this.#pulse.begin()
    this.#show({ service: null }) // the server says so at once, if all is not well
    await this.#watching.begin()
    this.#outbox.sendAll()
    await this.beat()
  }

  #current(clock: MissionClock, change: Partial<LinkView>): void {
    if (this.#view.clock === null) this.#show({ offsetMs: Date.parse(clock.wall) - this.#parts.nowMs() })
    this.#show({ clock, connected: true, silentSinceMs: null, problem: null, ...change })
  }

  #show(change: Partial<LinkView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}
