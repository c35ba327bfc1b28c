import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { unknownShip } from '../problem.ts'
import { type Person, reaches } from '../receive/person.ts'
import { unknownIncident } from '../recordings/recordings.ts'
import type { Service } from '../service.ts'
import { orRefuse } from './problems.ts'
import type { App } from './typed.ts'

interface Named {
  readonly ship?: string
  readonly incident?: string
}

/**
 * Every route that names a ship or an incident in its path comes through here, those that are yet to be written too: for
 * whoever came in for one ship there is no other.
 */
export const keepToShip = (app: App, service: Service): void => {
  app.addHook('preHandler', async ({ person, params, routeOptions }) => {
    if (!routeOptions.config.forEverybody) orRefuse(await isThereFor(person, params as Named, service))
  })
}

const isThereFor = async (
  person: Person,
  { ship, incident }: Named,
  { recordings }: Service,
): Promise<Result<null, Problem>> => {
  if (person.ship === null) return ok(null)
  if (ship !== undefined && !reaches(person, ship)) return err(unknownShip(ship))
  if (incident === undefined) return ok(null)
  const found = await recordings.summary(incident)
  return found && reaches(person, found.ship) ? ok(null) : err(unknownIncident(incident))
}
