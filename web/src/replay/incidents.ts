import type { IncidentKind } from '#shared/ship/terms.ts'
import { getJson } from '../link/api.ts'
import type { Identity } from '../link/identity.ts'
import type { RecordingFile } from './recording.ts'

/** An incident as the list has it. Instants are mission time in ms, but for `openedWall` (ISO 8601). */
export interface IncidentSummary {
  readonly id: string
  readonly ship: string
  readonly kind: IncidentKind
  readonly name: string
  readonly openedSeq: number
  readonly openedAt: number
  readonly openedWall: string
  /** Null while it is open. */
  readonly closedSeq: number | null
  readonly closedAt: number | null
}

/** The latest first. */
export const fetchIncidents = async (as: Identity, ship: string): Promise<readonly IncidentSummary[]> =>
  (await getJson<readonly IncidentSummary[]>(`/incidents?ship=${encodeURIComponent(ship)}`, as)).toReversed()

export const fetchRecording = (as: Identity, incident: string): Promise<RecordingFile> =>
  getJson(`/incidents/${encodeURIComponent(incident)}/recording`, as)
