import { CONDITIONS } from './condition.ts'
import { shareAt, type Span, type Stretch, type TimelineBand } from './timeline.ts'
import { RANKED, rankOf, type Columns } from './timelineColumns.ts'

/** Heights in px of the design, from top to bottom. */
export const DENSITY_PX = 14
export const LANE_PX = 16
const AIR_PX = 2
const BAND_PX = 6
const UNDERLINE_PX = 5

export const heightPx = (lanes: number): number => DENSITY_PX + lanes * LANE_PX + AIR_PX + BAND_PX + UNDERLINE_PX

export interface TimelinePicture {
  readonly span: Span
  /** All lanes as one. */
  readonly density: Columns
  readonly lanes: readonly Columns[]
  readonly bands: readonly TimelineBand[]
  /** What should not have been. */
  readonly underlines: readonly Stretch[]
}

/** Colours of what is drawn, as the style sheet has them. */
export interface TimelinePaint {
  readonly lane: string
  readonly underline: string
  /** By rank, from the plain mark on. */
  readonly marks: readonly string[]
  readonly conditions: Readonly<Record<string, string>>
}

export const paintOf = (canvas: HTMLElement): TimelinePaint => {
  const read = (element: Element, token: string) => getComputedStyle(element).getPropertyValue(token)
  const conditions = CONDITIONS.map((condition) => {
    const probe = canvas.parentElement?.querySelector(`[data-condition='${condition}']`)
    return [condition, read(probe ?? canvas, '--band')] as const
  })
  return {
    lane: read(canvas, '--panel2'),
    underline: read(canvas, '--p1'),
    marks: ['--steady', '--p4', '--p3', '--p2', '--p1'].map((token) => read(canvas, token)),
    conditions: Object.fromEntries(conditions),
  }
}

/** How much of a lane a mark fills: the graver the taller, so that colour is not the only sign. */
const TALL = [0.55, 0.35, 0.55, 0.75, 1]
/** A column with so many marks is as high as the strip. */
const DENSE = 12

/** Draws all but where one stands. `unit` is px of the canvas to one px of the design; a column is one px of the canvas. */
export const drawTimeline = (
  context: CanvasRenderingContext2D,
  { span, density, lanes, bands, underlines }: TimelinePicture,
  paint: TimelinePaint,
  unit: number,
): void => {
  const { width, height } = context.canvas
  context.clearRect(0, 0, width, height)
  const x = (ms: number) => Math.round(shareAt(span, ms) * width)
  const box = (colour: string, left: number, top: number, wide: number, high: number) => {
    context.fillStyle = colour
    context.fillRect(left, top, wide, high)
  }
  const stretch = ({ fromMs, toMs }: Stretch, colour: string, top: number, high: number, least = 0) => {
    if (toMs < span.startMs || fromMs > span.endMs) return
    box(colour, x(fromMs), top, Math.max(least, x(toMs) - x(fromMs)), high)
  }
  /** Columns of one rank after the other, the gravest last, so that it lies on top. */
  const columns = ({ ranks }: Columns, foot: number, wide: number, tall: (column: number, rank: number) => number) => {
    for (const severity of RANKED) {
      const rank = rankOf(severity)
      for (let column = 0; column < width; column++) {
        if (ranks[column] !== rank) continue
        const high = Math.max(unit, tall(column, rank))
        box(paint.marks[rank - 1] ?? '', column - Math.floor(wide / 2), foot - high, wide, high)
      }
    }
  }

  const strip = (DENSITY_PX - AIR_PX) * unit
  box(paint.lane, 0, 0, width, strip)
  const dense = (column: number) => Math.sqrt(Math.min(1, (density.counts[column] ?? 0) / DENSE)) * strip
  columns(density, strip, 1, dense)

  const lane = (LANE_PX - AIR_PX) * unit
  lanes.forEach((one, index) => {
    const top = (DENSITY_PX + index * LANE_PX) * unit
    box(paint.lane, 0, top, width, lane)
    columns(one, top + lane, Math.round(2 * unit), (_, rank) => (TALL[rank - 1] ?? 1) * lane)
  })

  const axis = (DENSITY_PX + lanes.length * LANE_PX + AIR_PX) * unit
  for (const band of bands) stretch(band, paint.conditions[band.condition] ?? '', axis, (BAND_PX - AIR_PX) * unit)
  for (const line of underlines) stretch(line, paint.underline, axis + BAND_PX * unit, UNDERLINE_PX * unit, unit)
}
