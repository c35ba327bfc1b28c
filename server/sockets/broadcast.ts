import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Cancel } from '../clock.ts'
import type { Anchor } from '../runs/missionClock.ts'
import type { ShipRun } from '../runs/shipRun.ts'
import type { Service } from '../service.ts'
import { shownEvents } from '../shown.ts'
import type { Sockets } from './dashboard.ts'
import { CREW_ROLE, crewRoom, wholeRoom } from './rooms.ts'

/** A frame to one dashboard costs some 10 to 15 µs (measured): with so many a ms, half the processor is left for orders. */
const FRAMES_PER_MS = 30
/** Longer than this nobody is kept waiting: two pictures of a screen. */
const PAUSE_MS_MOST = 33
/** With less to send, everything goes out at once. Invented. */
const PAUSE_MS_LEAST = 4

/**
 * What is durable goes to everyone who watches: one frame a ship, encoded once for all who see the same. After a frame to
 * many there is a pause, in which orders are answered and what they bring is gathered into the next frame.
 */
export class Broadcast {
  readonly #io: Sockets
  readonly #service: Service
  readonly #gathered = new Map<ShipRun, readonly RecordedEvent[]>()
  readonly #announced = new WeakMap<ShipRun, Anchor>()
  #pausedUntilMs = 0
  #cancel: Cancel | null = null

  constructor(io: Sockets, service: Service) {
    this.#io = io
    this.#service = service
    for (const run of service.ships.all()) this.#announced.set(run, run.durable.anchor)
    service.onEvents((run, events) => this.#gather(run, events))
  }

  /** Sends what has been gathered of a ship: whoever starts to watch her is told how she stands after it. */
  sendNow(run: ShipRun): void {
    this.#pause(this.#send(run))
  }

  #gather(run: ShipRun, events: readonly RecordedEvent[]): void {
    this.#gathered.set(run, [...(this.#gathered.get(run) ?? []), ...events])
    if (this.#cancel) return
    const { clock } = this.#service
    const waitMs = this.#pausedUntilMs - clock.elapsedMs()
    if (waitMs <= 0) this.#sendAll()
    else this.#cancel = clock.after(Math.ceil(waitMs), () => this.#sendAll())
  }

  #sendAll(): void {
    this.#cancel = null
    this.#pause([...this.#gathered.keys()].reduce((frames, run) => frames + this.#send(run), 0))
  }

  #pause(frames: number): void {
    const pauseMs = Math.min(PAUSE_MS_MOST, frames / FRAMES_PER_MS)
    if (pauseMs >= PAUSE_MS_LEAST) this.#pausedUntilMs = this.#service.clock.elapsedMs() + pauseMs
  }

  /** What has been gathered of her. To how many dashboards it went. */
  #send(run: ShipRun): number {
    const events = this.#gathered.get(run) ?? []
    this.#gathered.delete(run)
    const [whole, crew] = [wholeRoom(run.id), crewRoom(run.id)]
    const forCrew = shownEvents(events, CREW_ROLE)
    const frames =
      forCrew === events
        ? this.#sendTo(run, [whole, crew], events)
        : this.#sendTo(run, [whole], events) + this.#sendTo(run, [crew], forCrew)
    const { anchor } = run.durable
    if (this.#announced.get(run) === anchor) return frames
    this.#announced.set(run, anchor)
    this.#io.to([whole, crew]).emit('clock', { ship: run.id, ...run.missionClock() })
    return frames
  }

  #sendTo(run: ShipRun, rooms: readonly string[], events: readonly RecordedEvent[]): number {
    const [first] = events
    const there = rooms.reduce((sum, room) => sum + (this.#io.sockets.adapter.rooms.get(room)?.size ?? 0), 0)
    if (!first || there === 0) return 0
    this.#io.to([...rooms]).emit('events', { ship: run.id, from: first.seq, events })
    this.#service.metrics.frames.inc()
    return there
  }
}
