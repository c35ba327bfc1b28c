import type { RecordedEvent } from '../ship/events.ts'
import { idOf, recordOf } from '../ship/known.ts'
import type { Concealable } from '../ship/state.ts'

/** The entries of one record that an event brings to light. */
export const revealedIn = (event: RecordedEvent, record: Concealable): readonly string[] =>
  event.type === 'PlaceRevealed'
    ? event.reveals.filter(({ key }) => recordOf(key) === record).map(({ key }) => idOf(key))
    : []
