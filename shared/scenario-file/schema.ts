import { type Static, Type } from 'typebox'
import { IncidentKind, OrderSchema, OrderType, Seed } from '../protocol/orders.ts'
import { closed, Id, Name, Reference, Text } from '../schema/types.ts'

/** Time since the scenario began. */
const Offset = Type.String({
  pattern: '^[0-9]{2}:[0-5][0-9]:[0-5][0-9]$',
  description: 'a time since the start, as hours:minutes:seconds, such as 00:00:05',
})

const Inject = Type.Union(
  [Type.Object({ at: Offset, do: OrderSchema }, closed), Type.Object({ at: Offset, say: Text }, closed)],
  { description: 'an object with a time at which, and either an order to do or a text to say' },
)

const AtLeast = Type.Integer({ minimum: 1, maximum: 100_000 })

/** What must hold of the ship. Counts are met from so many on. */
const Condition = Type.Union(
  [
    Type.Object({ capability: Id, mode: Id }, closed),
    Type.Object({ alarms: AtLeast }, closed),
    Type.Object({ casualties: AtLeast }, closed),
    Type.Object({ breaches: AtLeast }, closed),
    Type.Object({ noBreaches: Type.Literal(true) }, closed),
  ],
  { description: 'a capability and its mode, or a number of alarms, casualties or breaches, or noBreaches' },
)

const ConditionalInject = Type.Union(
  [Type.Object({ when: Condition, do: OrderSchema }, closed), Type.Object({ when: Condition, say: Text }, closed)],
  { description: 'an object with a condition when, and either an order to do or a text to say' },
)

/** What a good crew does, and how soon: an order, and what it is about; without `on`, about anything. */
const Expected = Type.Object(
  {
    action: Type.Object({ order: OrderType, on: Type.Optional(Reference) }, closed),
    withinS: Type.Number({ minimum: 1, maximum: 86_400, description: 'seconds since the start' }),
  },
  closed,
)

/**
 * The scenario file, `bulkhead/scenario@1`: what befalls one ship, when, and what is expected of her crew. References to
 * the ship's parts are checked against her plan by `checkScenario`.
 */
export const ScenarioFile = Type.Object(
  {
    schema: Type.Literal('bulkhead/scenario@1'),
    id: Id,
    name: Name,
    ship: Id,
    kind: IncidentKind,
    purpose: Text,
    seed: Seed,
    afterDays: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 365,
        description: 'mission time at rest before it begins on a first start, days',
      }),
    ),
    atFirstStart: Type.Optional(
      Type.Enum(['record', 'run'], {
        description: 'on the first start of all, in the order of ids: run through and kept as a record, or begun live',
      }),
    ),
    injects: Type.Array(Inject, { maxItems: 1000 }),
    conditional: Type.Optional(Type.Array(ConditionalInject, { maxItems: 100 })),
    expected: Type.Optional(Type.Array(Expected, { maxItems: 100 })),
    endsAt: Type.Optional(Offset),
  },
  { ...closed, $id: 'https://bulkhead.invalid/schema/scenario@1', title: 'Bulkhead scenario file' },
)

export type ScenarioFile = Static<typeof ScenarioFile>
