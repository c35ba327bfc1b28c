import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { escaped } from '#shared/schema/plain.ts'
import type { FileProblem } from '#shared/schema/problems.ts'
import { checkScenario } from '#shared/scenario-file/check.ts'
import { scriptOf } from '#shared/scenario-file/script-of.ts'
import type { ScenarioFile } from '#shared/scenario-file/schema.ts'
import type { Script } from '#shared/ship/commands.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { readLibraryFile } from './readFile.ts'

export interface Scenario {
  readonly file: ScenarioFile
  readonly script: Script
}

/** The ships that can be commissioned and the scenarios that can be started, by their ids. */
export interface Library {
  readonly ships: ReadonlyMap<string, ShipFile>
  readonly scenarios: ReadonlyMap<string, Scenario>
  /** Files that could not be used, each with all that is wrong with it. */
  readonly faults: readonly FileFault[]
}

export interface FileFault {
  readonly file: string
  readonly problems: readonly FileProblem[]
}

/** Reads `ships/` and `scenarios/` of each folder; where an id is used again, the later folder's file holds. */
export const readLibrary = (folders: readonly string[]): Library => {
  const ships = new Map<string, ShipFile>()
  const scenarios = new Map<string, Scenario>()
  const faults: FileFault[] = []
  const takeScenario = (file: ScenarioFile, path: string): void => {
    const ship = ships.get(file.ship)
    const problems = ship ? checkScenario(file, planOf(ship)) : [] // the ship may be one that a program sent in
    if (problems.length > 0) faults.push({ file: path, problems })
    else scenarios.set(file.id, { file, script: scriptOf(file) })
  }
  for (const path of filesIn(folders)) {
    const read = readLibraryFile(path)
    if (!read.ok) faults.push({ file: path, problems: read.error })
    else if (read.value.kind === 'ship') ships.set(read.value.file.id, read.value.file)
    else takeScenario(read.value.file, path)
  }
  return { ships, scenarios, faults }
}

/** All ships before any scenario, which is checked against its ship. */
const filesIn = (folders: readonly string[]): readonly string[] =>
  ['ships', 'scenarios'].flatMap((kind) => folders.flatMap((folder) => jsonFilesIn(join(folder, kind))))

const jsonFilesIn = (folder: string): readonly string[] => {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    return names.sort().map((name) => join(folder, name))
  } catch {
    return [] // nobody has to have files of their own
  }
}

/** One line for each thing wrong, the file's name first. Names and files may hold anything: nothing in it is acted on. */
export const faultLines = ({ file, problems }: FileFault): readonly string[] =>
  problems.map(({ path, expected, found }) => escaped(`${file}: ${path}: expected ${expected}, found ${found}`))
