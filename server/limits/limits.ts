import { err, ok, type Result } from '#shared/result.ts'
import { ORDERS_OF_A_SESSION } from '#shared/protocol/limits.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import type { Clock } from '../clock.ts'
import { busy } from './busy.ts'
import { Overload } from './overload.ts'
import { Places } from './places.ts'
import { Strikes } from './strikes.ts'
import { type Rate, TokenBuckets } from './tokenBuckets.ts'

/** Of one address, whatever is asked. A board takes some fifty files at its first load. */
const ASKS: Rate = { perSecond: 200, atOnce: 200 }
const SHUT_OUT_MS = 30_000

type Allowed = Result<null, Problem>

/**
 * What one client may take of the server, so that there is enough for all. Where everybody on the machine is let in, rates
 * are not limited: programs and tests give orders as fast as they like.
 */
export class Limits {
  readonly overload = new Overload()
  readonly places: Places
  readonly #clock: Clock
  readonly #limited: boolean
  readonly #orders: TokenBuckets
  readonly #asks: TokenBuckets
  /** By session, or address, and when they may come again. */
  readonly #shutOut = new Map<string, number>()

  constructor(clock: Clock, limited: boolean) {
    this.#clock = clock
    this.#limited = limited
    this.places = new Places(limited)
    this.#orders = new TokenBuckets(ORDERS_OF_A_SESSION, clock)
    this.#asks = new TokenBuckets(ASKS, clock)
  }

  /** One more thing asked from that address, over HTTP or a socket. */
  ask(address: string): Allowed {
    return this.#take(this.#asks, address, 'Too much is asked from this address')
  }

  /** One more order of that session. */
  order(session: string): Allowed {
    return this.#take(this.#orders, session, 'Too many orders in a short time')
  }

  /** For a new connection: how often it has been told to wait. */
  strikes(): Strikes {
    return new Strikes(this.#clock)
  }

  shutOut(session: string): void {
    this.#shutOut.set(session, this.#clock.elapsedMs() + SHUT_OUT_MS)
    this.#clock.after(SHUT_OUT_MS, () => this.#shutOut.delete(session))
  }

  mayReturn(session: string): Allowed {
    const waitMs = (this.#shutOut.get(session) ?? 0) - this.#clock.elapsedMs()
    return waitMs <= 0 ? ok(null) : err(busy('This session has asked for too much', Math.ceil(waitMs)))
  }

  #take(buckets: TokenBuckets, key: string, why: string): Allowed {
    const waitMs = this.#limited ? buckets.take(key) : 0
    return waitMs === 0 ? ok(null) : err(busy(why, waitMs))
  }
}
