import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { FileProblem } from '#shared/schema/problems.ts'
import { makeReview } from '../reviews/make.ts'
import { importedAs, recordingFromFile } from './fromFile.ts'
import type { ImportFolder } from './importFolder.ts'

/** Keeps a file that came in, if it can be replayed and reviewed; else says all that is wrong with it, and leaves it where it is. */
export const bringIn = async (
  imports: ImportFolder,
  path: string,
): Promise<Result<IncidentSummary, readonly FileProblem[]>> => {
  const read = await imports.read(path)
  if (!read.ok) return read
  const incident = importedAs(read.value)
  const review = await makeReview(recordingFromFile(read.value, incident), read.value.file.sight)
  if (!review.ok) return err([NOT_REVIEWABLE])
  imports.keep(path, incident)
  return ok(incident)
}

const NOT_REVIEWABLE: FileProblem = { path: '$', expected: 'what can be reviewed', found: 'figures that are none' }
