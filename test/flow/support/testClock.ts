import type { Cancel, Clock } from '../../../server/clock.ts'

interface Timer {
  readonly atMs: number
  readonly call: () => void
}

/** Time that a test moves by hand. Turns of the event loop are real ones. */
export class TestClock implements Clock {
  /** What the wall shows at its zero, ms since 1970. */
  static readonly EPOCH_MS = Date.UTC(2026, 0, 1)
  readonly timers = new Set<Timer>()
  #nowMs: number

  constructor(startMs = 1_000) {
    this.#nowMs = startMs
  }

  wallMs(): number {
    return TestClock.EPOCH_MS + this.#nowMs
  }

  steadyMs(): number {
    return this.wallMs()
  }

  elapsedMs(): number {
    return this.#nowMs
  }

  after(ms: number, call: () => void): Cancel {
    const timer = { atMs: this.#nowMs + Math.max(1, ms), call }
    this.timers.add(timer)
    return () => this.timers.delete(timer)
  }

  afterThisTurn(call: () => void): void {
    setImmediate(call)
  }

  /** Lets so much real time pass; what it brings is durable when this is done. */
  async pass(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms
    await turns()
    for (let next = this.#firstBy(untilMs); next; next = this.#firstBy(untilMs)) {
      this.#nowMs = Math.max(this.#nowMs, next.atMs)
      this.timers.delete(next)
      next.call()
      await turns()
    }
    this.#nowMs = untilMs
  }

  #firstBy(untilMs: number): Timer | undefined {
    return [...this.timers].sort((a, b) => a.atMs - b.atMs).find(({ atMs }) => atMs <= untilMs)
  }
}

/** Long enough for a commit and what follows it. */
export const turns = async (count = 4): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
}
