import { clockText } from '#shared/duration.ts'
import type { Review } from '#shared/review/review.ts'

/** What stands where there is no figure. */
export const NONE = '–'

const NO_BREAK = '\u00a0'

/** How instants of one review are written: from its opening on. */
export type Instants = (atMs: number | null) => string

/** `04:10` after the opening of the incident. */
export const instantsOf =
  ({ incident }: Pick<Review, 'incident'>): Instants =>
  (atMs) =>
    atMs === null ? NONE : clockText(atMs - incident.fromMs)

/** `04:10`, a length of time. */
export const lasting = (ms: number | null): string => (ms === null ? NONE : clockText(ms))

/** To at most one decimal place, thousands apart: `12 345.6`, `7`. */
export const numberText = (value: number): string => tenthsText(value).replace('.0', '')

/** To one decimal place, so that the figures of a column stand under each other: `12 345.6`, `7.0`. */
export const tenthsText = (value: number): string => {
  const [whole = '', part = ''] = Math.abs(value).toFixed(1).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NO_BREAK)
  return `${value <= -0.05 ? '−' : ''}${grouped}.${part}`
}

export const percentText = (value: number | null): string =>
  value === null ? NONE : `${numberText(value)}${NO_BREAK}%`

export const percentTenths = (value: number | null): string =>
  value === null ? NONE : `${tenthsText(value)}${NO_BREAK}%`

export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${numberText(count)} ${count === 1 ? one : many}`

export const orNone = (text: string | null): string => (text === null || text === '' ? NONE : text)
