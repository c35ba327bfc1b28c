import { Type } from 'typebox'
import type { Service } from '../service.ts'
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
      const run = orRefuse(ships.find(request.params.ship))
      const { after = 0, limit = LIMIT_MAX } = request.query
      const texts = log.eventsJson(run.id, after, limit).map((text) => shownText(text, request.person.role))
      const last = after + texts.length
      const next = last < run.durable.ship.seq && texts.length > 0 ? last : null
      reply.type('application/json')
      return `{"events":[${texts.join(',')}],"next":${next}}`
    },
  )
}
