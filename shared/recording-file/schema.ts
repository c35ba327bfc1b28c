import { type TSchema, Type } from 'typebox'
import { IncidentKind, OrderType, Seed } from '../protocol/orders.ts'
import { ROLES } from '../protocol/rights.ts'
import { closed, Id, Name } from '../schema/types.ts'

const MissionMs = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'an instant of mission time, ms',
})
const Seq = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'the number of an event' })
const Wall = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}Z$',
  description: 'an instant in the world, such as 2026-11-22T12:00:00.000Z',
})
const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()])

/** As a ship gives it, or with what tells it from another of that name where it was brought in from a file. */
const IncidentId = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]*(\\.[0-9a-f]{8})?$',
  maxLength: 64,
  description: 'the id of an incident',
})

const Incident = Type.Object(
  {
    id: IncidentId,
    ship: Id,
    kind: IncidentKind,
    name: Name,
    openedSeq: Seq,
    openedAt: MissionMs,
    openedWall: Wall,
    closedSeq: orNull(Seq),
    closedAt: orNull(MissionMs),
    imported: Type.Boolean(),
  },
  closed,
)

/** Its further members are those of its fact: what they must be is seen when they are folded. */
const Event = Type.Object({
  type: Type.String({ maxLength: 40 }),
  seq: Seq,
  at: MissionMs,
  wall: Wall,
  by: Type.Object({ role: Type.Enum([...ROLES, 'ship']), name: Type.Union([Name, Type.Literal('')]) }, closed),
  command: orNull(Type.String({ maxLength: 120 })),
  cause: orNull(Seq),
  hides: Type.Optional(Type.Array(Type.String())),
})

/** What was to happen, as far as whoever saved the recording may know it; nothing of it done yet. */
const Planned = Type.Object(
  {
    scenario: orNull(Type.String({ maxLength: 40 })),
    name: Type.String({ maxLength: 500 }),
    purpose: Type.String({ maxLength: 500 }),
    seed: orNull(Seed),
    injects: Type.Array(Type.Object({ at: orNull(MissionMs), text: Type.String({ maxLength: 1000 }) }, closed)),
    expected: Type.Array(
      Type.Object(
        {
          order: OrderType,
          on: orNull(Type.String({ maxLength: 120 })),
          dueAt: MissionMs,
          doneAt: Type.Null(),
          met: Type.Null(),
        },
        closed,
      ),
    ),
  },
  closed,
)

/** The outer shape of `bulkhead/recording@1`; the ship file in it has a schema of its own. */
export const RecordingShape = Type.Object(
  {
    schema: Type.Literal('bulkhead/recording@1'),
    incident: Incident,
    sight: Type.Enum(['truth', 'known']),
    untilMs: MissionMs,
    planned: Planned,
    definition: Type.Object({}),
    start: Type.Object({ seq: Seq, at: MissionMs, state: Type.Object({}) }, closed),
    events: Type.Array(Event, { minItems: 1 }),
    notes: Type.Array(Event),
  },
  { ...closed, $id: 'https://bulkhead.invalid/schema/recording@1', title: 'Bulkhead recording' },
)
