import { STRIKES } from '#shared/protocol/limits.ts'
import type { Clock } from '../clock.ts'

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
    this.#atMs = [...this.#atMs.filter((atMs) => nowMs - atMs < STRIKES.withinMs), nowMs]
    return this.#atMs.length >= STRIKES.most
  }

  forgive(): void {
    this.#atMs = []
  }
}
