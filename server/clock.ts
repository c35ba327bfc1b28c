/** Time as the server needs it. Only `main` makes a real one; tests move theirs by hand. */
export interface Clock {
  /** Now, ms since 1970. Jumps when somebody sets the machine's clock. */
  wallMs(): number
  /**
   * What the wall showed at the start, carried on without jumps, whole ms since 1970: what clients are told the time is, and
   * what ends at some time ends by. Whoever sets the machine's clock moves no deadline and no board's mission time.
   */
  steadyMs(): number
  /** ms since some fixed instant. Never jumps, so mission time is reckoned by it. */
  elapsedMs(): number
  /** Calls once, no sooner than in `ms`, unless cancelled. */
  after(ms: number, call: () => void): Cancel
  /** Calls once all that has arrived in this turn of the event loop has been dealt with. */
  afterThisTurn(call: () => void): void
}

export type Cancel = () => void

export const iso = (ms: number): string => new Date(ms).toISOString()

export const isoWall = (clock: Clock): string => iso(clock.wallMs())
