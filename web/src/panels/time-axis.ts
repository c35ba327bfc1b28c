/** What an axis of time shows, mission ms. */
export interface Stretch {
  readonly fromMs: number
  readonly toMs: number
}

const TICKS_MOST = 9
/** Steps that a clock is read in, s. */
const TICK_STEPS_S = [5, 10, 15, 30, 60, 120, 300, 600, 1_800, 3_600]

const tickStepMs = (spanMs: number, most: number): number =>
  1000 * (TICK_STEPS_S.find((step) => spanMs / 1000 / step <= most) ?? Math.ceil(spanMs / 1000 / most))

/** Where the axis is marked: at whole steps of a clock, counted from its beginning. */
export const timeTicks = ({ fromMs, toMs }: Stretch, most = TICKS_MOST): { value: number }[] => {
  const step = tickStepMs(toMs - fromMs, most)
  return Array.from({ length: Math.floor((toMs - fromMs) / step) + 1 }, (_, index) => ({
    value: fromMs + index * step,
  }))
}
