import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { FileProblem } from '#shared/schema/problems.ts'

/** More than a campaign of a million events has. Invented. */
const MB_MAX = 400
/** Of what is wrong with a file, so much is told. */
const PROBLEMS_TOLD = 3

const VERSION = 1
const OTHER_KINDS: ReadonlyMap<string, string> = new Map([
  ['ship', 'a ship file'],
  ['scenario', 'a scenario'],
  ['review', 'a review, not the recording it was made from'],
])

/** What stands in the way of a file before its content is looked at; null: nothing. */
const notOurs = (json: unknown): string | null => {
  const schema = typeof json === 'object' && json !== null && 'schema' in json ? json.schema : null
  const [, kind = '', version = ''] = /^bulkhead\/(\w+)@(\d+)$/.exec(String(schema)) ?? []
  if (kind === 'recording' && Number(version) > VERSION)
    return `This recording was saved by a newer Bulkhead (its format is ${version}, this one reads ${VERSION}). Open it there.`
  const other = OTHER_KINDS.get(kind)
  if (other !== undefined) return `This is ${other}. A recording is saved from its replay.`
  return kind === 'recording' ? null : 'This is not a recording of Bulkhead.'
}

const toldOf = (problems: readonly FileProblem[]): string => {
  const told = problems.slice(0, PROBLEMS_TOLD).map(({ path, expected, found }) => `${path}: ${expected}, not ${found}`)
  const more = problems.length - told.length
  return `This recording is damaged. ${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`
}

const jsonIn = (text: string): Result<unknown, string> => {
  try {
    return ok(JSON.parse(text))
  } catch {
    return err('This is not a recording of Bulkhead, or only a part of one: it can’t be read to its end.')
  }
}

/** What a file holds that somebody opened, or what to tell them instead. */
export const readRecordingFile = async (file: Blob): Promise<Result<RecordingFile, string>> => {
  if (file.size > MB_MAX * 1e6)
    return err(`This file has ${Math.ceil(file.size / 1e6)} MB; a recording has at most ${MB_MAX}.`)
  const json = jsonIn(await file.text())
  if (!json.ok) return json
  const other = notOurs(json.value)
  if (other !== null) return err(other)
  const { readRecording } = await import('#shared/recording-file/read.ts')
  const read = readRecording(json.value)
  return read.ok ? read : err(toldOf(read.error))
}
