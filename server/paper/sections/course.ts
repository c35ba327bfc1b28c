import type { HazardKind } from '#shared/review/parts/hazards.ts'
import type { Series } from '#shared/review/parts/course.ts'
import type { Review } from '#shared/review/review.ts'
import { courseScene } from '../charts/course.ts'
import { harmScene } from '../charts/harm.ts'
import { type Block, chart, heading, left, right, type Table } from '../paper.ts'
import { instantsOf } from '../words.ts'

const HAZARD: Readonly<Record<HazardKind, { readonly one: string; readonly many: string }>> = {
  breach: { one: 'Breach', many: 'Breaches' },
  fire: { one: 'Fire', many: 'Fires' },
  leak: { one: 'Leak', many: 'Leaks' },
  passage: { one: 'Passage', many: 'Passages' },
  system: { one: 'System', many: 'Systems' },
}
const KINDS = ['breach', 'fire', 'leak', 'passage', 'system'] as const satisfies readonly HazardKind[]

const CASUALTY_LINES = [
  { status: 'waiting', name: 'Waiting' },
  { status: 'moving', name: 'On the way' },
  { status: 'inBed', name: 'In a bed' },
  { status: 'dead', name: 'Dead' },
] as const satisfies readonly { status: keyof Series['casualties']; name: string }[]

/** How it went, drawn over time, and what was pinned to it. */
export const course = (review: Review): readonly Block[] => {
  const { harm, series } = review
  return [
    heading('Harm over time, and its parts at the end'),
    chart(harmScene(harm, series)),
    heading('Hazards that stood'),
    chart(
      courseScene({
        title: 'Hazards that stood, by kind',
        description: KINDS.map((kind) => `${HAZARD[kind].many} at the most ${mostOf(series.hazards[kind])}`).join(', '),
        at: series.at,
        lines: KINDS.map((kind) => ({ name: HAZARD[kind].many, values: series.hazards[kind] })),
        whole: true,
      }),
    ),
    heading('Casualties'),
    chart(
      courseScene({
        title: 'Casualties, by where they were',
        description: CASUALTY_LINES.map(
          ({ status, name }) => `${name} at the most ${mostOf(series.casualties[status])}`,
        ).join(', '),
        at: series.at,
        lines: CASUALTY_LINES.map(({ status, name }) => ({ name, values: series.casualties[status] })),
        whole: true,
      }),
    ),
    heading('Pinned to it'),
    pins(review),
  ]
}

const mostOf = (values: readonly number[]): number => Math.max(0, ...values)

const pins = (review: Review): Table => {
  const at = instantsOf(review)
  return {
    kind: 'table',
    caption: 'Notes pinned to moments',
    columns: [right('At', 7), left('Kind', 14), left('Note', 57), left('By', 20)],
    rows: review.pins.map((pin) => ({ cells: [at(pin.at), pin.kind, pin.text, pin.by] })),
    empty: 'Nobody pinned a note.',
  }
}
