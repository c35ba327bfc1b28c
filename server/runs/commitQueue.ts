import { LogFull } from '#db/errors.ts'
import type { Entry, EventLog } from '#db/eventLog.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Clock } from '../clock.ts'
import type { ShipRun } from './shipRun.ts'

export interface Waiting {
  readonly run: ShipRun
  readonly entry: Entry
  /** Called when the entry is durable, or when it is certain that it is not written. */
  readonly settle?: (written: boolean) => void
}

export interface CommitWatcher {
  /** After the acknowledgements: these are durable now. */
  committed(run: ShipRun, events: readonly RecordedEvent[]): void
  /** There is no room: nothing pending of this ship was written. */
  refused(run: ShipRun): void
  /** The state of the log is not known any more; the process must end. */
  broken(error: unknown): void
  measured(seconds: number): void
}

/**
 * Everything of one turn of the event loop, of all ships, is written in one transaction: one sync to disk for all of it.
 * An order is acknowledged after that, and before anyone is sent its events.
 */
export class CommitQueue {
  readonly #log: EventLog
  readonly #clock: Clock
  readonly #watcher: CommitWatcher
  #waiting: Waiting[] = []
  #broken = false

  constructor(log: EventLog, clock: Clock, watcher: CommitWatcher) {
    this.#log = log
    this.#clock = clock
    this.#watcher = watcher
  }

  add(waiting: Waiting): void {
    if (this.#waiting.length === 0) this.#clock.afterThisTurn(() => this.flush())
    this.#waiting.push(waiting)
  }

  flush(): void {
    const batch = this.#waiting
    if (batch.length === 0 || this.#broken) return
    this.#waiting = []
    const written = this.#write(batch)
    if (written === 'unknown') return
    const runs = eventsByRun(batch)
    for (const run of runs.keys()) {
      if (written) run.confirm()
      else run.rollBack()
    }
    for (const { settle } of batch) settle?.(written)
    for (const [run, events] of runs) {
      if (written) this.#watcher.committed(run, events)
      else this.#watcher.refused(run)
    }
  }

  #write(batch: readonly Waiting[]): boolean | 'unknown' {
    const startedMs = this.#clock.elapsedMs()
    try {
      this.#log.append(batch.map(({ entry }) => entry))
      this.#watcher.measured((this.#clock.elapsedMs() - startedMs) / 1000)
      return true
    } catch (error) {
      if (error instanceof LogFull) return false
      this.#broken = true
      this.#watcher.broken(error)
      return 'unknown'
    }
  }
}

const eventsByRun = (batch: readonly Waiting[]): ReadonlyMap<ShipRun, readonly RecordedEvent[]> => {
  const runs = new Map<ShipRun, RecordedEvent[]>()
  for (const { run, entry } of batch) {
    const events = runs.get(run) ?? []
    events.push(...entry.events)
    runs.set(run, events)
  }
  return runs
}
