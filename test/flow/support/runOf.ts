import type { ShipRun } from '../../../server/runs/shipRun.ts'
import type { Service } from '../../../server/service.ts'
import { SHIP } from './flow.ts'

export const runOf = ({ ships }: Service, ship = SHIP): ShipRun => {
  const found = ships.find(ship)
  if (!found.ok) throw new Error(found.error.detail)
  return found.value
}
