import type { ResponseTimes, Standard } from './parts/responses.ts'
import { percentile } from './percentile.ts'
import type { CasesByMeasure, ResponseCase } from './response-cases.ts'

/** How many were in time and how many late. Who still waits is late once the standard has passed. */
const judge = ({ withinS }: Standard, doneMs: readonly number[], waitedMs: readonly number[]) => {
  if (withinS === null) return null
  const isLate = (ms: number): boolean => ms > withinS * 1000
  const late = doneMs.filter(isLate).length
  const all = doneMs.length + waitedMs.filter(isLate).length
  return all === 0 ? null : (100 * (doneMs.length - late)) / all
}

/** What comes before it could have been asked for took no time. */
const duration = (fromMs: number, toMs: number): number => Math.max(0, toMs - fromMs)

const timesOf = (standard: Standard, cases: readonly ResponseCase[], untilMs: number): ResponseTimes => {
  const doneMs: number[] = []
  const waitedMs: number[] = []
  for (const { fromMs, toMs, waits } of cases) {
    if (fromMs === null) continue
    if (toMs !== null) doneMs.push(duration(fromMs, toMs))
    else if (waits) waitedMs.push(duration(fromMs, untilMs))
  }
  doneMs.sort((a, b) => a - b)
  const withinPercent = judge(standard, doneMs, waitedMs)
  return {
    measure: standard.measure,
    count: doneMs.length,
    open: waitedMs.length,
    medianMs: percentile(doneMs, 0.5),
    p90Ms: percentile(doneMs, 0.9),
    longestMs: doneMs.at(-1) ?? null,
    standard,
    withinPercent,
    met: withinPercent === null ? null : withinPercent >= standard.sharePercent,
  }
}

/** [REV10] Every measure against its standard, at the end of the review. */
export const responseTimes = (
  standards: readonly Standard[],
  cases: CasesByMeasure,
  untilMs: number,
): readonly ResponseTimes[] => standards.map((standard) => timesOf(standard, cases[standard.measure], untilMs))
