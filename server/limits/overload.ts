import { err, ok, type Result } from '#shared/result.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { busy, overloaded } from './busy.ts'

const LATE_MS = 200
/** Looks in a row, a second apart, that find the loop late. */
const NO_DASHBOARDS_AFTER = 3
const NO_ORDERS_AFTER = 6
/** Invented. */
const TRY_AGAIN_MS = 2_000

const WHY = 'The server has too much to do'

/**
 * What is left out when the event loop cannot keep up: first new dashboards, each of which costs a whole state, then orders.
 * What is under way goes on. One second in time is the end of it.
 */
export class Overload {
  #lateLooks = 0

  /** Once a second: how late the loop was since the last time (median, ms). */
  look(lateMs: number): void {
    this.#lateLooks = lateMs > LATE_MS ? this.#lateLooks + 1 : 0
  }

  /** 0: nothing is left out, 1: new dashboards, 2: orders as well. */
  get level(): 0 | 1 | 2 {
    if (this.#lateLooks >= NO_ORDERS_AFTER) return 2
    return this.#lateLooks >= NO_DASHBOARDS_AFTER ? 1 : 0
  }

  dashboard(): Result<null, Problem> {
    return this.level < 1 ? ok(null) : err(overloaded(WHY, TRY_AGAIN_MS))
  }

  order(): Result<null, Problem> {
    return this.level < 2 ? ok(null) : err(busy(WHY, TRY_AGAIN_MS))
  }
}
