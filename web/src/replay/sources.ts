import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import type { Identity } from '../link/identity.ts'
import { fetchRecording } from './incidents.ts'
import { opened } from './opened.svelte.ts'

/** The recording that an address names: one opened from a file, or else the server's. */
export const findRecording = async (as: Identity, id: string): Promise<RecordingFile> =>
  opened.find(id) ?? (await fetchRecording(as, id))
