import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js'
import { type Area, axisLooks, common, type Drawing, fillOf, gutterOf, type Look, telling } from './looks.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale)

/** A piece of a row. */
export interface Piece {
  readonly row: number
  readonly from: number
  readonly until: number
  readonly look: Look
}

export interface Rows {
  readonly count: number
  readonly pieces: readonly Piece[]
  readonly min: number
  readonly max: number
  /** Where the axis is marked. */
  readonly ticks: (widthPx: number) => { value: number }[]
  readonly tickText: (value: number) => string
}

/** A bar that does not begin at nothing, as Chart.js keeps it once it has parsed one. */
const floating = ({ row, from, until }: Piece) => ({
  x: until,
  y: row,
  _custom: { barStart: from, barEnd: until, start: from, end: until, min: from, max: until },
})

const BAR_SHARE = 0.62

/** Rows with pieces from one value to another; their names and figures stand beside the drawing, in the page. */
export const drawRows = (canvas: HTMLCanvasElement, rows: Rows, tell: (area: Area) => void): Drawing => {
  const { count, pieces, min, max } = rows
  const { axis, ticks } = axisLooks(canvas)
  return new Chart<'bar', ReturnType<typeof floating>[]>(canvas, {
    type: 'bar',
    plugins: [telling(tell)],
    data: {
      labels: Array.from({ length: count }, (_, row) => row),
      datasets: [
        {
          data: pieces.map(floating),
          backgroundColor: pieces.map(({ look }) => fillOf(canvas, look)),
          barPercentage: BAR_SHARE,
          categoryPercentage: 1,
          minBarLength: 2,
        },
      ],
    },
    options: {
      ...common(),
      indexAxis: 'y',
      layout: { autoPadding: false, padding: { top: 2, right: 18 } },
      scales: {
        x: {
          ...axis,
          type: 'linear',
          min,
          max,
          afterBuildTicks: (scale) => (scale.ticks = rows.ticks(scale.width)),
          ticks: { ...ticks, callback: (value) => rows.tickText(Number(value)) },
        },
        y: {
          ...axis,
          type: 'category',
          ticks: { display: false },
          afterFit: (scale) => (scale.width = gutterOf(canvas)),
        },
      },
    },
  })
}
