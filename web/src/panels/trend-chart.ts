import { Chart, type ChartArea, type Plugin } from 'chart.js'
import { clockText } from '../ui/duration.ts'
import { type Stretch, timeTicks } from './time-axis.ts'
import type { TrendPoint } from './trend-series.ts'

type LineId = Exclude<keyof TrendPoint, 'at'>

interface Line {
  readonly id: LineId
  readonly label: string
  /** Colour, by its token; the pattern tells the lines apart without it. */
  readonly token: `--${string}`
  readonly dash: readonly number[]
  readonly scale: 'percent' | 'count'
}

export const LINES: readonly Line[] = [
  { id: 'hullPercent', label: 'Hull %', token: '--ink', dash: [], scale: 'percent' },
  { id: 'shieldsPercent', label: 'Shields %', token: '--field', dash: [6, 3], scale: 'percent' },
  { id: 'openBreaches', label: 'Open breaches', token: '--steady', dash: [], scale: 'count' },
  { id: 'casualtiesWaiting', label: 'Casualties waiting', token: '--acc', dash: [2, 3], scale: 'count' },
  { id: 'crewsReady', label: 'Crews ready', token: '--crew', dash: [10, 3, 2, 3], scale: 'count' },
]

/** Percentages above, counts below, one time axis: told to the page whenever it is laid out anew. */
export const chartOf = (
  canvas: HTMLCanvasElement,
  points: readonly TrendPoint[],
  stretch: Stretch,
  onlayout: (area: { left: number; top: number; width: number; height: number }) => void,
): Chart<'line'> => {
  const style = getComputedStyle(canvas)
  const colour = (token: string) => style.getPropertyValue(token).trim()
  const font = { family: style.fontFamily, size: 0.8 * parseFloat(style.fontSize) }
  const axis = { grid: { color: colour('--cell') }, border: { display: false } }
  const countsMost = Math.max(4, ...points.flatMap((p) => [p.openBreaches, p.casualtiesWaiting, p.crewsReady]))
  const ticks = { color: colour('--ink3'), font }
  const upright = { ...axis, type: 'linear', stack: 'figures', min: 0 } as const
  const told: Plugin<'line'> = {
    id: 'told',
    afterLayout: ({ chartArea }) => onlayout(sizeOf(chartArea)),
  }
  return new Chart(canvas, {
    type: 'line',
    plugins: [told],
    data: {
      datasets: LINES.map(({ id, token, dash, scale }) => ({
        data: points.flatMap((point) => ({ x: point.at, y: point[id] ?? NaN })),
        yAxisID: scale,
        borderColor: colour(token),
        borderWidth: 2,
        borderDash: [...dash],
        stepped: scale === 'count' ? ('before' as const) : false,
      })),
    },
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      elements: { point: { radius: 0 } },
      scales: {
        x: {
          ...axis,
          type: 'linear',
          min: stretch.fromMs,
          max: stretch.toMs,
          afterBuildTicks: (scale) => (scale.ticks = timeTicks(stretch)),
          ticks: {
            ...ticks,
            autoSkip: false,
            maxRotation: 0,
            callback: (at) => clockText(Number(at) - stretch.fromMs),
          },
        },
        count: { ...upright, stackWeight: 2, max: countsMost + 1, ticks: { ...ticks, precision: 0, maxTicksLimit: 4 } },
        // Its zero is the top of the counts below, and goes without a number.
        percent: {
          ...upright,
          stackWeight: 2,
          max: 100,
          ticks: { ...ticks, stepSize: 50, callback: (value) => (value === 0 ? '' : `${value} %`) },
        },
      },
    },
  })
}

const sizeOf = ({ left, top, width, height }: ChartArea) => ({ left, top, width, height })
