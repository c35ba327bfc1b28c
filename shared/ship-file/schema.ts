import { type Static, Type } from 'typebox'

/**
 * The ship file, `bulkhead/ship@1`: all that is particular about one ship. Lengths in metres, x from stern to bow or bow
 * to stern as `profile.bow` says, y downwards. The first deck's top is
 * y = 0. What this schema cannot say (references, sums) `check.ts` says.
 */
const closed = { additionalProperties: false } as const
const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 40 })
const CompartmentId = Type.String({
  pattern: '^[0-9]{2}-[0-9]{2}$',
  description: 'DD-SS: deck and section from the bow',
})
const Name = Type.String({ minLength: 1, maxLength: 60 })
const Percent = Type.Number({ minimum: 0, maximum: 100 })
const Positive = Type.Number({ exclusiveMinimum: 0 })
const Count = Type.Integer({ minimum: 0, maximum: 100_000 })

/** x, y and, optionally, 1 for a hard corner; the others are joined by a smooth curve. */
const Point = Type.Union([
  Type.Tuple([Type.Number(), Type.Number()]),
  Type.Tuple([Type.Number(), Type.Number(), Type.Number()]),
])

const Profile = Type.Object(
  {
    bow: Type.Union([Type.Literal('left'), Type.Literal('right')]),
    deckPitchM: Positive,
    scaleY: Type.Number({ exclusiveMinimum: 0, description: 'vertical exaggeration of the drawing' }),
    hull: Type.Array(Point, { minItems: 3 }),
    outboard: Type.Optional(
      Type.Array(Type.Object({ id: Id, name: Name, points: Type.Array(Point, { minItems: 3 }) }, closed)),
    ),
    frames: Type.Optional(
      Type.Array(Type.Number(), {
        minItems: 2,
        description: 'x of the bulkheads, ascending; needed to derive compartments',
      }),
    ),
  },
  closed,
)

const Movement = Type.Object(
  {
    secondsPerSection: Positive,
    secondsPerDeck: Positive,
    ladderSections: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1 }),
  },
  closed,
)

const Deck = Type.Object(
  { id: Type.Integer({ minimum: 1, maximum: 99 }), name: Name, breadthM: Type.Optional(Positive) },
  closed,
)

const Compartment = Type.Object(
  {
    id: CompartmentId,
    name: Type.Optional(Name),
    code: Type.Optional(Type.String({ maxLength: 20, description: "the ship's own number, such as 2-130-2-L" })),
    volumeM3: Positive,
    box: Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()], {
      description: 'x, y, width, height in the profile',
    }),
  },
  closed,
)

const Passage = Type.Object(
  {
    between: Type.Tuple([CompartmentId, CompartmentId]),
    kind: Type.Union([Type.Literal('door'), Type.Literal('ladder'), Type.Literal('lift')]),
    seconds: Positive,
    state: Type.Optional(
      Type.Union([Type.Literal('open'), Type.Literal('closed'), Type.Literal('sealed'), Type.Literal('jammed')]),
    ),
  },
  closed,
)

const Room = Type.Object(
  { id: Id, name: Name, compartments: Type.Array(CompartmentId, { minItems: 1 }), people: Type.Optional(Count) },
  closed,
)

const Need = Type.Object(
  { system: Id, atLeastPercent: Percent, orLimitedToPercent: Percent, reason: Type.Optional(Name) },
  closed,
)

const System = Type.Object(
  {
    id: Id,
    name: Name,
    compartment: CompartmentId,
    weight: Type.Number({ minimum: 0, description: 'what losing it costs, for ranking work and scoring harm' }),
    powerClass: Type.Integer({ minimum: 1, maximum: 4, description: '1 is shed last, 4 first' }),
    drawMw: Type.Number({ minimum: 0 }),
    suppliesMw: Type.Optional(Positive),
    repair: Type.Object({ personMinutes: Positive, skill: Id }, closed),
    needs: Type.Optional(Type.Array(Need)),
  },
  closed,
)

const Mode = Type.Object(
  {
    id: Id,
    name: Name,
    needs: Type.Array(Type.Object({ system: Id, atLeastPercent: Percent }, closed)),
  },
  closed,
)

const Capability = Type.Object(
  {
    id: Id,
    name: Name,
    weight: Type.Number({ minimum: 0 }),
    modes: Type.Array(Mode, { minItems: 1, description: 'best first; the last one needs nothing' }),
  },
  closed,
)

const Crew = Type.Object(
  {
    id: Id,
    name: Name,
    size: Type.Integer({ minimum: 1, maximum: 100 }),
    skills: Type.Array(Id, { minItems: 1 }),
    station: CompartmentId,
  },
  closed,
)

const Sickbay = Type.Object({ id: Id, name: Name, compartment: CompartmentId, beds: Count, surgeons: Count }, closed)

export const Facing = Type.Union([
  Type.Literal('fore'),
  Type.Literal('aft'),
  Type.Literal('port'),
  Type.Literal('starboard'),
  Type.Literal('dorsal'),
  Type.Literal('ventral'),
])
export type Facing = Static<typeof Facing>

export const ShipFile = Type.Object(
  {
    schema: Type.Literal('bulkhead/ship@1'),
    id: Id,
    name: Name,
    class: Type.Optional(Name),
    note: Type.Optional(Type.String({ maxLength: 1000 })),
    stardate: Type.Optional(
      Type.Object({ origin: Type.Number({ description: 'at mission time 0' }), perDay: Positive }, closed),
    ),
    profile: Profile,
    decks: Type.Array(Deck, { minItems: 1 }),
    compartments: Type.Optional(Type.Array(Compartment, { minItems: 1 })),
    movement: Type.Optional(Movement),
    passages: Type.Optional(Type.Array(Passage)),
    rooms: Type.Array(Room),
    complement: Count,
    atmosphere: Type.Object({ kpa: Positive, refillKpaPerMinute: Positive, system: Type.Optional(Id) }, closed),
    hull: Type.Object(
      {
        criticalBreachM2: Type.Number({
          exclusiveMinimum: 0,
          description: 'open breach area at which the hull counts as lost',
        }),
      },
      closed,
    ),
    shields: Type.Optional(
      Type.Object(
        {
          absorbPercent: Percent,
          generators: Type.Array(Type.Object({ system: Id, facings: Type.Array(Facing, { minItems: 1 }) }, closed), {
            minItems: 1,
          }),
        },
        closed,
      ),
    ),
    forceFields: Type.Optional(
      Type.Object(
        {
          drawMw: Positive,
          system: Type.Optional(Id),
          atLeastPercent: Type.Optional(
            Type.Number({ minimum: 0, maximum: 100, description: 'health of `system` below which no field stands' }),
          ),
        },
        closed,
      ),
    ),
    battery: Type.Object({ capacityMj: Type.Number({ minimum: 0 }), outputMw: Type.Number({ minimum: 0 }) }, closed),
    systems: Type.Array(System, { minItems: 1 }),
    capabilities: Type.Array(Capability),
    crews: Type.Array(Crew, { minItems: 1 }),
    sickbays: Type.Array(Sickbay),
    treatmentMinutes: Type.Object(
      { immediate: Positive, delayed: Positive, minimal: Positive, expectant: Positive },
      closed,
    ),
    transporter: Type.Optional(Type.Object({ system: Id, atLeastPercent: Percent, seconds: Positive }, closed)),
  },
  { ...closed, $id: 'https://bulkhead.invalid/schema/ship@1', title: 'Bulkhead ship file' },
)

export type ShipFile = Static<typeof ShipFile>
