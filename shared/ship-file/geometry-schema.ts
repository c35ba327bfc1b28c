import { Type } from 'typebox'
import { closed, CompartmentId, Id, Name, Positive } from '../schema/types.ts'

const Metres = Type.Number({ minimum: -10_000, maximum: 10_000 })

/** A smooth curve passes through each point that is not a hard corner. */
const Point = Type.Union(
  [Type.Tuple([Metres, Metres]), Type.Tuple([Metres, Metres, Type.Integer({ minimum: 0, maximum: 1 })])],
  { description: '[x, y] in metres, or [x, y, 1] for a hard corner' },
)

const Outline = Type.Array(Point, { minItems: 3, maxItems: 400 })

const Outboard = Type.Object({ id: Id, name: Name, points: Outline }, closed)

export const Profile = Type.Object(
  {
    bow: Type.Enum(['left', 'right']),
    deckPitchM: Positive,
    scaleY: Type.Number({ minimum: 0.1, maximum: 20, description: 'vertical exaggeration of the drawing' }),
    hull: Outline,
    outboard: Type.Optional(Type.Array(Outboard, { maxItems: 40 })),
    frames: Type.Optional(
      Type.Array(Metres, {
        minItems: 2,
        maxItems: 100,
        description: 'x of the bulkheads, ascending; needed to derive compartments',
      }),
    ),
  },
  closed,
)

/** How fast people get about; with it, doors and ladders are derived. */
export const Movement = Type.Object(
  {
    secondsPerSection: Positive,
    secondsPerDeck: Positive,
    ladderSections: Type.Array(Type.Integer({ minimum: 1, maximum: 99 }), { minItems: 1, maxItems: 99 }),
  },
  closed,
)

export const Deck = Type.Object(
  {
    id: Type.Integer({ minimum: 1, maximum: 99 }),
    name: Name,
    breadthM: Type.Optional(Positive),
  },
  closed,
)

const Box = Type.Tuple([Metres, Metres, Positive, Positive], {
  description: '[x, y, width, height] in the profile, metres',
})

export const Compartment = Type.Object(
  {
    id: CompartmentId,
    name: Type.Optional(Name),
    code: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9][A-Za-z0-9 ./-]*$',
        maxLength: 20,
        description: "the ship's own number, such as 2-130-2-L",
      }),
    ),
    volumeM3: Positive,
    box: Box,
  },
  closed,
)

const PassageKind = Type.Enum(['door', 'ladder', 'lift'])
const PassageState = Type.Enum(['open', 'closed', 'sealed', 'jammed'])

export const Passage = Type.Object(
  {
    between: Type.Tuple([CompartmentId, CompartmentId], {
      description: 'two compartments, such as ["07-04", "07-05"]',
    }),
    kind: PassageKind,
    seconds: Positive,
    state: Type.Optional(PassageState),
  },
  closed,
)
