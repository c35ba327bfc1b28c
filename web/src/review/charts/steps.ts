import { Chart, Filler, LinearScale, LineController, LineElement, PointElement } from 'chart.js'
import { clockText } from '../../ui/duration.ts'
import { type Stretch, timeTicks } from '../../panels/time-axis.ts'
import { type Area, axisLooks, common, type Drawing, fillOf, gutterOf, type Look, telling } from './looks.ts'

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler)

/** A figure over time: with a pattern it fills what is under it. */
export interface Course {
  readonly values: readonly number[]
  readonly look: Look
}

export interface Steps {
  readonly at: readonly number[]
  readonly courses: readonly Course[]
  readonly stretch: Stretch
  /** Counts stand until they change, and upon each other; one that grows by and by is a line. */
  readonly kind: 'counts' | 'line'
}

const TICK_PX = 64

/** One or more figures over time. */
export const drawSteps = (canvas: HTMLCanvasElement, steps: Steps, tell: (area: Area) => void): Drawing => {
  const { at, courses, stretch, kind } = steps
  const { axis, ticks, colour } = axisLooks(canvas)
  const counts = kind === 'counts'
  return new Chart(canvas, {
    type: 'line',
    plugins: [telling(tell)],
    data: {
      datasets: courses.map(({ values, look }, index) => ({
        data: values.map((y, place) => ({ x: at[place] ?? NaN, y })),
        borderColor: colour(look.token),
        borderWidth: 1.5,
        backgroundColor: fillOf(canvas, look),
        fill: index === 0 ? 'origin' : '-1',
        stepped: counts ? ('before' as const) : false,
      })),
    },
    options: {
      ...common(),
      layout: { autoPadding: false, padding: { top: 6, right: 18 } },
      elements: { point: { radius: 0 } },
      scales: {
        x: {
          ...axis,
          type: 'linear',
          min: stretch.fromMs,
          max: stretch.toMs,
          afterBuildTicks: (scale) =>
            (scale.ticks = timeTicks(stretch, Math.max(2, Math.floor(scale.width / TICK_PX)))),
          ticks: { ...ticks, callback: (value) => clockText(Number(value) - stretch.fromMs) },
        },
        y: {
          ...axis,
          type: 'linear',
          stacked: counts,
          beginAtZero: true,
          grace: counts ? 0 : '5%',
          ticks: { ...ticks, maxTicksLimit: 4, ...(counts && { precision: 0 }) },
          afterFit: (scale) => (scale.width = gutterOf(canvas)),
        },
      },
    },
  })
}
