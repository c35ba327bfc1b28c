import type { Entry } from './eventLog.ts'

/** An event as it is stored: its text, and what of it the log looks at. */
export interface EncodedEvent {
  readonly seq: number
  readonly type: string
  readonly json: string
}

/** An entry whose events are text already. */
export interface EncodedEntry extends Omit<Entry, 'events'> {
  readonly events: readonly EncodedEvent[]
}

export const encoded = ({ events, ...entry }: Entry): EncodedEntry => ({
  ...entry,
  events: events.map((event) => ({ seq: event.seq, type: event.type, json: JSON.stringify(event) })),
})
