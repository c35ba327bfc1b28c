import { clockText } from '../ui/duration.ts'

/** A length of time, ms; nothing where it has not come to that. */
export const timeOr = (ms: number | null, none = '–'): string => (ms === null ? none : clockText(ms))

/** To one decimal place. */
export const tenth = (value: number): string => (Math.round(value * 10) / 10).toFixed(1)

/** A share as a whole number of percent; nothing where there is none. */
export const shareOr = (percent: number | null, none = '–'): string =>
  percent === null ? none : `${Math.floor(percent)} %`

/** From one instant to another, ms; null while either is missing. */
export const between = (from: number | null, until: number | null): number | null =>
  from === null || until === null ? null : Math.max(0, until - from)
