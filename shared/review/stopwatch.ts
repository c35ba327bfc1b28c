/** Adds up the mission time for which something is so. */
export interface Stopwatch {
  set(on: boolean, atMs: number): void
  /** Ms so far, what is running included. */
  totalAt(atMs: number): number
}

export const stopwatch = (): Stopwatch => {
  let total = 0
  let since: number | null = null
  return {
    set: (on, atMs) => {
      if (on === (since !== null)) return
      if (since !== null) total += atMs - since
      since = on ? atMs : null
    },
    totalAt: (atMs) => total + (since === null ? 0 : atMs - since),
  }
}
