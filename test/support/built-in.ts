import { readdirSync, readFileSync } from 'node:fs'
import type { Plan } from '#shared/ship/plan.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { readShipFile } from '#shared/ship-file/read.ts'

const FOLDER = new URL('../../db/seed/ships/', import.meta.url)

/** Every ship that comes with the product, by id. */
export const builtInPlans = (): [[string, Plan], ...[string, Plan][]] => {
  const plans = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name): [string, Plan] => {
      const read = readShipFile(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')))
      if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.error)}`)
      return [read.value.id, planOf(read.value)]
    })
  const [first, ...others] = plans
  if (!first) throw new Error('no built-in ship')
  return [first, ...others]
}
