import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { Headline } from '#shared/review/headline.ts'
import { importRecording } from '../receive/importRecording.ts'
import { reaches } from '../receive/person.ts'
import { fileText } from '../recordings/fileText.ts'
import { sightOf } from '../recordings/recording.ts'
import type { Service } from '../service.ts'
import { RECORDINGS } from './compression.ts'
import { named } from './fileNames.ts'
import { orRefuse } from './problems.ts'
import { Headline as HeadlineShape } from './reviewShapes.ts'
import { Definition, Incident, IncidentParams, list, problems, Recording, Sighted } from './shapes.ts'
import type { App } from './typed.ts'

type OneIncident = IncidentSummary & { readonly headline: Headline }
const OneIncident = Type.Unsafe<OneIncident>(Type.Object({ ...Incident.properties, headline: HeadlineShape }))

/** Past and open incidents, and all that a replay of one needs. */
export const incidentRoutes = (app: App, service: Service): void => {
  const { recordings, reviews } = service

  app.get(
    '/incidents',
    {
      schema: {
        summary: 'The incidents, oldest first; then those that came as files',
        tags: ['incidents'],
        querystring: Type.Object({ ship: Type.Optional(Type.String({ maxLength: 64 })) }),
        response: { 200: list<IncidentSummary>(Incident), ...problems },
      },
    },
    async ({ query, person }) =>
      (await recordings.list(query.ship ?? null)).filter(({ ship }) => reaches(person, ship)),
  )

  app.get(
    '/incidents/:incident',
    {
      schema: {
        summary: 'One incident, and what it came to in a few figures',
        tags: ['incidents'],
        params: IncidentParams,
        querystring: Sighted,
        response: { 200: OneIncident, ...problems },
      },
    },
    async (request) => {
      const recording = orRefuse(await recordings.find(request.params.incident))
      const sight = sightOf(recording.sight, request.person.role, request.query.sight)
      return { ...recording.incident, headline: orRefuse(await reviews.headline(recording, sight)) }
    },
  )

  app.get(
    '/incidents/:incident/recording',
    {
      compress: RECORDINGS,
      schema: {
        summary: 'The incident as a file: all that a replay or a review of it needs, wherever it is opened',
        tags: ['incidents'],
        params: IncidentParams,
        querystring: Sighted,
        response: { 200: Recording, ...problems },
      },
    },
    async (request, reply) => {
      const recording = orRefuse(await recordings.find(request.params.incident))
      const sight = sightOf(recording.sight, request.person.role, request.query.sight)
      reply.type('application/json').header('content-disposition', named(`${recording.incident.id}.recording.json`))
      return Readable.from(fileText(recording, sight))
    },
  )
}

/** Its own plugin, for bodies are taken as they come here: a recording is longer than anything else that is sent in. */
export const importRoute =
  ({ imports }: Service) =>
  (app: App, _options: object, done: () => void): void => {
    app.removeContentTypeParser('application/json')
    app.addContentTypeParser('application/json', (_request, body, taken) => taken(null, body))

    app.post(
      '/incidents',
      {
        schema: {
          summary: 'Bring in an incident that was saved as a file. The same file again is the same incident',
          tags: ['incidents'],
          body: Type.Object({ schema: Type.Literal('bulkhead/recording@1'), definition: Definition }),
          response: { 201: Type.Unsafe<IncidentSummary>(Incident), ...problems },
        },
      },
      async (request, reply) => {
        const incident = orRefuse(await importRecording(imports, request.body as unknown as Readable, request.person))
        reply.status(201)
        return incident
      },
    )
    done()
  }
