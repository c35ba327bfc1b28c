import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { incidentOf, incidentsOf } from '../incidents.ts'
import { fileText } from '../recordings/fileText.ts'
import { recordingFromLog } from '../recordings/fromLog.ts'
import { sightOf } from '../recordings/recording.ts'
import type { Service } from '../service.ts'
import { orRefuse } from './problems.ts'
import { Definition, Event, Incident, list, problems, Sight, Sighted, State } from './shapes.ts'
import type { App } from './typed.ts'

const IncidentParams = Type.Object({ incident: Type.String({ maxLength: 64 }) })

/** Sent as text, piece by piece. */
const Recording = Type.Unsafe<Readable>(
  Type.Object({
    schema: Type.Literal('bulkhead/recording@1'),
    incident: Incident,
    sight: Sight,
    untilMs: Type.Integer({ description: 'how far it goes: to the end, or to now while the incident is open' }),
    definition: Definition,
    start: Type.Object({ seq: Type.Integer(), at: Type.Integer(), state: State }),
    events: list(Event),
    notes: list(Event),
  }),
)

/** Past and open incidents, and all that a replay of one needs. */
export const incidentRoutes = (app: App, service: Service): void => {
  const { log, ships } = service
  const find = (id: string): IncidentSummary => orRefuse(incidentOf(log, id))

  app.get(
    '/incidents',
    {
      schema: {
        summary: 'The incidents, oldest first',
        tags: ['incidents'],
        querystring: Type.Object({ ship: Type.Optional(Type.String({ maxLength: 64 })) }),
        response: { 200: list<IncidentSummary>(Incident), ...problems },
      },
    },
    (request) => incidentsOf(log, request.query.ship ?? null),
  )

  app.get(
    '/incidents/:incident',
    {
      schema: {
        summary: 'One incident',
        tags: ['incidents'],
        params: IncidentParams,
        response: { 200: Type.Unsafe<IncidentSummary>(Incident), ...problems },
      },
    },
    (request) => find(request.params.incident),
  )

  app.get(
    '/incidents/:incident/recording',
    {
      schema: {
        summary: 'The incident as a file: all that a replay or a review of it needs, wherever it is opened',
        tags: ['incidents'],
        params: IncidentParams,
        querystring: Sighted,
        response: { 200: Recording, ...problems },
      },
    },
    (request, reply) => {
      const incident = find(request.params.incident)
      const run = orRefuse(ships.find(incident.ship))
      const recording = recordingFromLog(service, run, incident)
      reply.type('application/json')
      return Readable.from(fileText(recording, sightOf(recording.sight, request.person.role, request.query.sight)))
    },
  )
}
