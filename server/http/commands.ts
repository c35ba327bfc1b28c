import { Type } from 'typebox'
import { CommandSchema } from '#shared/protocol/schemas.ts'
import { order } from '../receive/order.ts'
import { reader } from '../receive/reader.ts'
import type { Ruling } from '../runs/ruling.ts'
import type { Service } from '../service.ts'
import { shownEvents } from '../shown.ts'
import { orRefuse } from './problems.ts'
import { Event, list, problems, ShipParams } from './shapes.ts'
import type { App } from './typed.ts'

const readCommand = reader(CommandSchema, 'a command')

const Done = Type.Object({
  seq: Type.Integer({ description: "the ship's seq after the order" }),
  events: list(Event),
})

/** An order is answered once it is in the log. */
export const commandRoutes = (app: App, service: Service): void => {
  app.post(
    '/ships/:ship/commands',
    {
      schema: {
        summary: 'Give an order. Sending the same one again is safe: it gets the first answer',
        tags: ['orders'],
        params: ShipParams,
        body: CommandSchema,
        response: { 200: Done, ...problems },
      },
    },
    async (request) => {
      const { person, params } = request
      orRefuse(service.limits.order(person.session ?? request.sender.address))
      const command = orRefuse(readCommand(request.body))
      const ruling = await new Promise<Ruling>((answer) => order(service, params.ship, command, person, answer))
      const { seq, events } = orRefuse(ruling)
      return { seq, events: shownEvents(events, person.role) }
    },
  )
}
