import { LogFull } from '#db/errors.ts'
import type { Entry } from '#db/eventLog.ts'
import type { LogWriter } from '#db/logWriter.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Clock } from '../clock.ts'
import type { ShipRun } from './shipRun.ts'
import type { Standing } from './standing.ts'

export interface Waiting {
  readonly run: ShipRun
  readonly entry: Entry
  /** Where the entry leaves the ship: what is durable once it is written, whatever has been decided since. */
  readonly standing: Standing
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
 * Everything that comes in one turn of the event loop, of all ships, is written in one transaction, and while one is under way
 * everything that comes meanwhile is gathered for the next: one sync to disk for all of it. An order is acknowledged after
 * that, and before anyone is sent its events.
 */
export class CommitQueue {
  readonly #writer: LogWriter
  readonly #clock: Clock
  readonly #watcher: CommitWatcher
  #waiting: Waiting[] = []
  #underWay: readonly Waiting[] = []
  #commit: Promise<void> | null = null
  #broken = false

  constructor(writer: LogWriter, clock: Clock, watcher: CommitWatcher) {
    this.#writer = writer
    this.#clock = clock
    this.#watcher = watcher
  }

  /** Entries not yet durable. */
  get length(): number {
    return this.#waiting.length + this.#underWay.length
  }

  add(waiting: Waiting): void {
    if (this.#waiting.length === 0 && !this.#commit) this.#clock.afterThisTurn(() => this.#begin())
    this.#waiting.push(waiting)
  }

  /** Begins at once to write what waits; done when nothing waits any more, or the log broke. */
  async flush(): Promise<void> {
    this.#begin()
    while (this.#commit) await this.#commit
  }

  #begin(): void {
    if (this.#commit || this.#broken || this.#waiting.length === 0) return
    this.#underWay = this.#waiting.splice(0)
    this.#commit = this.#write(this.#underWay)
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const startedMs = this.#clock.elapsedMs()
    let written = true
    try {
      await this.#writer.append(batch.map(({ entry }) => entry))
      this.#watcher.measured((this.#clock.elapsedMs() - startedMs) / 1000)
    } catch (error) {
      written = false
      if (!(error instanceof LogFull)) return this.#break(error)
    }
    this.#commit = null
    this.#underWay = []
    if (!written) this.#refuse([...batch, ...this.#waiting.splice(0)]) // what was decided since stands on what is not there
    const happened = written ? this.#confirm(batch) : []
    this.#begin() // while everyone is sent what happened, the disk has the next
    for (const [run, events] of happened) this.#watcher.committed(run, events)
  }

  /** What is durable now, by ship, everyone answered who asked for it. */
  #confirm(batch: readonly Waiting[]): ReadonlyMap<ShipRun, readonly RecordedEvent[]> {
    const runs = new Map<ShipRun, RecordedEvent[]>()
    for (const { run, entry, standing } of batch) {
      const events = runs.get(run) ?? []
      events.push(...entry.events)
      runs.set(run, events)
      run.confirm(standing)
    }
    for (const { settle } of batch) settle?.(true)
    return runs
  }

  #refuse(entries: readonly Waiting[]): void {
    const runs = new Set(entries.map(({ run }) => run))
    for (const run of runs) run.rollBack()
    for (const { settle } of entries) settle?.(false)
    for (const run of runs) this.#watcher.refused(run)
  }

  #break(error: unknown): void {
    this.#commit = null
    this.#broken = true
    this.#watcher.broken(error)
  }
}
