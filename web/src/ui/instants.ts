/** Finding one's way in lists that are in the order of time. */
interface Instant {
  readonly at: number
}

/** How many stand before an instant. */
export const countBefore = (list: readonly Instant[], at: number): number => bisect(list, (one) => one.at < at)

/** How many stand before an instant or at it. */
export const countUntil = (list: readonly Instant[], at: number): number => bisect(list, (one) => one.at <= at)

const bisect = (list: readonly Instant[], isBehind: (one: Instant) => boolean): number => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = list[middle]
    if (one && isBehind(one)) low = middle + 1
    else high = middle
  }
  return low
}

/** The next instant at which something of a list stands, strictly after; null: none. */
export const nextAt = (list: readonly Instant[], at: number): number | null => list[countUntil(list, at)]?.at ?? null

export const previousAt = (list: readonly Instant[], at: number): number | null =>
  list[countBefore(list, at) - 1]?.at ?? null
