import type { Row, Table } from '../paper.ts'
import { columnsOf, endOf, type SetColumn } from './columns.ts'
import type { Sheet } from './sheet.ts'
import { MARGIN, STYLES } from './styles.ts'
import { lastAfter, prose, type Setter } from './texts.ts'
import type { Line, Style } from './typesetting.ts'

const PADDING = 2.2
const AFTER = 8
/** A table no higher than this is not parted. */
const WHOLE_MOST = 150
const LEAST_ROWS = 3
/** A row that is higher goes on as another row: a page has to hold it. */
const MOST_LINES = 50

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
      const rows = block.rows.flatMap((each) => rowsOf(sheet, each, columns))
      for (const [index, row] of rows.entries()) {
        if (sheet.room < row.height + lastAfter(rows, index)) {
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

const finish = (sheet: Sheet, { height }: SetRow, columns: readonly SetColumn[], tag: 'TH' | 'TD'): void => {
  sheet.y += height
  sheet.rule(sheet.y, tag === 'TH' ? 'ink' : 'rule', tag === 'TH' ? 0.75 : 0.35, MARGIN.left, endOf(columns))
}
