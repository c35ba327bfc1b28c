import type { Cell } from '#shared/ship/views/cells.ts'
import type { Box } from './profileDrawing.ts'

/** Smaller than this a code can't be read: then only glyph and fill are drawn. Px at scale 1. */
const TEXT_LEAST = 12
/** Widths of what is written, in its own height: five characters of a code, one of a count. */
const CODE_EM = 2.05
const DIGIT_EM = 0.45

/** What of a cell is drawn, and where: as much as there is room for. */
export interface CellDrawing {
  readonly inset: number
  readonly headWidth: number
  readonly glyphPx: number
  readonly fontPx: number
  readonly middleY: number
  readonly baseline: number
  readonly codeX: number
  readonly countX: number
  readonly hasGlyph: boolean
  readonly hasCode: boolean
  readonly hasCount: boolean
}

/** Where the mark of what nobody has acknowledged stands. */
export const dotIn = (box: Box, scale: number) => {
  const r = Math.min(5 * scale, box.height * 0.18)
  return { r, cx: box.x + box.width - r - 4, cy: box.y + box.height / 2 }
}

export const cellDrawing = ({ severity, casualties, unacknowledged }: Cell, box: Box, scale: number): CellDrawing => {
  const fontPx = Math.min(16 * scale, box.height * 0.7)
  const readable = fontPx >= TEXT_LEAST * scale
  const glyphPx = Math.min(12 * scale, box.height * 0.6)
  const headWidth = severity === null || severity === 'advisory' ? 0 : glyphPx + 10 * scale
  const dotWidth = unacknowledged ? dotIn(box, scale).r * 2 + 5 * scale : 4 * scale
  const countWidth = casualties > 0 ? (1 + String(casualties).length) * DIGIT_EM * fontPx + 4 * scale : 0
  const room = box.width - headWidth - dotWidth
  const hasCount = casualties > 0 && readable && room >= countWidth
  const middleY = box.y + box.height / 2
  return {
    inset: severity === 'advisory' ? 0.5 : 1,
    headWidth,
    glyphPx,
    fontPx,
    middleY,
    baseline: middleY + fontPx * 0.43, // capitals are 0.86 em tall
    codeX: box.x + headWidth + (severity === 'warning' ? 4 : 0) * scale,
    countX: box.x + box.width - dotWidth,
    hasGlyph: headWidth > 0 && box.width >= headWidth,
    hasCode: headWidth > 0 && readable && room - (hasCount ? countWidth : 0) >= CODE_EM * fontPx,
    hasCount,
  }
}

const isSame = (a: Cell | undefined, b: Cell): boolean =>
  a !== undefined && Object.entries(b).every(([key, value]) => String(a[key as keyof Cell]) === String(value))

/** The cells as they are now, and the very same as before where nothing has changed: their drawing is not gone over. */
export const keepingSame = (before: ReadonlyMap<string, Cell>, now: ReadonlyMap<string, Cell>) =>
  new Map(
    [...now].map(([id, cell]) => {
      const same = before.get(id)
      return [id, same && isSame(same, cell) ? same : cell]
    }),
  )
