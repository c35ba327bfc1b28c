import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Down, MissionClock, Resumed, Snapshot, Up } from '#shared/protocol/sockets.ts'
import { fold } from '#shared/ship/evolve.ts'
import type { RecordedEvent, Role } from '#shared/ship/events.ts'
import { type Ship, shipFrom } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { io, type Socket } from 'socket.io-client'

/**
 * A screen without a picture: it watches one ship, folds what it is sent, and after every loss of the link resumes from
 * where it was. What it has seen is kept, for a test to look at.
 */
export class Dashboard {
  readonly socket: Socket<Down, Up>
  readonly ship: string
  /** Seq of every event in the order in which they came. */
  readonly seen: number[] = []
  /** Why the link was lost, each time. */
  readonly farewells: string[] = []
  /** How often it was told, before the link was cut, that the server stops. */
  stops = 0
  /** Events that came without those before them. */
  gaps = 0
  /** The whole state was sent, instead of what was missed. */
  snapshots = 0
  clock: MissionClock | null = null
  #view: Ship | null = null
  #log = ''

  constructor(url: string, ship: string, role: Role = 'instructor') {
    this.ship = ship
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      auth: { role, name: 'Test' },
      reconnectionDelay: 30,
      reconnectionDelayMax: 120,
    })
    this.socket.on('connect', () => this.#watch())
    this.socket.on('disconnect', (reason) => {
      this.farewells.push(reason)
      if (reason === 'io server disconnect') this.socket.connect() // told to go: socket.io leaves coming back to us
    })
    this.socket.on('events', (batch) => batch.ship === ship && this.#take(batch.from, batch.events))
    this.socket.on('service', ({ state }) => (this.stops += Number(state === 'stopping')))
    this.socket.on('clock', (clock) => clock.ship === ship && (this.clock = clock))
  }

  /** The ship as this screen has her; throws before the first answer. */
  get view(): Ship {
    if (!this.#view) throw new Error('This dashboard has not been answered yet')
    return this.#view
  }

  get seq(): number {
    return this.#view?.seq ?? 0
  }

  /** When the ship is on the screen for the first time. */
  async ready(): Promise<this> {
    while (!this.#view) await sleep(5)
    return this
  }

  /** When the link stands, or stands again. */
  async linked(): Promise<void> {
    while (!this.socket.connected) await sleep(5)
  }

  /** When it has seen everything up to that seq. */
  async reaches(seq: number, withinMs = 10_000): Promise<void> {
    const deadlineMs = performance.now() + withinMs
    while (this.seq < seq) {
      if (performance.now() > deadlineMs) throw new Error(`A dashboard stayed at ${this.seq}, short of ${seq}`)
      await sleep(10)
    }
  }

  close(): void {
    this.socket.disconnect()
  }

  /** With a callback, as a promise would let the first events pass the answer that came with them. */
  #watch(): void {
    const ask = this.#view ? { ship: this.ship, after: this.#view.seq, log: this.#log } : { ship: this.ship }
    this.socket.emit('watch', ask, (answer) => {
      if (answer.ok) this.#answered(answer)
    })
  }

  #answered(answer: Answer<Snapshot | Resumed> & { ok: true }): void {
    this.clock = answer.clock
    if ('state' in answer) {
      this.snapshots += 1
      this.#log = answer.log
      this.#view = shipFrom(this.#view?.plan ?? planOf(answer.definition), answer.state)
      return
    }
    const [first] = answer.events
    if (first) this.#take(first.seq, answer.events)
  }

  #take(from: number, events: readonly RecordedEvent[]): void {
    if (!this.#view) return // the answer that is on its way will hold them
    const fresh = events.filter((event) => event.seq > this.seq)
    if (from > this.seq + 1) {
      this.gaps += 1
      this.#watch()
      return
    }
    this.seen.push(...fresh.map((event) => event.seq))
    this.#view = fold(this.#view, fresh)
  }
}
