import type { Cancel, Clock } from '../clock.ts'
import { nextDue } from '#shared/ship/advance.ts'
import type { CommitQueue } from './commitQueue.ts'
import { queueDue } from './handle.ts'
import { msUntil } from './missionClock.ts'
import type { ShipRun } from './shipRun.ts'

/** How long to wait before trying again to write what fell due, when the disk was full. */
const RETRY_MS = 1_000

/** One timer a ship, for what falls due next. A ship with nothing due, or whose clock stands, has none. */
export class DueTimers {
  readonly #clock: Clock
  readonly #queue: CommitQueue
  readonly #failed: (run: ShipRun, error: unknown) => void
  readonly #cancels = new Map<ShipRun, Cancel>()

  constructor(clock: Clock, queue: CommitQueue, failed: (run: ShipRun, error: unknown) => void) {
    this.#clock = clock
    this.#queue = queue
    this.#failed = failed
  }

  /** Call after everything that may change what is due next. */
  arm(run: ShipRun): void {
    this.#tried(run, () => {
      const { ship, anchor } = run.pending // what is due before that is on its way into the log
      const due = nextDue(ship)
      this.#set(run, due === null ? null : msUntil(anchor, due, this.#clock.elapsedMs()))
    })
  }

  retry(run: ShipRun): void {
    this.#set(run, RETRY_MS)
  }

  stop(): void {
    for (const cancel of this.#cancels.values()) cancel()
    this.#cancels.clear()
  }

  #set(run: ShipRun, waitMs: number | null): void {
    this.#cancels.get(run)?.()
    this.#cancels.delete(run)
    if (waitMs !== null)
      this.#cancels.set(
        run,
        this.#clock.after(waitMs, () => this.#fire(run)),
      )
  }

  #fire(run: ShipRun): void {
    this.#cancels.delete(run)
    // If the timer came a little early, or an order took care of what was due, this only sets the next one.
    this.#tried(run, () => {
      if (!queueDue(run, this.#queue)) this.arm(run)
    })
  }

  /** A ship of which it cannot be worked out gets no timer: she stands still, the others go on. */
  #tried(run: ShipRun, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#failed(run, error)
    }
  }
}
