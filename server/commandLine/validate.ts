import { parseArgs } from 'node:util'
import { checkScenario } from '#shared/scenario-file/check.ts'
import type { FileProblem } from '#shared/schema/problems.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { dataFolder } from '../config.ts'
import { libraryFolders } from '../library/folders.ts'
import { faultLines, readLibrary } from '../library/library.ts'
import { readLibraryFile } from '../library/readFile.ts'

const OPTIONS = { json: { type: 'boolean', default: false } } as const

/** Says everything that is wrong with a ship or scenario file; true if nothing is. */
export const validateCommand = (args: readonly string[], env: NodeJS.ProcessEnv): boolean => {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) throw new Error('validate takes one file')
  const problems = problemsOf(file, env)
  const valid = problems.length === 0
  if (values.json) process.stdout.write(`${JSON.stringify({ file, valid, problems })}\n`)
  else if (valid) process.stdout.write(`${file} is valid\n`)
  else for (const line of faultLines({ file, problems })) process.stderr.write(`${line}\n`)
  return valid
}

/** A scenario is checked against its ship too, from the library or from beside it. */
const problemsOf = (path: string, env: NodeJS.ProcessEnv): readonly FileProblem[] => {
  const read = readLibraryFile(path)
  if (!read.ok) return read.error
  if (read.value.kind === 'ship') return []
  const scenario = read.value.file
  const ship = readLibrary(libraryFolders(dataFolder(env), path)).ships.get(scenario.ship)
  if (!ship) return [{ path: '$.ship', expected: 'a ship of the library, or beside the file', found: scenario.ship }]
  return checkScenario(scenario, planOf(ship))
}
