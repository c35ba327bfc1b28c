import { mayCommission } from '#shared/protocol/rights.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, type Result } from '#shared/result.ts'
import { readShipFile } from '#shared/ship-file/read.ts'
import { isoWall } from '../clock.ts'
import { commissioned } from '../commissioning.ts'
import { notPermitted } from '../problem.ts'
import { record } from '../runs/record.ts'
import type { ShipRun } from '../runs/shipRun.ts'
import type { Service } from '../service.ts'
import { actorOf, type Person } from './person.ts'
import { malformed } from './reader.ts'

/** A ship from a ship file sent in; under another id, if one is given. */
export const commission = async (
  service: Service,
  definition: unknown,
  id: string | undefined,
  by: Person,
): Promise<Result<ShipRun, Problem>> => {
  if (!mayCommission(by.role) || by.ship !== null) return err(notPermitted(by.role, 'a ship to be commissioned'))
  const named = id === undefined || typeof definition !== 'object' ? definition : { ...definition, id }
  const file = readShipFile(named)
  if (!file.ok) return err(malformed('a ship file', file.error))
  const events = record([commissioned(file.value)], { by: actorOf(by), command: null }, isoWall(service.clock))
  return service.commission(file.value, events)
}
