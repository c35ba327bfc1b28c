import type { Ink } from '../palette.ts'

/** A drawing in points of 1/72 inch, x to the right and y down from its upper left corner; whoever shows it draws the marks in order. */
export interface Scene {
  readonly width: number
  readonly height: number
  readonly title: string
  /** The drawing in words, for those who do not see it. */
  readonly description: string
  readonly marks: readonly Mark[]
}

export type Mark = Area | Lines | Label

/** A filled rectangle. */
export interface Area {
  readonly shape: 'area'
  readonly box: Box
  readonly ink: Ink
}

/** One or more open lines of the same look. */
export interface Lines {
  readonly shape: 'lines'
  readonly lines: readonly (readonly Point[])[]
  readonly ink: Ink
  readonly width: number
  /** Lengths of dashes and gaps, points. */
  readonly dash?: readonly number[]
}

/** A single line of text; y is its baseline. */
export interface Label {
  readonly shape: 'label'
  readonly at: Point
  readonly text: string
  readonly size: number
  readonly ink: Ink
  readonly anchor: 'start' | 'middle' | 'end'
  readonly strong?: boolean
}

export type Point = readonly [x: number, y: number]

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** As wide as the text of a page of A4. */
export const SCENE_WIDTH = 487
export const LABEL_SIZE = 7.5

export const area = (box: Box, ink: Ink): Area => ({ shape: 'area', box, ink })

export const line = (points: readonly Point[], ink: Ink, width = 0.5, dash?: readonly number[]): Lines => ({
  shape: 'lines',
  lines: [points],
  ink,
  width,
  ...(dash && { dash }),
})

export const label = (
  text: string,
  at: Point,
  anchor: Label['anchor'] = 'start',
  look: { readonly ink?: Ink; readonly size?: number; readonly strong?: boolean } = {},
): Label => ({
  shape: 'label',
  at,
  text,
  anchor,
  size: look.size ?? LABEL_SIZE,
  ink: look.ink ?? 'ink',
  ...(look.strong && { strong: true }),
})

/** The mean width of a character of text, as a share of its size: drawings are laid out without measuring type. */
const CHARACTER_EM = 0.5

/** A text cut so that it fits, with a sign that there was more. */
export const fitted = (text: string, width: number, size = LABEL_SIZE): string => {
  const most = Math.max(2, Math.floor(width / (size * CHARACTER_EM)))
  const letters = [...text]
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
