import type { ResponseTimes } from '#shared/review/parts/responses.ts'
import { lasting, percentTenths, percentText } from '../words.ts'
import { MEASURE } from '#shared/review/measures.ts'
import { area, label, line, type Mark, type Scene, SCENE_WIDTH } from './scene.ts'
import { textured } from './texture.ts'

const ROW = 18
const TOP = 22
const NAMES = 116
const FIGURES = 84
/** How far the drawing reaches, in multiples of the standard; what is longer is cut off with an arrow. */
const REACH = 3
const PLOT_WIDTH = SCENE_WIDTH - NAMES - FIGURES
const place = (multiple: number): number => NAMES + (PLOT_WIDTH * Math.min(multiple, REACH)) / REACH

/** The measures that have a standard and a case, each on the scale of its own standard. */
export const responseScene = (responses: readonly ResponseTimes[]): Scene | null => {
  const shown = responses.filter(({ p90Ms, standard }) => p90Ms !== null && standard.withinS !== null)
  if (shown.length === 0) return null
  const height = TOP + shown.length * ROW + 4
  return {
    width: SCENE_WIDTH,
    height,
    title: 'Response times against their standards',
    description: shown.map(inWords).join(', '),
    marks: [...scale(height), ...shown.flatMap((response, index) => rowMarks(response, TOP + index * ROW + ROW / 2))],
  }
}

const inWords = ({ measure, p90Ms, standard }: ResponseTimes): string =>
  `${MEASURE[measure].name}: 90th percentile ${lasting(p90Ms)}, standard ${lasting((standard.withinS ?? 0) * 1000)}`

const scale = (height: number): readonly Mark[] =>
  Array.from({ length: REACH + 1 }, (_, multiple) => multiple).flatMap((multiple) => {
    const isStandard = multiple === 1
    const x = place(multiple)
    return [
      line(
        [
          [x, TOP - 4],
          [x, height],
        ],
        isStandard ? 'ink' : 'rule',
        isStandard ? 1 : 0.5,
      ),
      label(isStandard ? 'standard' : `${multiple}×`, [x, TOP - 9], 'middle', {
        ink: isStandard ? 'ink' : 'quiet',
        strong: isStandard,
      }),
    ]
  })

/** A bar to the 90th percentile, a stroke across it at the median, a thin line on to the longest. */
const rowMarks = (response: ResponseTimes, middle: number): readonly Mark[] => {
  const { measure, medianMs, p90Ms, longestMs, standard, withinPercent, met } = response
  const multiple = (ms: number | null) => (ms ?? 0) / Math.max(1, (standard.withinS ?? 0) * 1000)
  const end = place(multiple(p90Ms))
  const median = place(multiple(medianMs))
  return [
    label(MEASURE[measure].name, [0, middle + 2.5]),
    line(
      [
        [NAMES, middle],
        [place(multiple(longestMs)), middle],
      ],
      'quiet',
      0.7,
    ),
    ...textured(
      { x: NAMES, y: middle - 4, width: Math.max(0.5, end - NAMES), height: 8 },
      met === false ? 'solid' : 'wash',
      met === false ? 'alarm' : 'ink',
    ),
    area({ x: median - 0.75, y: middle - 6, width: 1.5, height: 12 }, 'ink'),
    ...(multiple(longestMs) > REACH ? [arrow(place(REACH), middle)] : []),
    label(
      `${percentTenths(withinPercent)} of ${percentText(standard.sharePercent)}`,
      [SCENE_WIDTH, middle + 2.5],
      'end',
      {
        strong: met === false,
      },
    ),
  ]
}

const arrow = (x: number, y: number): Mark =>
  line(
    [
      [x, y - 3],
      [x + 5, y],
      [x, y + 3],
    ],
    'quiet',
    0.7,
  )
