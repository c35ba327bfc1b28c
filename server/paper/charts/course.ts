import type { Ink } from '../palette.ts'
import { amountAxis, amountMarks, timeAxis, timeMarks } from './axis.ts'
import { area, type Box, fitted, label, line, type Mark, type Point, type Scene, SCENE_WIDTH } from './scene.ts'

/** Quantities over the time of an incident: a line for each, named where it ends. */
export interface Course {
  readonly title: string
  readonly description: string
  readonly at: readonly number[]
  readonly lines: readonly CourseLine[]
  /** Counted in whole ones: the lines go in steps. */
  readonly whole: boolean
}

export interface CourseLine {
  readonly name: string
  readonly values: readonly number[]
}

const HEIGHT = 150
const PLOT: Box = { x: 34, y: 8, width: 352, height: 122 }
const NAME_GAP = 10

/** Looks in the order in which lines are listed: they differ in dash and weight, then in ink. */
const LOOKS: readonly { readonly ink: Ink; readonly width: number; readonly dash?: readonly number[] }[] = [
  { ink: 'ink', width: 1.5 },
  { ink: 'alarm', width: 1.5, dash: [5, 2] },
  { ink: 'accent', width: 1.2, dash: [1.5, 1.5] },
  { ink: 'quiet', width: 1.2, dash: [7, 2, 1.5, 2] },
  { ink: 'accent', width: 0.7 },
]

const lookOf = (index: number) => LOOKS[index % LOOKS.length] ?? { ink: 'ink', width: 1 }

export const courseScene = ({ title, description, at, lines, whole }: Course): Scene => {
  const [from = 0] = at
  const drawn = worthDrawing(lines)
  const time = timeAxis(from, at.at(-1) ?? from, PLOT)
  const most = Math.max(...drawn.flatMap(({ values }) => values), whole ? 1 : 0.1)
  const amount = amountAxis(most, PLOT, whole)
  const points = ({ values }: CourseLine): readonly Point[] =>
    values.map((value, index) => [time.place(at[index] ?? from), amount.place(value)])
  return {
    width: SCENE_WIDTH,
    height: HEIGHT,
    title,
    description,
    marks: [
      ...amountMarks(amount, PLOT),
      ...timeMarks(time, PLOT),
      ...drawn.map((each, index) => {
        const { ink, width, dash } = lookOf(index)
        return line(whole ? stepped(points(each)) : points(each), ink, width, dash)
      }),
      ...names(drawn, (value) => amount.place(value)),
    ],
  }
}

/** Without those that never left the foot; the first stays, so that it can be seen that there was nothing. */
const worthDrawing = (lines: readonly CourseLine[]): readonly CourseLine[] =>
  lines.filter(({ values }, index) => index === 0 || values.some((value) => value > 0))

/** Level until the next instant, then up or down at once: half a hazard never stood. */
const stepped = (points: readonly Point[]): readonly Point[] =>
  points.flatMap((point, index): Point[] => {
    const before = points[index - 1]
    return before && before[1] !== point[1] ? [[point[0], before[1]], point] : [point]
  })

/** The name of each line and its last value beside its end, moved apart where they would touch. */
const names = (lines: readonly CourseLine[], place: (value: number) => number): readonly Mark[] => {
  const ends = lines.map(({ name, values }, index) => ({ name, index, value: values.at(-1) ?? 0 }))
  const sorted = ends.toSorted((a, b) => place(a.value) - place(b.value) || a.index - b.index)
  let free = PLOT.y
  const placed = sorted.map((end) => {
    const y = Math.max(free, place(end.value))
    free = y + NAME_GAP
    return { ...end, y }
  })
  const tooLow = Math.max(0, free - NAME_GAP - (PLOT.y + PLOT.height))
  return placed.flatMap(({ name, index, value, y }) => nameMarks(name, index, value, y - tooLow))
}

const nameMarks = (name: string, index: number, value: number, y: number): readonly Mark[] => {
  const x = PLOT.x + PLOT.width + 6
  const { ink, width, dash } = lookOf(index)
  const sample = line(
    [
      [x, y],
      [x + 16, y],
    ],
    ink,
    width,
    dash,
  )
  return [
    area({ x: x - 1, y: y - 1, width: 18, height: 2 }, 'white'),
    sample,
    label(fitted(`${name} ${Math.round(value)}`, 76), [x + 20, y + 2.5]),
  ]
}
