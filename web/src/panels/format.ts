import { clockText } from '../ui/duration.ts'

/** What is left until an instant, never below nothing; rounded up, so that 00:00 is there and not almost there. */
export const left = (untilMs: number, at: number): string =>
  clockText(Math.ceil(Math.max(0, untilMs - at) / 1000) * 1000)

export const percent = (value: number): string => `${Math.floor(value)} %`
export const kilopascals = (kpa: number): string => `${Math.round(kpa)} kPa`
/** To one decimal place, as ships keep them. */
export const stardate = (value: number): string => (Math.floor(value * 10) / 10).toFixed(1)

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
