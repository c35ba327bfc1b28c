import type { Plan } from '#shared/ship/plan.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { readShipFile } from '#shared/ship-file/read.ts'
import { seedFile, seedIds } from './seed-files.ts'

/** A ship that comes with the product, read as the server reads her. */
export const builtInPlan = (id: string): Plan => {
  const read = readShipFile(seedFile('ships', id))
  if (!read.ok) throw new Error(`${id}: ${JSON.stringify(read.error)}`)
  return planOf(read.value)
}

/** Every ship that comes with the product, by id. */
export const builtInPlans = (): [[string, Plan], ...[string, Plan][]] => {
  const [first, ...others] = seedIds('ships').map((id): [string, Plan] => [id, builtInPlan(id)])
  if (!first) throw new Error('no built-in ship')
  return [first, ...others]
}
