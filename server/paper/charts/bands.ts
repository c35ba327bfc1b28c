import type { Ink } from '../palette.ts'
import { timeAxis, timeMarks } from './axis.ts'
import { type Box, fitted, label, LABEL_SIZE, line, type Mark, type Scene, SCENE_WIDTH } from './scene.ts'
import { type Texture, textured } from './texture.ts'

/** Things one under the other, and what state each was in over the time of an incident. */
export interface Bands {
  readonly title: string
  readonly description: string
  readonly fromMs: number
  readonly untilMs: number
  readonly rows: readonly BandRow[]
  readonly legend: readonly LegendEntry[]
}

export interface BandRow {
  readonly name: string
  /** At the right end. */
  readonly figure: string
  readonly bands: readonly Band[]
}

export interface Look {
  readonly texture: Texture | 'none'
  readonly ink: Ink
}

interface Band extends Look {
  readonly fromMs: number
  readonly untilMs: number
}

export interface LegendEntry extends Look {
  readonly name: string
}

const ROW = 14
const BAND = 8
const NAMES = 116
const FIGURES = 46
const TOP = 22
const FOOT = 18
const LEGEND_ENTRY = 84

export const bandsScene = ({ title, description, fromMs, untilMs, rows, legend }: Bands): Scene => {
  const plot: Box = { x: NAMES, y: TOP, width: SCENE_WIDTH - NAMES - FIGURES, height: rows.length * ROW }
  const time = timeAxis(fromMs, untilMs, plot)
  const rowMarks = ({ name, figure, bands }: BandRow, index: number): readonly Mark[] => {
    const middle = plot.y + index * ROW + ROW / 2
    return [
      line(
        [
          [plot.x, middle],
          [plot.x + plot.width, middle],
        ],
        'rule',
      ),
      label(fitted(name, NAMES - 8), [0, middle + 2.5]),
      ...bands.flatMap(({ fromMs: from, untilMs: until, texture, ink }) => {
        const x = time.place(from)
        const box = { x, y: middle - BAND / 2, width: Math.max(0.4, time.place(until) - x), height: BAND }
        return texture === 'none' ? [] : textured(box, texture, ink)
      }),
      label(figure, [SCENE_WIDTH, middle + 2.5], 'end', { ink: 'quiet' }),
    ]
  }
  return {
    width: SCENE_WIDTH,
    height: TOP + plot.height + FOOT,
    title,
    description,
    marks: [...legend.flatMap(legendMarks), ...rows.flatMap(rowMarks), ...timeMarks(time, plot)],
  }
}

const legendMarks = ({ name, texture, ink }: LegendEntry, index: number): readonly Mark[] => {
  const x = NAMES + index * LEGEND_ENTRY
  const box = { x, y: 3, width: 16, height: BAND }
  const sample =
    texture === 'none'
      ? [
          line(
            [
              [x, 3 + BAND / 2],
              [x + box.width, 3 + BAND / 2],
            ],
            'rule',
          ),
        ]
      : textured(box, texture, ink)
  return [...sample, label(name, [x + 21, 3 + BAND / 2 + LABEL_SIZE / 3], 'start', { ink: 'quiet' })]
}
