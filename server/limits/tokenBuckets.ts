import type { Clock } from '../clock.ts'

export interface Rate {
  readonly perSecond: number
  /** How many may come at once, after a pause. */
  readonly atOnce: number
}

interface Bucket {
  readonly tokens: number
  /** When it held so many, by the clock that never jumps. */
  readonly atMs: number
}

/** Invented: whoever has been quiet longest among so many has a full bucket again, unless it is an attack from all over. */
const KEYS_MOST = 10_000

/** A token bucket for each key: full at first, filled at a steady rate, and one token taken for each thing asked. */
export class TokenBuckets {
  readonly #rate: Rate
  readonly #clock: Clock
  /** The one that was asked of last is the last. */
  readonly #buckets = new Map<string, Bucket>()

  constructor(rate: Rate, clock: Clock) {
    this.#rate = rate
    this.#clock = clock
  }

  /** Takes a token: 0. If there is none: how long until there is one, ms. */
  take(key: string): number {
    const tokens = this.#tokens(key)
    const wanting = Math.max(0, 1 - tokens)
    this.#buckets.delete(key)
    this.#buckets.set(key, { tokens: wanting > 0 ? tokens : tokens - 1, atMs: this.#clock.elapsedMs() })
    if (this.#buckets.size > KEYS_MOST) this.#forgetTheFirst()
    return Math.ceil((wanting / this.#rate.perSecond) * 1_000)
  }

  get size(): number {
    return this.#buckets.size
  }

  #tokens(key: string): number {
    const { perSecond, atOnce } = this.#rate
    const bucket = this.#buckets.get(key)
    if (!bucket) return atOnce
    return Math.min(atOnce, bucket.tokens + ((this.#clock.elapsedMs() - bucket.atMs) / 1_000) * perSecond)
  }

  #forgetTheFirst(): void {
    for (const key of this.#buckets.keys()) {
      this.#buckets.delete(key)
      return
    }
  }
}
