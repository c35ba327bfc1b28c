import { INKS } from '../palette.ts'
import type { Paper } from '../paper.ts'
import type { Sheet } from './sheet.ts'
import { MARGIN, MEASURE_WIDTH, STYLES } from './styles.ts'
import type { Style } from './typesetting.ts'

const BAR = { top: 46, height: 13, gap: 4 } as const
const SEGMENTS = [
  { width: 132, ink: 'frame' },
  { width: 44, ink: 'sand' },
  { width: MEASURE_WIDTH - 132 - 44 - 2 * BAR.gap, ink: 'frame' },
] as const

/** The head of the first page: what this is, of what, and the facts that place it. */
export const setFront = (sheet: Sheet, paper: Paper): void => {
  sheet.artifact(() => bar(sheet))
  const genre = `${paper.genre} · ${paper.ship}`
  put(sheet, 'P', genre, { ...STYLES.body, ink: 'quiet' }, 4)
  put(sheet, 'H1', paper.title, STYLES.title, 4)
  put(sheet, 'P', paper.standfirst, STYLES.standfirst, 10)
  facts(sheet, paper)
}

const bar = ({ doc }: Sheet): void => {
  let x: number = MARGIN.left
  for (const { width, ink } of SEGMENTS) {
    doc.rect(x, BAR.top, width, BAR.height).fill(INKS[ink])
    x += width + BAR.gap
  }
}

const put = (sheet: Sheet, tag: string, text: string, style: Style, after: number): void => {
  const lines = sheet.type.lines(text, style, MEASURE_WIDTH)
  sheet.tagged(tag, () => sheet.stack(lines, style, MARGIN.left, sheet.y))
  sheet.y += lines.length * style.leading + after
}

const FACT_GAP = 22

/** Side by side as far as they go, then on the next line. */
const facts = (sheet: Sheet, paper: Paper): void => {
  let x: number = MARGIN.left
  const height = STYLES.caption.leading + STYLES.body.leading + 6
  for (const { label, value } of paper.facts) {
    const labelLine = sheet.type.line(label, STYLES.caption)
    const valueLine = sheet.type.line(value, STYLES.body)
    const width = Math.max(labelLine.width, valueLine.width)
    if (x > MARGIN.left && x + width > MARGIN.left + MEASURE_WIDTH) {
      x = MARGIN.left
      sheet.y += height
    }
    sheet.tagged('P', () => {
      sheet.stack([labelLine], STYLES.caption, x, sheet.y)
      sheet.stack([valueLine], STYLES.body, x, sheet.y + STYLES.caption.leading)
    })
    x += width + FACT_GAP
  }
  sheet.y += height
}
