import type { Identity } from '../link/identity.ts'
import { fetchRecording } from './incidents.ts'

/** Saves an incident as a file, as whoever asks may see it; it opens again anywhere. */
export const downloadRecording = async (as: Identity, incident: string): Promise<void> => {
  const text = JSON.stringify(await fetchRecording(as, incident))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = `${incident}.recording.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
