import { Type } from 'typebox'
import { commission } from '../receive/commission.ts'
import { reaches } from '../receive/person.ts'
import { reader } from '../receive/reader.ts'
import type { Quarantined } from '../runs/quarantine.ts'
import type { ShipRun } from '../runs/shipRun.ts'
import type { Service } from '../service.ts'
import { shownNow } from '../shown.ts'
import { orRefuse } from './problems.ts'
import { Definition, list, MissionClock, problems, ShipParams, ShipSummary, State } from './shapes.ts'
import type { App } from './typed.ts'

const UPLOAD_BYTES_MAX = 256 * 1024

const NewShip = Type.Object({ definition: Type.Unknown(), id: Type.Optional(Type.String({ maxLength: 40 })) })

const readNewShip = reader(NewShip, 'a ship to be commissioned')

const ShipNow = Type.Object({
  definition: Definition,
  seq: Type.Integer(),
  at: Type.Integer(),
  clock: MissionClock,
  state: State,
})

/** The ships: all, one, and a new one. */
export const shipRoutes = (app: App, service: Service): void => {
  const { ships } = service

  app.get(
    '/ships',
    { schema: { summary: 'The ships', tags: ['ships'], response: { 200: list(ShipSummary), ...problems } } },
    ({ person }) =>
      [...[...ships.all()].map(summaryOf), ...ships.quarantined().map(summaryInQuarantine)].filter(({ id }) =>
        reaches(person, id),
      ),
  )

  app.post(
    '/ships',
    {
      bodyLimit: UPLOAD_BYTES_MAX,
      schema: {
        summary: 'Commission a ship from a ship file',
        tags: ['ships'],
        body: NewShip,
        response: { 201: ShipSummary, ...problems },
      },
    },
    async (request, reply) => {
      const { definition, id } = orRefuse(readNewShip(request.body))
      const run = orRefuse(await commission(service, definition, id, request.person))
      return reply.status(201).send(summaryOf(run))
    },
  )

  app.get(
    '/ships/:ship',
    {
      schema: {
        summary: 'One ship: her file, and how she stands now',
        tags: ['ships'],
        params: ShipParams,
        response: { 200: ShipNow, ...problems },
      },
    },
    (request) => shownNow(orRefuse(ships.find(request.params.ship)), request.person.role),
  )
}

const summaryOf = ({ id, definition, durable: { ship } }: ShipRun) => ({
  id,
  name: definition.name,
  seq: ship.seq,
  alert: ship.alert,
  incident: ship.incident,
  quarantined: null,
})

const summaryInQuarantine = ({ id, definition, head, fault: { seq, reason } }: Quarantined) => ({
  ...{ id, name: definition?.name ?? id, seq: head, alert: null, incident: null },
  quarantined: { seq, reason },
})
