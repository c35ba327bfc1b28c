import type { Identity } from '../link/identity.ts'
import { saveAs } from '../ui/download.ts'
import { findRecording } from './sources.ts'

/** Saves an incident as a file, as whoever asks may see it; it opens again anywhere. */
export const downloadRecording = async (as: Identity, incident: string): Promise<void> => {
  const text = JSON.stringify(await findRecording(as, incident))
  saveAs(new Blob([text], { type: 'application/json' }), `${incident}.recording.json`)
}
