import type { Readable } from 'node:stream'
import { type TSchema, Type } from 'typebox'
import type { MissionClock as Clock } from '#shared/protocol/sockets.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Incident as OpenIncident, ShipState } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'

/** What the HTTP interface sends, for its description. Instants named `at` are mission time in ms. */
const open = { additionalProperties: true } as const

export const list = <Item>(item: TSchema): Type.TUnsafe<readonly Item[]> =>
  Type.Unsafe<readonly Item[]>(Type.Array(item))

const Problem = Type.Object(
  { type: Type.String(), title: Type.String(), status: Type.Integer(), code: Type.String(), detail: Type.String() },
  { ...open, description: 'RFC 9457; the numbers of the refusal are further members' },
)

export const problems = { '4xx': Problem, '5xx': Problem }

export const MissionClock = Type.Unsafe<Clock>(
  Type.Object(
    { rate: Type.Number(), at: Type.Integer(), wall: Type.String({ format: 'date-time' }) },
    { description: 'Mission time was `at` at the instant `wall` and runs `rate` times as fast' },
  ),
)

export const Event = Type.Unsafe<RecordedEvent>(
  Type.Object(
    {
      type: Type.String(),
      seq: Type.Integer({ minimum: 1, description: 'gapless per ship' }),
      at: Type.Integer(),
      wall: Type.String({ format: 'date-time' }),
      by: Type.Object({ role: Type.String(), name: Type.String() }),
      command: Type.Union([Type.String(), Type.Null()]),
      cause: Type.Union([Type.Integer(), Type.Null()], { description: 'seq of the event it follows from' }),
    },
    {
      ...open,
      description: 'A fact; its further members depend on its type. `Withheld`: what is not known aboard yet',
    },
  ),
)

export const Definition = Type.Unsafe<ShipFile>(Type.Object({}, { ...open, description: 'A bulkhead/ship@1 file' }))
export const State = Type.Unsafe<ShipState>(
  Type.Object({}, { ...open, description: 'The fold of all events up to seq' }),
)

const OpenIncident = Type.Object(
  { id: Type.String(), kind: Type.String(), name: Type.String(), openedAt: Type.Integer() },
  { description: 'The incident that is open' },
)

const Quarantine = Type.Object(
  { seq: Type.Integer({ description: '0: the ship file itself' }), reason: Type.String() },
  { description: 'The first event that this version cannot fold: the ship can be read, and not be run' },
)

export const ShipSummary = Type.Object({
  id: Type.String(),
  name: Type.String(),
  seq: Type.Integer(),
  alert: Type.Union([Type.String(), Type.Null()], { description: 'null of a ship in quarantine: it is not known' }),
  incident: Type.Unsafe<OpenIncident | null>(Type.Union([OpenIncident, Type.Null()])),
  quarantined: Type.Union([Quarantine, Type.Null()]),
})

const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()])

export const Incident = Type.Object({
  id: Type.String(),
  ship: Type.String(),
  kind: Type.String(),
  name: Type.String(),
  openedSeq: Type.Integer(),
  openedAt: Type.Integer(),
  openedWall: Type.String({ format: 'date-time' }),
  closedSeq: orNull(Type.Integer({ description: 'null while it is open' })),
  closedAt: orNull(Type.Integer()),
  imported: Type.Boolean({ description: 'from a recording brought in as a file' }),
})

export const ShipParams = Type.Object({ ship: Type.String({ maxLength: 64 }) })

const Sight = Type.Enum(['truth', 'known'], { description: 'what was so, or what was known aboard' })

/** The instructor may ask for less than the truth; nobody else gets more than what was known. */
export const Sighted = Type.Object({ sight: Type.Optional(Sight) })

export const IncidentParams = Type.Object({ incident: Type.String({ maxLength: 64 }) })

/** Sent as text, piece by piece. */
export const Recording = Type.Unsafe<Readable>(
  Type.Object({
    schema: Type.Literal('bulkhead/recording@1'),
    incident: Incident,
    sight: Sight,
    untilMs: Type.Integer({ description: 'how far it goes: to the end, or to now while the incident is open' }),
    planned: Type.Object({}, { ...open, description: 'what was to happen, as far as the reader may know it' }),
    definition: Definition,
    start: Type.Object({ seq: Type.Integer(), at: Type.Integer(), state: State }),
    events: list(Event),
    notes: list(Event),
  }),
)
