import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import { getJson } from '../link/api.ts'
import type { Identity } from '../link/identity.ts'

/** The latest first. */
export const fetchIncidents = async (as: Identity, ship: string): Promise<readonly IncidentSummary[]> =>
  (await getJson<readonly IncidentSummary[]>(`/incidents?ship=${encodeURIComponent(ship)}`, as)).toReversed()

export const fetchRecording = (as: Identity, incident: string): Promise<RecordingFile> =>
  getJson(`/incidents/${encodeURIComponent(incident)}/recording`, as)
