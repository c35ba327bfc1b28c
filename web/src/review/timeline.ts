import { MOMENT } from '#shared/review/moment-words.ts'
import type { Review } from '#shared/review/review.ts'
import type { NoteKind } from '#shared/ship/commands.ts'

/** A line of the timeline: something that happened, or what was said of it. */
export interface TimelineEntry {
  readonly key: string
  /** Mission ms. */
  readonly at: number
  readonly kind: string
  readonly text: string
  readonly by: string
  readonly pinned: boolean
}

const PIN: Readonly<Record<NoteKind, string>> = { note: 'Pinned', sustain: 'Sustain', improve: 'Improve' }

/** Moments and pins in the order of time; a pin follows what happened at its instant. */
export const entriesOf = ({ timeline, pins }: Review): readonly TimelineEntry[] =>
  [
    ...timeline.map(({ seq, at, kind, text, by }) => ({
      key: `${seq} ${kind} ${text}`,
      at,
      kind: MOMENT[kind],
      text,
      by,
      pinned: false,
    })),
    ...pins.map(({ seq, at, kind, text, by }) => ({ key: `pin ${seq}`, at, kind: PIN[kind], text, by, pinned: true })),
  ].toSorted((a, b) => a.at - b.at)

/** The kinds there are, in the order in which they first come, and how many of each. */
export const kindsOf = (
  entries: readonly TimelineEntry[],
): readonly { readonly kind: string; readonly count: number }[] =>
  [...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, of]) => ({ kind, count: of.length }))
