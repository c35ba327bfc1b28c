import type { Plan } from '#shared/ship/plan.ts'
import type { Cell } from '#shared/ship/views/cells.ts'
import { crewName, placeName, PRIORITY } from '#shared/ship/views/words.ts'
import { kilopascals, plural } from './format.ts'

/** What the profile shows of a compartment, for those who hear it: "07-04 Laboratories: critical, breached, no force field". */
export const cellInWords = (plan: Plan, id: string, cell: Cell | undefined): string => {
  const name = placeName(plan, id)
  if (!cell) return `${name}: normal`
  const words = [
    cell.severity ? PRIORITY[cell.severity].word.toLowerCase() : 'no damage',
    cell.breached && 'hull breach',
    cell.field ? 'force field up' : cell.breached && 'no force field',
    cell.fire && 'fire',
    cell.leak && 'leak',
    cell.trapped && 'people trapped',
    cell.evacuating && 'being evacuated',
    cell.reported && 'reported, not confirmed',
    cell.thin && `air ${kilopascals(cell.kpa)}`,
    cell.casualties > 0 && plural(cell.casualties, 'casualty', 'casualties'),
    ...cell.crewsHere.map((crew) => crewName(plan, crew)),
    cell.unacknowledged && 'not acknowledged',
  ]
  return `${name}: ${words.filter((word) => word !== false).join(', ')}`
}
