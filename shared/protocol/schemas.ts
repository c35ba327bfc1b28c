import { type Static, Type } from 'typebox'
import { closed } from '../schema/types.ts'
import { ordersWith } from './orders.ts'

/**
 * Version of the messages between server and clients. Raise it with every change after which an old client and a new
 * server would misunderstand each other; a test holds it to a fingerprint of the schemas.
 */
export const VERSION = 7

/** The sender's own, so that sending again is safe. */
const CommandId = Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$', description: '8 to 64 letters, digits, _ or -' })

/** ISO 8601 in UTC, as clients have it from the server's clock. */
const Wall = Type.String({
  pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$`,
  description: 'an instant, ISO 8601 in UTC',
})

/** One command, as any client may send it. What the server itself adds (a scenario's script) is refused. */
export const CommandSchema = Type.Union(ordersWith({ id: CommandId, expiresAt: Type.Optional(Wall) }))

export type SentCommand = Static<typeof CommandSchema>

const Ship = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 64, description: 'the id of a ship' })
const Seq = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

const LogId = Type.String({ maxLength: 64, description: 'the log that `after` counts in, as told with the state' })

/** What may be asked over the socket, by the name of the call. */
export const AskSchemas = {
  watch: Type.Object({ ship: Ship, after: Type.Optional(Seq), log: Type.Optional(LogId) }, closed),
  unwatch: Type.Object({ ship: Ship }, closed),
  command: Type.Object({ ship: Ship, command: CommandSchema }, closed),
  time: Type.Object({}, closed),
  differs: Type.Object({ ship: Ship, seq: Seq, hash: Type.String({ maxLength: 64 }) }, closed),
} as const
