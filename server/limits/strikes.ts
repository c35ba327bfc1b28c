import type { Clock } from '../clock.ts'

const STRIKES_MOST = 3
const WITHIN_MS = 10_000

/** How often in a row one connection was told to wait, and went on all the same. */
export class Strikes {
  readonly #clock: Clock
  #atMs: readonly number[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Told to wait once more; true: that was once too often. */
  strike(): boolean {
    const nowMs = this.#clock.elapsedMs()
    this.#atMs = [...this.#atMs.filter((atMs) => nowMs - atMs < WITHIN_MS), nowMs]
    return this.#atMs.length >= STRIKES_MOST
  }

  forgive(): void {
    this.#atMs = []
  }
}
