import type { Column, Row, Table } from '../paper.ts'
import type { Sheet } from './sheet.ts'
import { MARGIN, MEASURE_WIDTH, STYLES } from './styles.ts'
import { prose, type Setter } from './texts.ts'
import type { Line, Style } from './typesetting.ts'

const GUTTER = 7
/** More of it where figures, set to the right, meet words, set to the left. */
const WIDE_GUTTER = 15
/** Columns of less weight than this in all leave the rest of the page empty: far apart they are hard to read across. */
const FULL_WEIGHT = 100
/** A word that is wider is broken instead. */
const WORD_MOST = 80
const PADDING = 2.2
const AFTER = 8
/** A table no higher than this is not parted. */
const WHOLE_MOST = 200
const LEAST_ROWS = 3
/** A row that is higher goes on as another row: a page has to hold it. */
const MOST_LINES = 50

interface SetColumn extends Column {
  readonly x: number
  readonly width: number
}

interface SetRow {
  readonly cells: readonly (readonly Line[])[]
  readonly style: Style
  readonly height: number
}

export const table: Setter<Table> = {
  least: (sheet, block) => {
    const columns = columnsOf(sheet, block)
    const heights = block.rows.flatMap((row) => rowsOf(sheet, row, columns).map(({ height }) => height))
    const heightOf = (rows: readonly number[]) =>
      rows.reduce((sum, height) => sum + height, headOf(sheet, columns).height)
    const all = heightOf(heights)
    return all <= WHOLE_MOST ? all : heightOf(heights.slice(0, LEAST_ROWS))
  },
  set: (sheet, block) => {
    if (block.rows.length === 0) return prose.set(sheet, { kind: 'prose', text: block.empty, aside: true })
    const columns = columnsOf(sheet, block)
    const head = headOf(sheet, columns)
    sheet.within('Table', () => {
      sheet.within('TR', () => draw(sheet, head, columns, 'TH'))
      for (const row of block.rows.flatMap((each) => rowsOf(sheet, each, columns))) {
        if (sheet.room < row.height) {
          sheet.turn()
          sheet.artifact(() => drawCells(sheet, head, columns))
          finish(sheet, head, columns, 'TH')
        }
        sheet.within('TR', () => draw(sheet, row, columns, 'TD'))
      }
    })
    sheet.y += AFTER
  },
}

/** Widths by weight, but for columns with a word that is wider; gutters lie between them. */
const columnsOf = (sheet: Sheet, { columns, rows }: Table): readonly SetColumn[] => {
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

const headOf = (sheet: Sheet, columns: readonly SetColumn[]): SetRow => {
  const style = STYLES.columnHead
  return rowIn(
    style,
    columns.map(({ title, width }) => sheet.type.lines(title, style, width)),
  )
}

const rowsOf = (sheet: Sheet, { cells, strong }: Row, columns: readonly SetColumn[]): readonly SetRow[] => {
  const style = strong ? STYLES.strongCell : STYLES.cell
  const lines = columns.map(({ width }, index) => sheet.type.lines(cells[index] ?? '', style, width))
  const most = Math.max(1, ...lines.map(({ length }) => length))
  return Array.from({ length: Math.ceil(most / MOST_LINES) }, (_, part) =>
    rowIn(
      style,
      lines.map((each) => each.slice(part * MOST_LINES, (part + 1) * MOST_LINES)),
    ),
  )
}

const rowIn = (style: Style, cells: SetRow['cells']): SetRow => ({
  cells,
  style,
  height: Math.max(1, ...cells.map(({ length }) => length)) * style.leading + 2 * PADDING,
})

const draw = (sheet: Sheet, row: SetRow, columns: readonly SetColumn[], tag: 'TH' | 'TD'): void => {
  columns.forEach((column, index) => sheet.tagged(tag, () => drawCell(sheet, row, column, index)))
  finish(sheet, row, columns, tag)
}

const drawCells = (sheet: Sheet, row: SetRow, columns: readonly SetColumn[]): void =>
  columns.forEach((column, index) => drawCell(sheet, row, column, index))

/** Heads stand on their rule, cells hang from theirs. */
const drawCell = (
  sheet: Sheet,
  { cells, style, height }: SetRow,
  { align, x, width }: SetColumn,
  index: number,
): void => {
  const lines = cells[index] ?? []
  const isHead = style.voice === 'strong' && style.ink === 'quiet'
  const top = sheet.y + (isHead ? height - PADDING - lines.length * style.leading : PADDING)
  sheet.stack(lines, style, align === 'right' ? x + width : x, top, align === 'right' ? 'end' : 'start')
}

const endOf = (columns: readonly SetColumn[]): number => {
  const last = columns.at(-1)
  return last ? last.x + last.width : MARGIN.left
}

const finish = (sheet: Sheet, { height }: SetRow, columns: readonly SetColumn[], tag: 'TH' | 'TD'): void => {
  sheet.y += height
  sheet.rule(sheet.y, tag === 'TH' ? 'ink' : 'rule', tag === 'TH' ? 0.75 : 0.35, MARGIN.left, endOf(columns))
}
