/** Alarms are counted over the last minute, for flood mode and figures, ms. */
export const MINUTE_MS = 60_000

/** Those raised within the minute until then. */
export const lastMinute = (raised: readonly number[], at: number): readonly number[] =>
  raised.filter((raisedAt) => raisedAt > at - MINUTE_MS)
