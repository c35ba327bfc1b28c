import type { Review } from '#shared/review/review.ts'
import type { Trend } from '#shared/review/trend.ts'
import type { Cell } from './csv.ts'

type Row = readonly [section: string, item: string, figure: string, value: Cell, unit: string]
type Members = Readonly<Record<string, unknown>>

const HEAD: Row = ['section', 'item', 'figure', 'value', 'unit']

/**
 * A review as one flat table, every figure of it a row: whatever the review comes to have, the table has. The figures over
 * time are left out: they are for charts, and there are thousands. Instants are seconds since the incident was opened.
 */
export const tableOf = ({ series: _series, ...review }: Review & { readonly trend: Trend | null }): readonly Row[] => {
  const { fromMs } = review.incident
  return [HEAD, ...rowsOf(['review'], '', { ...review }, fromMs)]
}

const rowsOf = (path: readonly string[], item: string, members: Members, fromMs: number): readonly Row[] =>
  Object.entries(members).flatMap(([name, value]): readonly Row[] => {
    if (Array.isArray(value)) return listRows([...path, name], item, value as readonly Members[], fromMs)
    if (isRecord(value)) return rowsOf([...path, name], item, value, fromMs)
    return [[sectionOf(path), item, wordsOf(name), ...measured(name, value, fromMs)]]
  })

const isRecord = (value: unknown): value is Members => typeof value === 'object' && value !== null

const listRows = (
  path: readonly string[],
  parent: string,
  items: readonly Members[],
  fromMs: number,
): readonly Row[] => {
  const times = new Map<string, number>()
  return items.flatMap((members, index) => {
    const name = nameOf(members) ?? String(index + 1)
    const nth = (times.get(name) ?? 0) + 1
    times.set(name, nth)
    const item = nth === 1 ? name : `${name} (${nth})`
    return rowsOf(path, parent === '' ? item : `${parent} ${item}`, members, fromMs)
  })
}

/** What tells an item of a list from the others. */
const NAMES = [
  ...['task', 'casualty', 'crew', 'capability', 'measure', 'compartment', 'system', 'alarm', 'passage'],
  ...['objective', 'improvement', 'incident'],
] as const

const nameOf = (members: Members): string | null => {
  // A segment of a crew's time has a task, too, and is not told by it.
  const name = 'fromMs' in members && !('incident' in members) ? undefined : NAMES.find((one) => one in members)
  const value = name === undefined ? null : members[name]
  return typeof value === 'string' ? value : null
}

const sectionOf = (path: readonly string[]): string =>
  path.length === 1 ? 'review' : path.slice(1).map(wordsOf).join(' ')

const UNIT_SUFFIX = /(Ms|S|Percent|Minutes|Mj|At)$/

/** `untreatedImmediateMs` is "untreated immediate": its unit has a column of its own. */
const wordsOf = (name: string): string =>
  (/^(fromMs|untilMs)$/.test(name) ? name.slice(0, -2) : name.replace(UNIT_SUFFIX, ''))
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim()

const SINCE_OPENING = 's since opening'

const measured = (name: string, value: unknown, fromMs: number): [value: Cell, unit: string] => {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no', '']
  if (typeof value === 'string') return [value, '']
  const unit = unitOf(name)
  if (typeof value !== 'number') return [null, unit]
  if (unit === SINCE_OPENING) return [(value - fromMs) / 1000, unit]
  return [name.endsWith('Ms') ? value / 1000 : value, unit]
}

const unitOf = (name: string): string => {
  if (/^(at|fromMs|untilMs)$|At$/.test(name)) return SINCE_OPENING
  if (/(Ms|S)$/.test(name)) return 's'
  if (name.endsWith('Minutes')) return 'min'
  if (name.endsWith('Mj')) return 'MJ'
  return name.endsWith('Percent') || name === 'percent' ? '%' : ''
}
