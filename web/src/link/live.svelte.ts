import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'
import { fetchEvents } from './api.ts'
import { History } from './history.ts'
import type { Identity } from './identity.ts'
import { newCommandId } from './ids.ts'
import { isKeptOrder, Kept } from './kept.ts'
import { Link } from './link.ts'
import type { LinkView } from './linkView.ts'
import { missionAt } from './missionClock.ts'
import { session } from './session.svelte.ts'
import { openSocket } from './socketWire.ts'

const TICK_MS = 1_000
/** How often the link is felt while mission time runs. A ship at rest is left in peace: socket.io notices a dead link too, later. */
const BEAT_MS = 2_000
/** Older than this is said so; older than that is not to be acted upon. */
const AGED_MS = 2_000
const STALE_MS = 5_000
const SIGNED_OUT = 'SignedOut'

export type LinkState = 'connecting' | 'live' | 'reconnecting' | 'offline'

/** A link as Svelte sees it, with a clock that ticks once a second while anything depends on it. */
export class Live {
  readonly shipId: string
  readonly identity: Identity
  readonly #link: Link
  readonly #history: History
  readonly #stops: (() => void)[]
  #view = $state.raw<LinkView>() as LinkView
  #nowMs = $state(Date.now())
  #events = $state.raw<readonly RecordedEvent[]>([])
  #historyState = $state.raw({ loading: false, complete: false, problem: null as string | null })

  constructor(shipId: string, identity: Identity) {
    this.shipId = shipId
    this.identity = identity
    this.#link = new Link({
      shipId,
      open: openSocket(location.origin, { role: identity.role, ...(identity.name && { name: identity.name }) }),
      nowMs: () => Date.now(),
      newId: newCommandId,
      soon: (run) => requestAnimationFrame(run),
      later: (ms, run) => setTimeout(run, ms),
      giver: { role: identity.role, name: identity.name },
      kept: new Kept(sessionStorage, `bulkhead.orders.${shipId}`, isKeptOrder),
      stateCheck: async (parts) => new (await import('./stateCheck.ts')).StateCheck(identity.role, parts),
    })
    this.#view = this.#link.view
    this.#history = new History(
      (after, limit) => fetchEvents(identity, shipId, after, limit),
      () => this.#showHistory(),
    )
    this.#stops = [
      this.#link.onChange(() => this.#showView()),
      this.#link.onEvents((events) => this.#history.add(events)),
      every(TICK_MS, () => this.#moves && (this.#nowMs = Date.now())),
      every(BEAT_MS, () => this.#runs && !document.hidden && void this.#link.beat()),
      on(document, 'visibilitychange', () => this.#shown()),
    ]
  }

  get ship() {
    return this.#view.ship
  }

  get service() {
    return this.#view.service
  }

  get differs() {
    return this.#view.differs
  }

  get pending() {
    return this.#view.pending
  }

  get watching() {
    return this.#view.watching
  }

  get problem() {
    return this.#view.problem
  }

  get accessChanges() {
    return this.#view.accessChanges
  }

  /** What the server's clock says now, ms since 1970. */
  serverNowMs(): number {
    return Date.now() + this.#view.offsetMs
  }

  get roundTripMs() {
    return this.#view.roundTripMs
  }

  get rate(): number {
    return this.#view.clock?.rate ?? 0
  }

  /** Mission time now, ms; while the link is silent, when it fell silent. */
  at = $derived.by(() => {
    const { ship, clock, offsetMs, silentSinceMs } = this.#view
    if (!ship || !clock) return 0
    const knownMs = Math.min(this.#nowMs, silentSinceMs ?? Infinity)
    return Math.max(ship.at, missionAt(clock, knownMs + offsetMs))
  })

  /** How old what is shown is, ms; 0 while the server answers. */
  ageMs = $derived.by(() => {
    const { silentSinceMs } = this.#view
    const age = silentSinceMs === null ? 0 : Math.max(0, this.#nowMs - silentSinceMs)
    return age < AGED_MS ? 0 : age
  })

  stale = $derived(this.ageMs > STALE_MS)

  state = $derived.by((): LinkState => {
    if (!this.#view.ship) return 'connecting'
    if (this.stale) return 'offline'
    return this.#view.connected ? 'live' : 'reconnecting'
  })

  /** The log as far back as it was asked for. */
  get events() {
    return this.#events
  }

  get history() {
    return this.#historyState
  }

  order: Link['order'] = (order) => this.#link.order(order)

  resume: Link['resume'] = () => this.#link.resume()

  post: Link['post'] = (command) => this.#link.post(command)

  /** The ship with all that has arrived, without waiting for the next frame. */
  upToDate(): Ship | null {
    this.#link.drain()
    return this.#link.view.ship
  }

  onEvents: Link['onEvents'] = (listener) => this.#link.onEvents(listener)

  loadEarlier(): void {
    const { ship } = this.#view
    if (ship) void this.#history.loadEarlier(ship.seq)
  }

  close(): void {
    for (const stop of this.#stops) stop()
    this.#link.close()
  }

  /** Mission time runs. */
  get #runs(): boolean {
    return this.#view.connected && this.rate > 0
  }

  get #moves(): boolean {
    return this.#runs || this.#view.silentSinceMs !== null
  }

  #showView(): void {
    this.#view = this.#link.view
    if (this.problem?.code === SIGNED_OUT) session.end()
    this.#history.belongTo(this.#view.log)
    this.#nowMs = Date.now()
  }

  #showHistory(): void {
    const { events, loading, complete, problem } = this.#history
    this.#events = events
    this.#historyState = { loading, complete, problem }
  }

  #shown(): void {
    if (document.hidden) return
    this.#link.drain()
    void this.#link.beat()
    this.#nowMs = Date.now()
  }
}

const every = (ms: number, run: () => void): (() => void) => {
  const timer = setInterval(run, ms)
  return () => clearInterval(timer)
}

const on = (target: EventTarget, event: string, run: () => void): (() => void) => {
  target.addEventListener(event, run)
  return () => target.removeEventListener(event, run)
}
