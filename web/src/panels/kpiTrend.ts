import type { Kpi, KpiId } from './kpis.ts'

/** Figures at one moment of mission time. */
export interface Sample {
  readonly at: number
  readonly numbers: Readonly<Record<KpiId, number>>
}

const WINDOW_MS = 60_000
const APART_MS = 1_000
/** Less than this is no movement worth an arrow: half of what the figure shows last. */
const STILL = 0.5

/** The samples of the last minute and this one; anew when time has jumped back, as in a replay. */
export const withSample = (samples: readonly Sample[], at: number, kpis: readonly Kpi[]): readonly Sample[] => {
  const last = samples.at(-1)
  const numbers = Object.fromEntries(kpis.map(({ id, number }) => [id, number])) as Sample['numbers']
  if (!last || at < last.at) return [{ at, numbers }]
  if (at - last.at < APART_MS) return samples
  return [...samples.filter((one) => at - one.at <= WINDOW_MS), { at, numbers }]
}

/** What each figure was at each of the samples. */
export const coursesOf = (samples: readonly Sample[]): Readonly<Record<KpiId, readonly number[]>> => {
  const course = (id: KpiId): readonly number[] => samples.map(({ numbers }) => numbers[id])
  return {
    hull: course('hull'),
    shields: course('shields'),
    power: course('power'),
    casualties: course('casualties'),
    crews: course('crews'),
  }
}

/** Where a figure has gone over the samples: 1 up, −1 down, 0 nowhere. */
export const directionOf = (numbers: readonly number[]): 1 | -1 | 0 => {
  const change = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0)
  return Math.abs(change) < STILL ? 0 : change > 0 ? 1 : -1
}
