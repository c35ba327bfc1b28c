import { statSync } from 'node:fs'
import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import { ok, type Result } from '#shared/result.ts'
import type { FileProblem } from '#shared/schema/problems.ts'
import { inThread } from '../inThread.ts'
import { type PackedTexts, packed } from './packedTexts.ts'
import { type Digested, readRecordingFile } from './readFile.ts'

/** A recording file with its events as texts. */
export interface ReadRecording {
  readonly file: Omit<RecordingFile, 'events'>
  readonly events: PackedTexts
  /** SHA-256 of its text, in hexadecimal. */
  readonly digest: string
}

export type RecordingRead = Result<ReadRecording, readonly FileProblem[]>

export const withPackedEvents = ({ file: { events, ...file }, digest }: Digested): ReadRecording => ({
  ...{ file, digest },
  events: packed(events.map((event) => JSON.stringify(event))),
})

/** As the file is, or what is wrong with it. */
export const readPacked = (path: string): RecordingRead => {
  const read = readRecordingFile(path)
  return read.ok ? ok(withPackedEvents(read.value)) : read
}

const THREAD = new URL('./readThread.ts', import.meta.url)
/** Invented: more than an attack usually has. A thread takes longer to start than so much takes to be read. */
const SHORT_BYTES_MAX = 256 * 1024

/** Reads and checks a recording file; a long one, seconds of work, while everything else goes on. */
export const readAside = async (path: string): Promise<RecordingRead> => {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return bytes <= SHORT_BYTES_MAX ? readPacked(path) : inThread(THREAD, path)
}
