import type { Figures, Heading, List, Prose } from '../paper.ts'
import type { Sheet } from './sheet.ts'
import { MARGIN, MEASURE_WIDTH, STYLES } from './styles.ts'

/** How a block is put on a sheet. */
export interface Setter<Block> {
  /** What has to stay together with the heading before it, points. */
  least(sheet: Sheet, block: Block): number
  set(sheet: Sheet, block: Block): void
}

const HEADING_SPACE = { before: 16, after: 5 }

export const heading: Setter<Heading> = {
  least: () => HEADING_SPACE.before + STYLES.heading.leading + HEADING_SPACE.after,
  set: (sheet, { text }) => {
    sheet.skip(HEADING_SPACE.before)
    const lines = sheet.type.lines(text, STYLES.heading, MEASURE_WIDTH)
    sheet.tagged('H3', () => sheet.stack(lines, STYLES.heading, MARGIN.left, sheet.y))
    sheet.y += lines.length * STYLES.heading.leading + HEADING_SPACE.after
  },
}

/** Lines longer than this tire the eye, points. */
const PROSE_WIDTH = 420
const PROSE_SPACE = 6
const PROSE_LEAST_LINES = 2

export const prose: Setter<Prose> = {
  least: (sheet, { text, aside }) => {
    const style = aside ? STYLES.aside : STYLES.body
    const { length } = sheet.type.lines(text, style, PROSE_WIDTH)
    return (aside ? length : Math.min(length, PROSE_LEAST_LINES)) * style.leading + PROSE_SPACE
  },
  set: (sheet, { text, aside }) => {
    const style = aside ? STYLES.aside : STYLES.body
    sheet.within('P', () => {
      for (const line of sheet.type.lines(text, style, PROSE_WIDTH)) {
        sheet.need(style.leading)
        sheet.tagged('Span', () => sheet.stack([line], style, MARGIN.left, sheet.y))
        sheet.y += style.leading
      }
    })
    sheet.y += PROSE_SPACE
  },
}

/** The last of several never goes on to the next page alone: what the one before it has to leave room for, points. */
export const lastAfter = (items: readonly { readonly height: number }[], index: number): number =>
  index === items.length - 2 ? (items.at(-1)?.height ?? 0) : 0

const LEAD_WIDTH = 46
const ITEM_PADDING = 3

export const list: Setter<List> = {
  least: () => STYLES.body.leading + 2 * ITEM_PADDING,
  set: (sheet, { items }) =>
    sheet.within('L', () => {
      const set = items.map(({ lead, text }) => {
        const lines = sheet.type.lines(text, STYLES.body, PROSE_WIDTH)
        return { lead, lines, height: lines.length * STYLES.body.leading + 2 * ITEM_PADDING }
      })
      for (const [index, { lead, lines, height }] of set.entries()) {
        sheet.need(height + lastAfter(set, index))
        sheet.rule(sheet.y, 'rule', 0.5)
        sheet.y += ITEM_PADDING
        sheet.within('LI', () => {
          const quiet = { ...STYLES.body, ink: 'quiet' } as const
          sheet.tagged('Lbl', () => sheet.stack([sheet.type.line(lead, quiet)], quiet, MARGIN.left, sheet.y))
          sheet.tagged('LBody', () => sheet.stack(lines, STYLES.body, MARGIN.left + LEAD_WIDTH, sheet.y))
        })
        sheet.y += height - ITEM_PADDING
      }
      sheet.y += PROSE_SPACE
    }),
}

const PER_ROW = 4
const GUTTER = 13
const FIGURE_WIDTH = (MEASURE_WIDTH - (PER_ROW - 1) * GUTTER) / PER_ROW
const FIGURE_SPACE = { before: 4, value: 2, after: 10 }

export const figures: Setter<Figures> = {
  least: (sheet, { items }) => figureRow(sheet, items.slice(0, PER_ROW)).height,
  set: (sheet, { items }) => {
    for (let start = 0; start < items.length; start += PER_ROW) {
      const { height, set } = figureRow(sheet, items.slice(start, start + PER_ROW))
      sheet.need(height)
      set()
      sheet.y += height
    }
  },
}

const figureRow = (sheet: Sheet, items: Figures['items']) => {
  const { type } = sheet
  const notes = items.map(({ note }) => type.lines(note ?? '', STYLES.caption, FIGURE_WIDTH))
  const valueTop = FIGURE_SPACE.before + STYLES.caption.leading + FIGURE_SPACE.value
  const notesTop = valueTop + STYLES.figure.leading
  const height = notesTop + Math.max(...notes.map(({ length }) => length)) * STYLES.caption.leading + FIGURE_SPACE.after
  const set = (): void =>
    items.forEach(({ label, value }, index) => {
      const x = MARGIN.left + index * (FIGURE_WIDTH + GUTTER)
      sheet.rule(sheet.y, 'rule', 0.75, x, x + FIGURE_WIDTH)
      sheet.tagged('P', () => {
        sheet.stack([type.line(label, STYLES.caption)], STYLES.caption, x, sheet.y + FIGURE_SPACE.before)
        sheet.stack([type.line(value, STYLES.figure)], STYLES.figure, x, sheet.y + valueTop)
        sheet.stack(notes[index] ?? [], STYLES.caption, x, sheet.y + notesTop)
      })
    })
  return { height, set }
}
