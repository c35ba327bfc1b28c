import { Type } from 'typebox'
import { closed, CompartmentId, Id, Name, Percent, Positive, Text } from '../schema/types.ts'

/** What a ship may or may not have; without it, the law that needs it does not apply to her. */

/** Internal sensors: what they do not see, nobody knows until somebody finds it. */
export const Sensors = Type.Object(
  {
    system: Id,
    noticeSeconds: Type.Number({
      minimum: 1,
      maximum: 3600,
      description: 'until whoever is in a compartment reports what no sensor sees',
    }),
  },
  closed,
)

/** Fixed extinguishing, worth so many people at a fire while its system works. */
export const FireSuppression = Type.Object({ system: Id, worthPeople: Positive }, closed)

export const Structure = Type.Object(
  {
    system: Id,
    atLeastPercent: Type.Number({ minimum: 0, maximum: 100, description: 'below it, open breaches tear wider' }),
  },
  closed,
)

/** A reactor that runs away when what contains it fails, unless it is shut down or ejected in time. */
export const Core = Type.Object(
  {
    system: Id,
    containment: Id,
    atLeastPercent: Type.Number({ minimum: 1, maximum: 100, description: 'of the containment, to be safe' }),
    minutesToBreach: Type.Number({ minimum: 0.1, maximum: 600, description: 'with no containment left' }),
    ejectable: Type.Boolean(),
  },
  closed,
)

export const Leak = Type.Object(
  {
    kind: Type.Enum(['radiation', 'coolant']),
    belowPercent: Type.Number({ minimum: 1, maximum: 100, description: 'health at which it begins to leak' }),
  },
  closed,
)

/** Emergency cables: how many, and how much each carries. */
export const CasualtyPower = Type.Object(
  { lines: Type.Integer({ minimum: 1, maximum: 100 }), mwEach: Positive, personMinutes: Positive, skill: Id },
  closed,
)

export const Supply = Type.Object(
  {
    id: Id,
    name: Name,
    unit: Name,
    amount: Positive,
    low: Type.Number({ minimum: 0, maximum: 1_000_000, description: 'an alarm stands from here on down' }),
    use: Type.Union(
      [
        Type.Object({ for: Type.Literal('plating'), perM2: Positive }, closed),
        Type.Object({ for: Type.Literal('parts'), perSystem: Positive }, closed),
        Type.Object({ for: Type.Literal('treatment'), perCasualty: Positive }, closed),
        Type.Object({ for: Type.Literal('fuel'), system: Id, perHour: Positive }, closed),
        Type.Object({ for: Type.Literal('none') }, closed),
      ],
      { description: 'what uses it up: plating, parts, treatment, fuel of a running system, or none' },
    ),
  },
  closed,
)

/** One thing that must be so at an alert condition. */
const ReadinessItem = Type.Object(
  {
    id: Id,
    name: Name,
    needs: Type.Union(
      [
        Type.Object(
          { capability: Id, mode: Id },
          { ...closed, description: 'a capability at that mode or a better one' },
        ),
        Type.Object({ capability: Id, mode: Id, order: Type.Literal(true), seconds: Positive }, closed),
        Type.Object({ system: Id, atLeastPercent: Percent }, closed),
        Type.Object({ manned: Type.Array(CompartmentId, { minItems: 1, maxItems: 200 }) }, closed),
        Type.Object({ crewsReadyPercent: Percent }, closed),
        Type.Object({ shut: Type.Literal('passages') }, closed),
      ],
      {
        description:
          'a capability (made ready by order, where it takes time), a system, manned places, crews, or passages shut',
      },
    ),
  },
  closed,
)

export const Readiness = Type.Object(
  {
    green: Type.Optional(Type.Array(ReadinessItem, { maxItems: 60 })),
    yellow: Type.Optional(Type.Array(ReadinessItem, { maxItems: 60 })),
    red: Type.Optional(Type.Array(ReadinessItem, { maxItems: 60 })),
  },
  closed,
)

/** A checklist for one kind of trouble, in some compartments or in all, or for an injury. */
export const KillCard = Type.Object(
  {
    id: Id,
    name: Name,
    for: Type.Enum(['breach', 'fire', 'leak', 'system', 'passage', 'casualty']),
    compartments: Type.Optional(Type.Array(CompartmentId, { minItems: 1, maxItems: 2000 })),
    systems: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 400 })),
    steps: Type.Array(Type.Object({ id: Id, text: Text }, closed), { minItems: 1, maxItems: 40 }),
  },
  closed,
)

export const Standby = Type.Object({ setUpMinutes: Positive }, closed)
