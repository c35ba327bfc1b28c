/** By nearest rank: the value at place ⌈share·n⌉ of the ascending order; null of none. `share` is above 0 and at most 1. */
export const percentile = (ascending: readonly number[], share: number): number | null =>
  ascending[Math.ceil(share * ascending.length) - 1] ?? null
