import type { FileProblem } from '../schema/problems.ts'
import { cutOff, emptyDecks, missingForDerivation, oddPassages, unorderedFrames } from './check-hull.ts'
import { duplicateIds, unknownCompartments, unknownSystems } from './check-ids.ts'
import { miscountedPeople, modesWithoutFloor, needsInRings, tangledNeeds, unskilledRepairs } from './check-systems.ts'
import type { ShipFile } from './schema.ts'
import { cellsOf } from './sections.ts'

/** All that is wrong with a file of the right shape. [FILE9] */
export const checkShipFile = (file: ShipFile): readonly FileProblem[] => [
  ...duplicateIds(file),
  ...unknownSystems(file),
  ...checkNeeds(file),
  ...modesWithoutFloor(file),
  ...unskilledRepairs(file),
  ...miscountedPeople(file),
  ...oddPassages(file),
  ...checkHull(file),
]

const checkNeeds = (file: ShipFile): readonly FileProblem[] => {
  const rings = needsInRings(file)
  return rings.length > 0 ? rings : tangledNeeds(file)
}

/** Where people live can be checked only once the compartments are known. */
const checkHull = (file: ShipFile): readonly FileProblem[] => {
  const missing = [...missingForDerivation(file), ...unorderedFrames(file)]
  if (missing.length > 0) return missing
  const cells = cellsOf(file)
  const unknown = unknownCompartments(file, new Set(cells.map(({ id }) => id)))
  return [...emptyDecks(file, cells), ...unknown, ...(unknown.length === 0 ? cutOff(file, cells) : [])]
}
