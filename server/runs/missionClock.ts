/** Mission time was `at` when the server's steady clock showed `elapsedMs`, and runs `rate` times as fast as it. */
export interface Anchor {
  readonly rate: number
  readonly at: number
  readonly elapsedMs: number
}

/** Mission time, whole ms. */
export const missionTime = (anchor: Anchor, elapsedMs: number): number =>
  anchor.at + Math.max(0, Math.floor((elapsedMs - anchor.elapsedMs) * anchor.rate))

/** What the steady clock shows at that mission time. Only for a clock that runs. */
export const elapsedAt = (anchor: Anchor, at: number): number => anchor.elapsedMs + (at - anchor.at) / anchor.rate

/** Real ms until that mission time; 0 when it has come; never, when the clock stands before it. */
export const msUntil = (anchor: Anchor, at: number, elapsedMs: number): number | null => {
  if (missionTime(anchor, elapsedMs) >= at) return 0
  return anchor.rate > 0 ? Math.max(1, Math.ceil(elapsedAt(anchor, at) - elapsedMs)) : null
}
