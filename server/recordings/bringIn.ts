import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { FileProblem } from '#shared/schema/problems.ts'
import { makeReview } from '../reviews/make.ts'
import { importedAs, recordingFromFile } from './fromFile.ts'
import type { ImportFolder } from './importFolder.ts'
import { readRecordingFile } from './readFile.ts'

/** Keeps a file that came in, if it can be replayed and reviewed; else says all that is wrong with it, and leaves it where it is. */
export const bringIn = async (
  imports: ImportFolder,
  path: string,
): Promise<Result<IncidentSummary, readonly FileProblem[]>> => {
  const read = readRecordingFile(path)
  if (!read.ok) return read
  const { file } = read.value
  const review = await makeReview(recordingFromFile(file, importedAs(read.value)), file.sight)
  return review.ok ? ok(imports.keep(path, read.value)) : err([NOT_REVIEWABLE])
}

const NOT_REVIEWABLE: FileProblem = { path: '$', expected: 'what can be reviewed', found: 'figures that are none' }
