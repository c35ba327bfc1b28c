import { createHash } from 'node:crypto'
import { readRecording } from '#shared/recording-file/read.ts'
import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import { ok, type Result } from '#shared/result.ts'
import type { FileProblem } from '#shared/schema/problems.ts'
import { parseJson, readText } from '../library/readFile.ts'

/** Some 200,000 events; while it is read it stands in memory several times. */
export const RECORDING_BYTES_MAX = 64 * 1024 * 1024

export interface Digested {
  readonly file: RecordingFile
  /** SHA-256 of its text, in hexadecimal. */
  readonly digest: string
}

/** A recording file with its fingerprint, or what is wrong with it. */
export const readRecordingFile = (path: string): Result<Digested, readonly FileProblem[]> => {
  const text = readText(path, RECORDING_BYTES_MAX)
  if (!text.ok) return text
  const json = parseJson(text.value)
  if (!json.ok) return json
  const file = readRecording(json.value)
  return file.ok ? ok({ file: file.value, digest: sha256(text.value) }) : file
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
