import type { Cancel, Clock } from '../../../server/clock.ts'
import type { VirtualTime } from './virtualTime.ts'

const EPOCH_MS = Date.UTC(2026, 0, 1)

/** What the clock of one machine shows beside the true time. It survives the process. */
export interface WallClock {
  /** How far somebody has set it off. */
  aheadMs: number
}

/** The clock of one process: stands still with it while it is stalled, and calls nobody once it is dead. */
export class ProcessClock implements Clock {
  readonly #time: VirtualTime
  readonly #wall: WallClock
  readonly #startedMs: number
  readonly #startedWallMs: number
  #turn: (() => void)[] = []
  #stalledUntilMs = 0
  #dead = false
  /** Timers that are set. */
  timers = 0

  constructor(time: VirtualTime, wall: WallClock) {
    this.#time = time
    this.#wall = wall
    this.#startedMs = time.nowMs
    this.#startedWallMs = this.wallMs()
  }

  wallMs(): number {
    return EPOCH_MS + this.#time.nowMs + this.#wall.aheadMs
  }

  steadyMs(): number {
    return this.#startedWallMs + this.#time.nowMs - this.#startedMs
  }

  elapsedMs(): number {
    return this.#time.nowMs
  }

  after(ms: number, call: () => void): Cancel {
    this.timers++
    let set = true
    const unset = (): void => {
      if (set) this.timers--
      set = false
    }
    const cancel = this.#time.after(Math.max(1, ms), () =>
      this.whenAwake(() => {
        if (!set) return
        unset()
        call()
      }),
    )
    return () => {
      unset()
      cancel()
    }
  }

  afterThisTurn(call: () => void): void {
    this.#turn.push(call)
  }

  /** Something reaches the process: at once, or as soon as it runs again; never, if it is dead by then. */
  whenAwake(call: () => void): void {
    if (this.#dead) return
    const stalledMs = this.#stalledUntilMs - this.#time.nowMs
    if (stalledMs > 0) this.#time.after(stalledMs, () => this.whenAwake(call))
    else call()
  }

  /** All that has arrived in this turn of the loop has been dealt with; false if nobody waited for that. */
  endTurn(): boolean {
    if (this.#dead || this.#turn.length === 0 || this.stalled) return false
    for (const call of this.#turn.splice(0)) if (!this.#dead) call()
    return true
  }

  /** The processor is taken away for so long: a laptop asleep, a machine that swaps. */
  stall(ms: number): void {
    this.#stalledUntilMs = Math.max(this.#stalledUntilMs, this.#time.nowMs + ms)
    this.#time.after(ms, () => undefined) // so that what waits for the end of a turn gets it
  }

  get stalled(): boolean {
    return this.#stalledUntilMs > this.#time.nowMs
  }

  die(): void {
    this.#dead = true
    this.#turn = []
  }

  get dead(): boolean {
    return this.#dead
  }
}
