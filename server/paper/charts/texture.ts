import type { Ink } from '../palette.ts'
import { area, type Box, line, type Mark, type Point } from './scene.ts'

/** How an area is filled, so that it can be told from others without colour. */
export type Texture = 'solid' | 'wash' | 'rising' | 'falling' | 'empty'

const SPACING = 3.2
const STROKE = 0.6

/** A box with its texture, and a keyline where the texture has no edge of its own. */
export const textured = (box: Box, texture: Texture, ink: Ink): readonly Mark[] => {
  switch (texture) {
    case 'solid':
      return [area(box, ink)]
    case 'wash':
      return [area(box, 'wash'), outline(box, ink)]
    case 'rising':
    case 'falling':
      return [{ shape: 'lines', lines: hatching(box, texture), ink, width: STROKE }, outline(box, ink)]
    case 'empty':
      return [outline(box, ink)]
  }
}

const outline = ({ x, y, width, height }: Box, ink: Ink): Mark =>
  line(
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
    ink,
    0.4,
  )

/** Lines at 45°, cut off at the edges of the box. */
const hatching = (box: Box, direction: 'rising' | 'falling'): (readonly Point[])[] => {
  const { x, y, width, height } = box
  const lines: (readonly Point[])[] = []
  for (let start = -height + SPACING; start < width; start += SPACING) {
    const from = Math.max(0, start)
    const to = Math.min(width, start + height)
    const up = (across: number) => (direction === 'rising' ? y + height - (across - start) : y + (across - start))
    lines.push([
      [x + from, up(from)],
      [x + to, up(to)],
    ])
  }
  return lines
}
