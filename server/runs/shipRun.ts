import type { Actor, RecordedEvent } from '#shared/ship/events.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Step } from '#shared/ship/unfold.ts'
import type { MissionClock } from '#shared/protocol/sockets.ts'
import { type Clock, iso, isoWall } from '../clock.ts'
import { missionTime } from './missionClock.ts'
import { BY_ITSELF, record } from './record.ts'
import type { Ruling } from './ruling.ts'
import { catchUp, follow, type Standing } from './standing.ts'
import { TurnedAway } from './turnedAway.ts'

/** A command that waits to be written, and everyone who waits for its answer. */
interface Unanswered {
  readonly digest: string
  readonly replies: ((ruling: Ruling) => void)[]
}

/**
 * One ship in memory. `durable` is what the log holds, and all that anyone is shown; `pending` is that with what waits
 * to be written on top, and what the next order meets.
 */
export class ShipRun {
  readonly id: string
  readonly plan: Plan
  readonly unanswered = new Map<string, Unanswered>()
  readonly turnedAway = new TurnedAway()
  readonly #clock: Clock
  #durable: Standing
  #pending: Standing

  constructor(id: string, standing: Standing, clock: Clock) {
    this.id = id
    this.plan = standing.ship.plan
    this.#clock = clock
    this.#durable = standing
    this.#pending = standing
  }

  get definition(): ShipFile {
    return this.plan.file
  }

  get durable(): Standing {
    return this.#durable
  }

  get pending(): Standing {
    return this.#pending
  }

  /** Mission time now, as everyone is shown it. */
  now(): number {
    return missionTime(this.#durable.anchor, this.#clock.elapsedMs())
  }

  /** Mission time now, with what waits to be written taken into account. */
  pendingNow(): number {
    return missionTime(this.#pending.anchor, this.#clock.elapsedMs())
  }

  missionClock(): MissionClock {
    return { rate: this.#durable.anchor.rate, at: this.now(), wall: iso(this.#clock.steadyMs()) }
  }

  /** Takes in as pending what has fallen due by now. */
  proposeDue(): readonly RecordedEvent[] {
    const { now, events } = catchUp(this.#pending, this.#clock.elapsedMs())
    this.#pending = now
    return events.length === 0 ? [] : record(events, BY_ITSELF, isoWall(this.#clock))
  }

  /** Takes in as pending what a command came to. */
  propose(step: Step, by: Actor, command: string): readonly RecordedEvent[] {
    this.#pending = follow(this.#pending, step, this.#clock.elapsedMs())
    return record(step.events, { by, command }, isoWall(this.#clock))
  }

  /** This is in the log now; what has been decided since is still pending. */
  confirm(standing: Standing): void {
    this.#durable = standing
  }

  /** Nothing of her is on its way into the log. */
  get isSettled(): boolean {
    return this.#pending === this.#durable && this.unanswered.size === 0
  }

  /** Another fold of the same events takes her place, while she is settled; her clock goes on from where it shows. */
  exchange(ship: Ship): void {
    const at = Math.max(ship.at, this.now())
    this.#durable = { ship, anchor: { rate: ship.rate, at, elapsedMs: this.#clock.elapsedMs() } }
    this.#pending = this.#durable
  }

  /** None of what is pending is in the log, nor will be. */
  rollBack(): void {
    this.#pending = this.#durable
  }
}
