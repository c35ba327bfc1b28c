import type { Comparison, ComparisonRow } from '#shared/review/compare.ts'
import { clockText } from '../ui/duration.ts'

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** A figure of one run, in its unit. */
export const figureText = (value: number | null, unit: ComparisonRow['unit']): string => {
  if (value === null) return '–'
  if (unit === 'ms') return clockText(value)
  return unit === '' ? NUMBER.format(value) : `${NUMBER.format(value)} ${unit}`
}

/** B against A, with its sign. */
export const differenceText = ({ difference, unit }: ComparisonRow): string => {
  if (difference === null) return '–'
  if (difference === 0) return '±0'
  return (difference < 0 ? '−' : '+') + figureText(Math.abs(difference), unit)
}

/** What a debrief asks for first: what it cost, what was lost, how soon somebody was on the way, how soon it was over. */
const FIRST_ASKED = ['Harm', 'Deaths', 'Capabilities lost', 'Dispatch, 90th percentile', 'Restore, 90th percentile']

export const tellingRows = ({ rows }: Comparison): readonly ComparisonRow[] =>
  rows.filter(({ figure }) => FIRST_ASKED.includes(figure))

/** Which run did better, by harm. */
export const verdictOf = ({ rows }: Comparison): string => {
  const [harm] = rows
  if (!harm || harm.better === null || harm.difference === null) return 'Both runs came to the same harm'
  return `Run ${harm.better.toUpperCase()} did better: ${figureText(Math.abs(harm.difference), harm.unit)} less harm`
}
