import { err, ok, type Result } from '../result.ts'
import { compiled } from '../schema/compiled.ts'
import { type FileProblem, shapeProblems } from '../schema/problems.ts'
import { checkShipFile } from './check.ts'
import { ShipFile } from './schema.ts'

const validator = compiled(ShipFile)

/** A ship file from outside, or everything that is wrong with it: first its shape, then what its parts say of each other. */
export const readShipFile = (json: unknown): Result<ShipFile, readonly FileProblem[]> => {
  if (!validator().Check(json)) return err(shapeProblems(validator(), json))
  const problems = checkShipFile(json)
  return problems.length === 0 ? ok(json) : err(problems)
}
