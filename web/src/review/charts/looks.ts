import type { Plugin } from 'chart.js'
import { MediaQuery } from 'svelte/reactivity'

/** Whether it is drawn for paper, where colours are others. */
export const paper = new MediaQuery('print')

/** How something is drawn: a colour by its token, and a pattern, so that colour is never the only sign. */
export interface Look {
  readonly token: `--${string}`
  readonly pattern: Pattern
}

export type Pattern = 'solid' | 'diagonal' | 'dots' | 'lines' | 'cross'

const TILE_PX = 8
const STROKE_PX = 2

const STROKES: Readonly<Record<Exclude<Pattern, 'solid'>, string>> = {
  diagonal: 'M-2 2L2 -2M0 8L8 0M6 10L10 6',
  dots: 'M2 2h.01M6 6h.01',
  lines: 'M0 4H8',
  cross: 'M0 0L8 8M0 8L8 0',
}

/** What a canvas fills an area with. */
export const fillOf = (canvas: HTMLCanvasElement, { token, pattern }: Look): string | CanvasPattern => {
  const colour = getComputedStyle(canvas).getPropertyValue(token).trim()
  if (pattern === 'solid') return colour
  const tile = document.createElement('canvas')
  tile.width = tile.height = TILE_PX
  const pen = tile.getContext('2d')
  if (!pen) return colour
  pen.strokeStyle = colour
  pen.lineWidth = STROKE_PX
  pen.lineCap = 'round'
  pen.stroke(new Path2D(STROKES[pattern]))
  return pen.createPattern(tile, 'repeat') ?? colour
}

/** Where the drawing lies in its canvas, px. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A chart that stands, until it is taken away. */
export interface Drawing {
  readonly destroy: () => void
}

/** Tells the page whenever a chart is laid out anew. */
export const telling = (tell: (area: Area) => void): Plugin => ({
  id: 'telling',
  afterLayout: ({ chartArea: { left, top, width, height } }) => tell({ left, top, width, height }),
})

/** What the charts of the review have in common; their figures are beside them, not in a tip under the pointer. */
export const common = () => ({
  animation: false as const,
  parsing: false as const,
  normalized: true,
  responsive: true,
  maintainAspectRatio: false,
  events: [],
})

/** Colours and type of the axes. */
export const axisLooks = (canvas: HTMLCanvasElement) => {
  const style = getComputedStyle(canvas)
  const colour = (token: string) => style.getPropertyValue(token).trim()
  const font = { family: style.fontFamily, size: 0.8 * parseFloat(style.fontSize) }
  return {
    axis: { grid: { color: colour('--cell') }, border: { display: false } },
    ticks: { color: colour('--ink3'), font, maxRotation: 0, autoSkip: false },
    colour,
  }
}

/** Room at the left of every drawing, so that the axes of time lie under each other, px; `--gutter` has it in em. */
export const gutterOf = (canvas: HTMLCanvasElement): number => {
  const style = getComputedStyle(canvas)
  return parseFloat(style.getPropertyValue('--gutter')) * parseFloat(style.fontSize)
}
