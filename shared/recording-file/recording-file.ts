import type { IncidentSummary } from '../protocol/incidents.ts'
import type { Planned } from '../review/parts/assessment.ts'
import type { Sight } from '../review/review.ts'
import type { RecordedEvent } from '../ship/events.ts'
import type { ShipState } from '../ship/state.ts'
import type { ShipFile } from '../ship-file/schema.ts'

/** What a replay is made of. Instants are mission time in ms. */
export interface ReplaySource {
  readonly definition: ShipFile
  /** The ship right before the incident was opened. */
  readonly start: { readonly seq: number; readonly at: number; readonly state: ShipState }
  readonly events: readonly RecordedEvent[]
  /** What was said of the incident outside it: standards set before, and all that was said since it was closed. */
  readonly notes: readonly RecordedEvent[]
}

/** `bulkhead/recording@1`: an incident as a file, complete, so that it can be opened anywhere. [RVW5] */
export interface RecordingFile extends ReplaySource {
  readonly schema: 'bulkhead/recording@1'
  readonly incident: IncidentSummary
  /** Whether it holds what was so, or what was known aboard to whoever saved it. */
  readonly sight: Sight
  /** How far it goes, mission ms: to the incident's end, or to where that had got when it was saved. */
  readonly untilMs: number
  /** What was to happen, as far as whoever saved it may know that; nothing of it done yet. */
  readonly planned: Planned
}
