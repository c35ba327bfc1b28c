import { buffer } from 'node:stream/consumers'
import type { Block, Paper, Section } from '../paper.ts'
import { chart } from './drawing.ts'
import { setFront } from './front.ts'
import { setRunning } from './running.ts'
import { Sheet } from './sheet.ts'
import { MARGIN, MEASURE_WIDTH, STYLES } from './styles.ts'
import { table } from './table.ts'
import { figures, heading, list, prose } from './texts.ts'

/** A paper as PDF, A4. It takes a processor for the better part of a second. */
export const documentOf = (paper: Paper): Promise<Buffer> => {
  const sheet = new Sheet(paper)
  const bytes = buffer(sheet.doc)
  setFront(sheet, paper)
  for (const section of paper.sections) setSection(sheet, section)
  setRunning(sheet, paper)
  sheet.doc.end()
  return bytes
}

const SECTION_SPACE = { before: 26, rule: 9, after: 8 }

const setSection = (sheet: Sheet, { title, blocks }: Section): void => {
  sheet.section = title
  const lines = sheet.type.lines(title, STYLES.section, MEASURE_WIDTH)
  const height = lines.length * STYLES.section.leading + SECTION_SPACE.after
  sheet.need(SECTION_SPACE.before + SECTION_SPACE.rule + height + together(sheet, blocks, 0))
  sheet.skip(SECTION_SPACE.before)
  sheet.rule(sheet.y, 'ink', 1)
  sheet.y += SECTION_SPACE.rule
  sheet.doc.outline.addItem(title)
  sheet.within('Sect', () => {
    sheet.tagged('H2', () => sheet.stack(lines, STYLES.section, MARGIN.left, sheet.y))
    sheet.y += height
    blocks.forEach((block, index) => {
      sheet.need(together(sheet, blocks, index))
      set(sheet, block)
    })
  })
}

/** A heading never stands at the foot of a page without what it heads, nor does how to read a thing without the thing. */
const together = (sheet: Sheet, blocks: readonly Block[], index: number): number => {
  const block = blocks[index]
  if (!block) return 0
  const leads = block.kind === 'heading' || (block.kind === 'prose' && block.aside)
  return least(sheet, block) + (leads ? together(sheet, blocks, index + 1) : 0)
}

const least = (sheet: Sheet, block: Block): number => {
  switch (block.kind) {
    case 'heading':
      return heading.least(sheet, block)
    case 'prose':
      return prose.least(sheet, block)
    case 'figures':
      return figures.least(sheet, block)
    case 'list':
      return list.least(sheet, block)
    case 'table':
      return table.least(sheet, block)
    case 'chart':
      return chart.least(sheet, block)
  }
}

const set = (sheet: Sheet, block: Block): void => {
  switch (block.kind) {
    case 'heading':
      return heading.set(sheet, block)
    case 'prose':
      return prose.set(sheet, block)
    case 'figures':
      return figures.set(sheet, block)
    case 'list':
      return list.set(sheet, block)
    case 'table':
      return table.set(sheet, block)
    case 'chart':
      return chart.set(sheet, block)
  }
}
