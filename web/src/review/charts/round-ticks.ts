const TICKS_MOST = 6

/** Round numbers from nothing up to `most`, for an axis. */
export const roundTicks = (most: number): { value: number }[] => {
  const size = 10 ** Math.floor(Math.log10(most / TICKS_MOST))
  const step = size * ([1, 2, 5].find((one) => most / (size * one) <= TICKS_MOST) ?? 10)
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => ({ value: index * step }))
}
