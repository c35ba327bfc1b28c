import { err, ok, type Result } from '../result.ts'
import { compiled } from '../schema/compiled.ts'
import { type FileProblem, shapeProblems } from '../schema/problems.ts'
import { expectedWords, foundWords } from '../schema/words.ts'
import { readShipFile } from '../ship-file/read.ts'
import { checkRecording } from './check.ts'
import { notPlain } from './plain.ts'
import type { RecordingFile } from './recording-file.ts'
import { RecordingShape } from './schema.ts'

const schemaOf = (json: unknown): unknown =>
  typeof json === 'object' && json !== null && 'schema' in json ? json.schema : undefined

const validator = compiled(RecordingShape)

/**
 * A recording from outside, or what is wrong with it: its shape, the ship file in it, then whether the events can have
 * happened to her. Costs about as much as opening it does. [RVW5]
 */
export const readRecording = (json: unknown): Result<RecordingFile, readonly FileProblem[]> => {
  if (schemaOf(json) !== RecordingShape.properties.schema.const)
    return err([
      {
        path: '$.schema',
        expected: expectedWords(RecordingShape.properties.schema),
        found: foundWords(schemaOf(json)),
      },
    ])
  const odd = notPlain(json)
  if (odd) return err([odd])
  if (!validator().Check(json)) return err(shapeProblems(validator(), json))
  const ship = readShipFile(json.definition)
  if (!ship.ok) return err(ship.error.map((one) => ({ ...one, path: `$.definition${one.path.slice(1)}` })))
  // Facts and a ship's parts have types and no schema: that they can be folded and shown is what is asked of them.
  const file = { ...json, definition: ship.value } as unknown as RecordingFile
  const problems = checkRecording(file)
  return problems.length === 0 ? ok(file) : err(problems)
}
