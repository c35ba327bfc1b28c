import type { FileProblem } from '../schema/problems.ts'
import { cutOff, emptyDecks, missingForDerivation, oddPassages, unorderedFrames } from './check-hull.ts'
import {
  contradictoryReadiness,
  duplicateEquipment,
  equipmentCompartments,
  equipmentSystems,
  unknownModes,
} from './check-equipment.ts'
import { compartmentMentions, duplicateIds, systemMentions, unknownCompartments, unknownSystems } from './check-ids.ts'
import { miscountedPeople, modesWithoutFloor, needsInRings, tangledNeeds, unskilledRepairs } from './check-systems.ts'
import type { ShipFile } from './schema.ts'
import { cellsOf } from './sections.ts'

/** All that is wrong with a file of the right shape. [FILE9] */
export const checkShipFile = (file: ShipFile): readonly FileProblem[] => [
  ...duplicateIds(file),
  ...duplicateEquipment(file),
  ...unknownSystems(file, [...systemMentions(file), ...equipmentSystems(file)]),
  ...checkNeeds(file),
  ...modesWithoutFloor(file),
  ...unknownModes(file),
  ...contradictoryReadiness(file),
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
  const mentions = [...compartmentMentions(file), ...equipmentCompartments(file)]
  const unknown = unknownCompartments(mentions, new Set(cells.map(({ id }) => id)))
  return [...emptyDecks(file, cells), ...unknown, ...(unknown.length === 0 ? cutOff(file, cells) : [])]
}
