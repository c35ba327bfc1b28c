import { Type } from 'typebox'
import { seesAll } from '#shared/protocol/rights.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Role } from '#shared/ship/events.ts'
import type { Service } from '../service.ts'
import type { Ships } from '../ships.ts'
import { shownText } from '../shown.ts'
import { orRefuse } from './problems.ts'
import { Event, list, problems, ShipParams } from './shapes.ts'
import type { App } from './typed.ts'

const LIMIT_MAX = 1_000

/** Sent as text: the stored events are passed on as they are. */
const Page = Type.Unsafe<string>(
  Type.Object({
    events: list(Event),
    next: Type.Union([Type.Integer(), Type.Null()], { description: '`after` of the next page; null at the end' }),
  }),
)

const Asked = Type.Object({
  after: Type.Optional(Type.Integer({ minimum: 0, description: 'seq of the last event you have' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMIT_MAX })),
})

/** The log of a ship, page by page. */
export const eventRoutes = (app: App, { ships, log }: Service): void => {
  app.get(
    '/ships/:ship/events',
    {
      schema: {
        summary: 'What has happened, in order',
        tags: ['ships'],
        params: ShipParams,
        querystring: Asked,
        response: { 200: Page, ...problems },
      },
    },
    (request, reply) => {
      const { role } = request.person
      const { id, head } = orRefuse(readable(ships, request.params.ship, role))
      const { after = 0, limit = LIMIT_MAX } = request.query
      const texts = log.eventsJson(id, after, limit).map((text) => shownText(text, role))
      const last = after + texts.length
      const next = last < head && texts.length > 0 ? last : null
      reply.type('application/json')
      return `{"events":[${texts.join(',')}],"next":${next}}`
    },
  )
}

/** How far whose log may be read. What to hide in the events of a ship in quarantine is not known: only who sees all gets them. */
const readable = (
  ships: Ships,
  ship: string,
  role: Role,
): Result<{ readonly id: string; readonly head: number }, Problem> => {
  const quarantined = ships.quarantined().find(({ id }) => id === ship)
  if (quarantined && seesAll(role)) return ok(quarantined)
  const run = ships.find(ship)
  return run.ok ? ok({ id: run.value.id, head: run.value.durable.ship.seq }) : run
}
