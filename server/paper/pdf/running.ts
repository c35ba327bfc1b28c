import type { Paper } from '../paper.ts'
import type { Sheet } from './sheet.ts'
import { MARGIN, MEASURE_WIDTH, PAGE, STYLES } from './styles.ts'

const HEAD = 44
const FOOT = PAGE.height - 36
const RIGHT = MARGIN.left + MEASURE_WIDTH
/** A longer title is cut: the section has to fit beside it. */
const TITLE_WIDTH = MEASURE_WIDTH * 0.7

/** What runs along the pages: put on once it is known how many there are. */
export const setRunning = (sheet: Sheet, paper: Paper): void => {
  const { start, count } = sheet.doc.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    sheet.doc.switchToPage(page)
    if (page > start) setHead(sheet, `${paper.title} · ${paper.ship}`, sheet.running[page] ?? '')
    ends(sheet, paper.footing, `${page - start + 1} of ${count}`, FOOT)
  }
}

/** The first page has its own head. */
const setHead = (sheet: Sheet, title: string, section: string): void => {
  ends(sheet, title, section, HEAD)
  sheet.rule(HEAD + 7, 'rule', 0.5)
}

const ends = (sheet: Sheet, left: string, right: string, baseline: number): void =>
  sheet.artifact(() => {
    const [line] = sheet.type.lines(left, STYLES.running, TITLE_WIDTH)
    if (line) sheet.put(line, STYLES.running, MARGIN.left, baseline)
    sheet.put(sheet.type.line(right, STYLES.running), STYLES.running, RIGHT, baseline, 'end')
  })
