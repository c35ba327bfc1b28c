/** The one instant that all charts over time point at, mission ms. */
export class TimeCursor {
  readonly fromMs: number
  readonly untilMs: number
  #at = $state(0)

  constructor(fromMs: number, untilMs: number) {
    this.fromMs = fromMs
    this.untilMs = untilMs
    this.#at = untilMs
  }

  get at(): number {
    return this.#at
  }

  move(at: number): void {
    this.#at = Math.min(this.untilMs, Math.max(this.fromMs, Math.round(at)))
  }
}
