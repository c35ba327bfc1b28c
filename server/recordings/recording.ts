import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { seesAll } from '#shared/protocol/rights.ts'
import type { Planned } from '#shared/review/parts/assessment.ts'
import type { Sight } from '#shared/review/review.ts'
import type { RecordedEvent, Role } from '#shared/ship/events.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Work } from '../runs/work.ts'

/** An incident on record, wherever it is kept, with nothing hidden from anybody yet. Instants are mission time in ms. */
export interface Recording {
  readonly incident: IncidentSummary
  readonly plan: Plan
  /** What its own events call it: another name than here, if it was brought in as a file. */
  readonly ownId: string
  /** 'known' of a file that was saved by somebody who is shown no more. */
  readonly sight: Sight
  readonly untilMs: number
  /** The ship right before the incident was opened. */
  readonly start: () => Work<Ship>
  /** What was to happen, where the ship no longer says so herself; null: she does. */
  readonly planned: Planned | null
  /** How many events there are. */
  readonly count: number
  /** Up to `limit` of them from that place on (0: the first); a long recording is not to stand in memory as a whole. */
  readonly events: (from: number, limit: number) => readonly RecordedEvent[]
  /** The same as JSON text. */
  readonly texts: (from: number, limit: number) => readonly string[]
  /** What was said of the incident outside its own events. */
  readonly words: readonly RecordedEvent[]
}

/** What somebody gets of a recording: the truth, if they may see it, it is there, and they did not ask for less. */
export const sightOf = (kept: Sight, role: Role, asked: Sight = 'truth'): Sight =>
  seesAll(role) && kept === 'truth' ? asked : 'known'

/** A role that is shown just that. */
export const ROLE_SHOWN: Readonly<Record<Sight, Role>> = { truth: 'instructor', known: 'observer' }
