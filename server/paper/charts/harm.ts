import type { Harm } from '#shared/review/parts/ship.ts'
import type { Series } from '#shared/review/parts/course.ts'
import { numberText } from '../words.ts'
import { amountAxis, amountMarks, timeAxis, timeMarks } from './axis.ts'
import { type Box, label, line, type Mark, type Scene, SCENE_WIDTH } from './scene.ts'
import { type Texture, textured } from './texture.ts'

const PLOT: Box = { x: 34, y: 8, width: 330, height: 132 }
const COLUMN = { x: PLOT.x + PLOT.width + 8, width: 16 }
const NAME_GAP = 11

/** From the foot up. */
export const HARM_PARTS = [
  { part: 'deathsPart', name: 'Deaths', texture: 'solid' },
  { part: 'untreatedPart', name: 'Untreated immediate', texture: 'rising' },
  { part: 'thinAirPart', name: 'People in thin air', texture: 'wash' },
  { part: 'capabilityPart', name: 'Capabilities lost', texture: 'falling' },
] as const satisfies readonly { part: keyof Harm; name: string; texture: Texture }[]

/** Harm as it grew, and at its end a column of the parts it came to. */
export const harmScene = (harm: Harm, { at, harm: course }: Series): Scene => {
  const [from = 0] = at
  const time = timeAxis(from, at.at(-1) ?? from, PLOT)
  const amount = amountAxis(Math.max(harm.total, ...course, 1), PLOT)
  return {
    width: SCENE_WIDTH,
    height: 160,
    title: 'Harm over time, and its parts at the end',
    description: `Harm grew to ${numberText(harm.total)}: ${partsInWords(harm)}.`,
    marks: [
      ...amountMarks(amount, PLOT),
      ...timeMarks(time, PLOT),
      line(
        course.map((value, index) => [time.place(at[index] ?? from), amount.place(value)]),
        'ink',
        1.5,
      ),
      ...partMarks(harm, (value) => amount.place(value)),
    ],
  }
}

const partsInWords = (harm: Harm): string =>
  HARM_PARTS.map(({ part, name }) => `${name.toLowerCase()} ${numberText(harm[part])}`).join(', ')

const partMarks = (harm: Harm, place: (value: number) => number): readonly Mark[] => {
  let below = 0
  let free = PLOT.y + PLOT.height
  return HARM_PARTS.filter(({ part }) => harm[part] > 0).flatMap(({ part, name, texture }) => {
    const foot = place(below)
    below += harm[part]
    const top = place(below)
    const y = Math.min(free, (foot + top) / 2 + 2.5)
    free = y - NAME_GAP
    const ink = part === 'deathsPart' ? 'alarm' : 'ink'
    return [
      ...textured({ ...COLUMN, y: top, height: foot - top }, texture, ink),
      label(`${name} ${numberText(harm[part])}`, [COLUMN.x + COLUMN.width + 6, y]),
    ]
  })
}
