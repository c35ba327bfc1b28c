import type { Resumed, ServiceState, Snapshot } from '#shared/protocol/sockets.ts'
import type { Command } from '#shared/ship/commands.ts'
import { fold } from '#shared/ship/evolve.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { hashOf } from '#shared/ship/hash.ts'
import { newShip, type Ship, stateOf } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import type { AnswerTo, Asked, Call, OpenWire, Wire, WireListener } from '../../web/src/link/wire.ts'

const WALL = '2026-11-22T12:00:00.000Z'

/** A server of one ship that a test pulls the cable out of. It remembers command ids as the real one does. */
export class FakeServer {
  readonly log: RecordedEvent[] = []
  readonly watches: (number | undefined)[] = []
  readonly received: Command[] = []
  /** The next so many answers get lost on their way back. */
  loseAnswers = 0
  refuseNext = false
  /** Orders are carried out, and not answered. */
  silent = false
  restarts = 0
  /** The next so many orders are not looked at, with the server's word on when to come again. */
  busyFor = 0
  readonly differences: Asked<'differs'>[] = []
  wallMs = Date.parse(WALL)
  #file: ShipFile
  #listener: WireListener | null = null
  #connected = false
  #done = new Set<string>()

  constructor(file: ShipFile) {
    this.#file = file
  }

  readonly open: OpenWire = (listener) => {
    this.#listener = listener
    const connected = (): boolean => this.#connected
    const wire: Wire = {
      get connected() {
        return connected()
      },
      ask: (call, asked) => this.#ask(call, asked),
      restart: () => {
        this.restarts += 1
        this.cut()
        this.connect()
      },
      close: () => this.cut(),
    }
    return wire
  }

  get ship(): Ship {
    return fold(newShip(planOf(this.#file)), this.log)
  }

  connect(): void {
    this.#connected = true
    this.#listener?.connected()
  }

  cut(): void {
    this.#connected = false
    this.#listener?.lost()
  }

  /** Something happens; whoever is connected is told, unless told not to. */
  happen(text: string, tell = true): void {
    const seq = this.log.length + 1
    const event: RecordedEvent = {
      type: 'LogRecorded',
      text,
      ...{ seq, at: seq * 1_000, cause: null, wall: WALL, by: { role: 'ship', name: '' }, command: null },
    }
    this.log.push(event)
    if (tell) this.tell(seq)
  }

  tell(from: number, to = this.log.length): void {
    if (!this.#connected) return
    this.#listener?.events({ ship: this.#file.id, from, events: this.log.slice(from - 1, to) })
  }

  /** Something happens that nobody who is connected can apply. */
  break(): void {
    this.happen('one', false)
    const [event] = this.log
    const unheard = { ...event, type: 'Unheard' } as unknown as RecordedEvent
    this.#listener?.events({ ship: this.#file.id, from: 1, events: [unheard] })
  }

  /** Says what everybody should have folded by now; `hash`, if it is to be something else. */
  head(hash = hashOf(stateOf(this.ship)), seq = this.log.length): void {
    this.#listener?.head({ ship: this.#file.id, seq, hash })
  }

  service(state: ServiceState['state']): void {
    this.#listener?.service({ state, since: WALL, backInMs: state === 'stopping' ? 2_000 : null })
  }

  #ask<C extends Call>(call: C, asked: Asked<C>): Promise<AnswerTo<C> | null> {
    if (!this.#connected) return Promise.resolve(null)
    const answer = this.#answer(call, asked)
    if (call === 'command' && this.silent) return new Promise(() => undefined)
    const lost = call === 'command' && this.loseAnswers > 0
    if (lost) this.loseAnswers -= 1
    return Promise.resolve(lost ? null : (answer as AnswerTo<C>))
  }

  #answer(call: Call, asked: object): unknown {
    if (call === 'watch') return { ok: true, ...this.#watch((asked as Asked<'watch'>).after) }
    if (call === 'command') return this.#command((asked as Asked<'command'>).command)
    if (call === 'differs') this.differences.push(asked as Asked<'differs'>)
    return { ok: true, wall: new Date(this.wallMs).toISOString() }
  }

  #watch(after: number | undefined): Snapshot | Resumed {
    this.watches.push(after)
    const { ship } = this
    const now = { seq: ship.seq, at: ship.at, clock: { rate: 1, at: ship.at, wall: WALL } }
    if (after === undefined) return { ...now, log: 'log-1', definition: this.#file, state: stateOf(ship) }
    return { ...now, events: this.log.slice(after) }
  }

  #command(command: Command): object {
    this.received.push(command)
    if (this.busyFor > 0) {
      this.busyFor -= 1
      return { ok: false, error: { code: 'Busy', detail: 'Too many at once.', retryAfterMs: 400 } }
    }
    if (this.refuseNext) {
      this.refuseNext = false
      return { ok: false, error: { code: 'CrewNotReady', detail: 'Crew is busy.' } }
    }
    if (!this.#done.has(command.id)) {
      this.#done.add(command.id)
      this.happen(command.type)
    }
    return { ok: true, seq: this.log.length }
  }
}
