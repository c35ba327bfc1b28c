import type { ComparedRun } from '#shared/review/compare.ts'
import { shareAt, type Span } from '../ui/timeline.ts'

/** Size of the drawing, which the screen stretches. */
export const CURVE_WIDTH = 1000
export const CURVE_HEIGHT = 100

const STEPS = [1, 2, 5]
const LINES_MOST = 5

/** Round values up an axis, from 0 to one that nothing lies above. */
export const levelsUpTo = (most: number): readonly number[] => {
  for (let power = 1; ; power *= 10) {
    const step = STEPS.map((one) => one * power).find((one) => Math.ceil(most / one) < LINES_MOST)
    if (step !== undefined) return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, i) => i * step)
  }
}

const round = (value: number): number => Math.round(value * 10) / 10

/** Harm of a run over the common time as a path: it holds from one instant to the next. */
export const harmPath = ({ series: { at, harm } }: ComparedRun, span: Span, top: number): string =>
  at
    .map((ms, i) => {
      const x = round(shareAt(span, ms) * CURVE_WIDTH)
      const y = round(CURVE_HEIGHT - ((harm[i] ?? 0) / top) * CURVE_HEIGHT)
      return `${i === 0 ? 'M' : 'L'}${x} ${y}`
    })
    .join('')

const TICKS_MOST = 7
/** Steps that a clock is read in, s. */
const TICK_STEPS_S = [15, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 21_600]

/** Round instants of the common time, counted from the first hit on. */
export const ticksIn = ({ startMs, endMs }: Span): readonly number[] => {
  const lengthS = (endMs - startMs) / 1000
  const stepMs = 1000 * (TICK_STEPS_S.find((step) => lengthS / step < TICKS_MOST) ?? Math.ceil(lengthS / TICKS_MOST))
  const first = Math.ceil(startMs / stepMs)
  return Array.from({ length: Math.floor(endMs / stepMs) - first + 1 }, (_, i) => (first + i) * stepMs)
}
