import { LogFull } from '#db/errors.ts'
import type { EventLog } from '#db/eventLog.ts'
import { stateOf } from '#shared/ship/state.ts'
import type { ShipRun } from './shipRun.ts'

/** A start folds at most so many events a ship, and so does opening a recording. */
const EVERY_EVENTS = 2_000

/** Saves folds now and then, so that a start need not fold a ship's whole log. Each may be thrown away. */
export class Snapshots {
  readonly #log: EventLog
  readonly #coreVersion: string
  readonly #savedSeq = new Map<string, number>()

  constructor(log: EventLog, coreVersion: string) {
    this.#log = log
    this.#coreVersion = coreVersion
  }

  saveIfDue(run: ShipRun): void {
    if (run.durable.ship.seq - this.#saved(run) >= EVERY_EVENTS) this.save(run)
  }

  save(run: ShipRun): void {
    const { ship } = run.durable
    if (ship.seq === this.#saved(run)) return
    this.#savedSeq.set(run.id, ship.seq)
    try {
      const { seq, at } = ship
      this.#log.saveSnapshot({ ship: run.id, seq, at, state: stateOf(ship), coreVersion: this.#coreVersion })
    } catch (error) {
      if (!(error instanceof LogFull)) throw error // without room the log goes on, and the next start folds more
    }
  }

  #saved(run: ShipRun): number {
    const known = this.#savedSeq.get(run.id)
    if (known !== undefined) return known
    const seq = this.#log.latestSnapshot(run.id, this.#coreVersion)?.seq ?? 0
    this.#savedSeq.set(run.id, seq)
    return seq
  }
}
