/** Time as the server needs it. Only `main` makes a real one; tests move theirs by hand. */
export interface Clock {
  /** Now, ms since 1970. Jumps when somebody sets the machine's clock. */
  wallMs(): number
  /** ms since some fixed instant. Never jumps, so mission time is reckoned by it. */
  elapsedMs(): number
  /** Calls once, no sooner than in `ms`, unless cancelled. */
  after(ms: number, call: () => void): Cancel
  /** Calls once all that has arrived in this turn of the event loop has been dealt with. */
  afterThisTurn(call: () => void): void
}

export type Cancel = () => void

export const isoWall = (clock: Clock): string => new Date(clock.wallMs()).toISOString()
