import type { Column, Table } from '../paper.ts'
import type { Sheet } from './sheet.ts'
import { MARGIN, MEASURE_WIDTH, STYLES } from './styles.ts'

const GUTTER = 7
/** More of it where figures, set to the right, meet words, set to the left. */
const WIDE_GUTTER = 15
/** Columns of less weight than this in all leave the rest of the page empty: far apart they are hard to read across. */
const FULL_WEIGHT = 100
/** A word that is wider is broken instead. */
const WORD_MOST = 80

/** A column in its place on the page, points. */
export interface SetColumn extends Column {
  readonly x: number
  readonly width: number
}

/** Widths by weight, but for columns with a word that is wider; gutters lie between them. */
export const columnsOf = (sheet: Sheet, { columns, rows }: Table): readonly SetColumn[] => {
  const gutters = columns.map((column, index) => gutterBefore(column, columns[index - 1]))
  const shared = MEASURE_WIDTH - gutters.reduce((sum, gutter) => sum + gutter, 0)
  const needed = columns.map(({ title }, index) =>
    rows.reduce(
      // Some rows are strong, and those are the wider ones.
      (most, { cells }) =>
        Math.max(most, Math.min(WORD_MOST, sheet.type.widest(cells[index] ?? '', STYLES.strongCell))),
      sheet.type.widest(title, STYLES.columnHead),
    ),
  )
  const widths = sharedOut(shared, columns, needed)
  let x: number = MARGIN.left
  return columns.map((column, index) => {
    const width = widths[index] ?? 0
    x += gutters[index] ?? 0
    const set = { ...column, x, width }
    x += width
    return set
  })
}

/** Those that need more than their share get what they need; the others share what is left. */
const sharedOut = (width: number, columns: readonly Column[], needed: readonly number[]): readonly number[] => {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  const needy = new Set<number>()
  for (;;) {
    const taken = [...needy].reduce((sum, index) => sum + (needed[index] ?? 0), 0)
    const weights = columns.reduce((sum, { weight }, index) => (needy.has(index) ? sum : sum + weight), 0)
    const whole = weights + Math.max(0, FULL_WEIGHT - total)
    const widths = columns.map(({ weight }, index) =>
      needy.has(index) ? (needed[index] ?? 0) : ((width - taken) * weight) / whole,
    )
    const more = widths.flatMap((each, index) => (!needy.has(index) && each < (needed[index] ?? 0) ? [index] : []))
    if (more.length === 0 || needy.size + more.length === columns.length) return widths
    for (const index of more) needy.add(index)
  }
}

const gutterBefore = ({ align }: Column, before: Column | undefined): number => {
  if (before === undefined) return 0
  return align === 'left' && before.align === 'right' ? WIDE_GUTTER : GUTTER
}

export const endOf = (columns: readonly SetColumn[]): number => {
  const last = columns.at(-1)
  return last ? last.x + last.width : MARGIN.left
}
