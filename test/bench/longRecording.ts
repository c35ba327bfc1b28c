import type { ReplaySource } from '#shared/recording-file/recording-file.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { newShip, stateOf } from '#shared/ship/state.ts'
import { longRecording, plan } from './attack.ts'

export const LONG = 100_000
export const VERY_LONG = 1_000_000

export const sourceOf = (events: readonly RecordedEvent[]): ReplaySource => ({
  definition: plan.file,
  start: { seq: 0, at: 0, state: stateOf(newShip(plan)) },
  events,
  notes: [],
})

/** A long recording as it travels. */
export const longText = (): string => JSON.stringify(sourceOf(longRecording(LONG)))

/** The events of that text so often one after the other that they are so many, each read anew: none shares anything. */
export const veryLongEvents = (text: string): readonly RecordedEvent[] => {
  const all: RecordedEvent[] = []
  while (all.length < VERY_LONG) {
    const { seq, at } = all.at(-1) ?? { seq: 0, at: 0 }
    const { events } = JSON.parse(text) as ReplaySource
    for (const event of events) all.push({ ...event, seq: event.seq + seq, at: event.at + at })
  }
  return all
}
