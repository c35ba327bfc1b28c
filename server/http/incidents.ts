import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { ReviewWord } from '#shared/review/words-said.ts'
import type { Role } from '#shared/ship/events.ts'
import { projectState } from '#shared/protocol/projection.ts'
import { stateOf } from '#shared/ship/state.ts'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { incidentOf, incidentsOf } from '../incidents.ts'
import type { ShipRun } from '../runs/shipRun.ts'
import type { Service } from '../service.ts'
import { shownEvents, shownText } from '../shown.ts'
import { orRefuse } from './problems.ts'
import { Definition, Event, Incident, list, problems, State } from './shapes.ts'
import type { App } from './typed.ts'

const IncidentParams = Type.Object({ incident: Type.String({ maxLength: 64 }) })

/** Sent as text, piece by piece. */
const Recording = Type.Unsafe<Readable>(
  Type.Object({
    definition: Definition,
    start: Type.Object({ seq: Type.Integer(), at: Type.Integer(), state: State }),
    events: list(Event),
    notes: list(Event),
  }),
)

/** Events put into the answer at once: other requests get their turn in between. */
const PAGE = 1_000

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
        summary: 'All that a replay needs: the ship file, the ship just before, the events, and notes pinned since',
        tags: ['incidents'],
        params: IncidentParams,
        response: { 200: Recording, ...problems },
      },
    },
    (request, reply) => {
      const incident = find(request.params.incident)
      const run = orRefuse(ships.find(incident.ship))
      const text = recordingText(service, run, incident, request.person.role)
      reply.type('application/json')
      return Readable.from(text)
    },
  )
}

/** What was said of an incident outside it: before it (standards) or since it was closed. */
const wordsAbout = (
  { id, openedAt, openedSeq, closedAt }: IncidentSummary,
  words: readonly ReviewWord[],
  last: number,
): readonly ReviewWord[] =>
  words.filter((word) => {
    if (word.seq >= openedSeq && word.seq <= last) return false
    if (word.type === 'StandardsSet') return true
    if (word.type !== 'NotePinned') return word.incident === id
    return closedAt !== null && word.seq > last && word.pinnedAt >= openedAt && word.pinnedAt <= closedAt
  })

// A generator: a recording can be long, and is not to stand in memory as a whole.
function* recordingText(service: Service, run: ShipRun, incident: IncidentSummary, role: Role): Generator<string> {
  const { log, ships } = service
  const seq = incident.openedSeq - 1
  const last = incident.closedSeq ?? run.durable.ship.seq
  const state = projectState(stateOf(ships.asOf(run, seq)), role)
  const start = { seq, at: incident.openedAt, state }
  yield `{"definition":${JSON.stringify(run.definition)},"start":${JSON.stringify(start)},"events":[`
  for (let after = seq; after < last; after += PAGE) {
    const texts = log.eventsJson(run.id, after, Math.min(PAGE, last - after)).map((text) => shownText(text, role))
    yield (after === seq ? '' : ',') + texts.join(',')
  }
  yield `],"notes":${JSON.stringify(shownEvents(wordsAbout(incident, log.reviewWords(run.id), last), role))}}`
}
