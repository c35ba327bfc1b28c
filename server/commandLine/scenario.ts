import { existsSync } from 'node:fs'
import type { ScenarioFile } from '#shared/scenario-file/schema.ts'
import { checkScenario } from '#shared/scenario-file/check.ts'
import { scriptOf } from '#shared/scenario-file/script-of.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { dataFolder } from '../config.ts'
import { libraryFolders } from '../library/folders.ts'
import { faultLines, type Library, readLibrary, type Scenario } from '../library/library.ts'
import { readLibraryFile } from '../library/readFile.ts'

/** A scenario and the ship it is about, ready to be played. */
export interface Playable extends Scenario {
  readonly plan: Plan
}

/** By the id that it has in the library, or by its file. */
export const playable = (name: string, env: NodeJS.ProcessEnv): Playable => {
  const isFile = existsSync(name)
  const library = readLibrary(libraryFolders(dataFolder(env), isFile ? name : undefined))
  const file = isFile ? scenarioIn(name) : knownScenario(name, library)
  const ship = library.ships.get(file.ship)
  if (!ship) throw new Error(`There is no ship ${file.ship} for the scenario ${file.id}`)
  const plan = planOf(ship)
  const problems = checkScenario(file, plan)
  if (problems.length > 0) throw new Error(faultLines({ file: name, problems }).join('\n'))
  return { file, script: scriptOf(file), plan }
}

const scenarioIn = (path: string): ScenarioFile => {
  const read = readLibraryFile(path)
  if (!read.ok) throw new Error(faultLines({ file: path, problems: read.error }).join('\n'))
  if (read.value.kind !== 'scenario') throw new Error(`${path} is a ship, not a scenario`)
  return read.value.file
}

const knownScenario = (id: string, { scenarios }: Library): ScenarioFile => {
  const scenario = scenarios.get(id)
  if (!scenario) throw new Error(`There is no scenario ${id}; there are ${[...scenarios.keys()].join(', ')}`)
  return scenario.file
}
