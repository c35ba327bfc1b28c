import type { ResponseTimes } from '#shared/review/parts/responses.ts'
import type { ResponseMeasure } from '#shared/ship/terms.ts'
import { clockText } from '../../ui/duration.ts'
import { shareOr } from '../figures.ts'
import type { Look } from './looks.ts'
import type { Piece } from './rows.ts'

export const MEDIAN_LOOK: Look = { token: '--steady', pattern: 'solid' }
export const P90_LOOK: Look = { token: '--ink2', pattern: 'diagonal' }

/** A measure as shares of what its standard allows, %. */
export interface Judged {
  readonly measure: ResponseMeasure
  readonly medianPercent: number
  readonly p90Percent: number
  readonly words: string
}

/** Those that have a standard and a case. */
export const againstStandard = (responses: readonly ResponseTimes[]): readonly Judged[] =>
  responses.flatMap(({ measure, medianMs, p90Ms, standard: { withinS }, withinPercent, met }) => {
    if (withinS === null || medianMs === null || p90Ms === null) return []
    const percentOf = (ms: number) => ms / (withinS * 10)
    const verdict = met ? 'met' : 'missed'
    const words = `${clockText(p90Ms)} of ${clockText(withinS * 1000)}, ${shareOr(withinPercent)} in time: ${verdict}`
    return [{ measure, medianPercent: percentOf(medianMs), p90Percent: percentOf(p90Ms), words }]
  })

/** How far the axis goes at least and at most, %: what takes longer still runs to its end. Invented. */
const LEAST_PERCENT = 150
const MOST_PERCENT = 400
const TICK_PERCENT = 50

export const shownUpTo = (judged: readonly Judged[]): number => {
  const longest = Math.max(LEAST_PERCENT, ...judged.map(({ p90Percent }) => p90Percent))
  return Math.min(MOST_PERCENT, Math.ceil(longest / TICK_PERCENT) * TICK_PERCENT)
}

export const percentTicks = (upTo: number): { value: number }[] =>
  Array.from({ length: upTo / TICK_PERCENT + 1 }, (_, index) => ({ value: index * TICK_PERCENT }))

export const piecesOf = (judged: readonly Judged[], upTo: number): readonly Piece[] =>
  judged.flatMap(({ medianPercent, p90Percent }, row) => {
    const [median, p90] = [Math.min(upTo, medianPercent), Math.min(upTo, p90Percent)]
    return [
      { row, from: 0, until: median, look: MEDIAN_LOOK },
      { row, from: median, until: p90, look: P90_LOOK },
    ]
  })
