import { LogFull } from '#db/errors.ts'
import type { LogWriter } from '#db/logWriter.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { ShipRun } from './shipRun.ts'

/** At most so much mission time is lost when the process is killed (times the rate of the clock). */
const EVERY_MS = 1_000

/** Writes down how far the mission clocks have got. One timer for all ships, and none while every clock stands. */
export class TimeKeeper {
  readonly #writer: LogWriter
  readonly #clock: Clock
  readonly #runs: () => Iterable<ShipRun>
  readonly #broken: (error: unknown) => void
  #cancel: Cancel | null = null

  constructor(writer: LogWriter, clock: Clock, runs: () => Iterable<ShipRun>, broken: (error: unknown) => void) {
    this.#writer = writer
    this.#clock = clock
    this.#runs = runs
    this.#broken = broken
  }

  /** Call when a clock may have started. */
  wake(): void {
    if (this.#cancel || this.#running().length === 0) return
    this.#cancel = this.#clock.after(EVERY_MS, () => {
      this.#cancel = null
      void this.keep()
      this.wake()
    })
  }

  async keep(): Promise<void> {
    const times = new Map(this.#running().map((run) => [run.id, run.now()]))
    if (times.size === 0) return
    try {
      await this.#writer.keepTimes(times)
    } catch (error) {
      // A full disk costs only this second; what it means for orders, the orders will show.
      if (!(error instanceof LogFull)) this.#broken(error)
    }
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  #running(): readonly ShipRun[] {
    return [...this.#runs()].filter((run) => run.durable.anchor.rate > 0)
  }
}
