import { offsetOf, roundTripMs, type TimeSample } from './missionClock.ts'
import type { Wire } from './wire.ts'

const SAMPLES_KEPT = 5

/** Feels a wire by asking the time: how quick it is, and how far the server's clock is ahead of ours. */
export class Pulse {
  readonly #wire: Wire
  readonly #nowMs: () => number
  #samples: readonly TimeSample[] = []

  constructor(wire: Wire, nowMs: () => number) {
    this.#wire = wire
    this.#nowMs = nowMs
  }

  /** It is another connection now. */
  begin(): void {
    this.#samples = []
  }

  /** Null: it does not answer. */
  async feel(): Promise<{ readonly offsetMs: number; readonly roundTripMs: number } | null> {
    const sentMs = this.#nowMs()
    const answer = await this.#wire.ask('time', {})
    if (!answer?.ok) return null
    const sample = { sentMs, receivedMs: this.#nowMs(), serverMs: Date.parse(answer.wall) }
    this.#samples = [...this.#samples.slice(1 - SAMPLES_KEPT), sample]
    return { offsetMs: offsetOf(this.#samples), roundTripMs: roundTripMs(sample) }
  }
}
