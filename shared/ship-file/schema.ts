import { type Static, Type } from 'typebox'
import type { Facing as FacingSchema } from '../schema/types.ts'
import { closed, CompartmentId, Count, Id, Name, Note, Positive } from '../schema/types.ts'
import {
  CasualtyPower,
  Core,
  FireSuppression,
  KillCard,
  Readiness,
  Sensors,
  Standby,
  Structure,
  Supply,
} from './equipment-schema.ts'
import { Compartment, Deck, Movement, Passage, Profile } from './geometry-schema.ts'
import { Battery, Capability, ForceFields, Shields, System, Transporter } from './systems-schema.ts'

export type Facing = Static<typeof FacingSchema>

const Room = Type.Object(
  {
    id: Id,
    name: Name,
    compartments: Type.Array(CompartmentId, { minItems: 1, maxItems: 1000 }),
    people: Type.Optional(Count),
  },
  closed,
)

const Crew = Type.Object(
  {
    id: Id,
    name: Name,
    size: Type.Integer({ minimum: 1, maximum: 100 }),
    skills: Type.Array(Id, { minItems: 1, maxItems: 20 }),
    station: CompartmentId,
  },
  closed,
)

/** With `standby` it is a second treatment place, open only once it has been ordered and set up. */
const Sickbay = Type.Object(
  {
    id: Id,
    name: Name,
    compartment: CompartmentId,
    beds: Count,
    surgeons: Count,
    standby: Type.Optional(Standby),
  },
  closed,
)

const TreatmentMinutes = Type.Object(
  { immediate: Positive, delayed: Positive, minimal: Positive, expectant: Positive },
  closed,
)

const Stardate = Type.Object(
  { origin: Type.Number({ minimum: 0, maximum: 1_000_000, description: 'at mission time 0' }), perDay: Positive },
  closed,
)

const Atmosphere = Type.Object({ kpa: Positive, refillKpaPerMinute: Positive, system: Type.Optional(Id) }, closed)

const Hull = Type.Object(
  {
    criticalBreachM2: Type.Number({
      minimum: 0.001,
      maximum: 1_000_000,
      description: 'open breach area at which the hull counts as lost',
    }),
  },
  closed,
)

/**
 * The ship file, `bulkhead/ship@1`: all that is particular about one ship. Lengths in metres, x to the right and y
 * downwards as the profile is drawn, y = 0 at the first deck's top. Compartments are listed, or derived from the hull
 * and the frames. What a schema cannot say (references, sums) `check.ts` says.
 */
export const ShipFile = Type.Object(
  {
    schema: Type.Literal('bulkhead/ship@1'),
    id: Id,
    name: Name,
    class: Type.Optional(Name),
    note: Type.Optional(Note),
    stardate: Type.Optional(Stardate),
    profile: Profile,
    decks: Type.Array(Deck, { minItems: 1, maxItems: 99 }),
    compartments: Type.Optional(Type.Array(Compartment, { minItems: 1, maxItems: 2000 })),
    movement: Type.Optional(Movement),
    passages: Type.Optional(Type.Array(Passage, { maxItems: 10_000 })),
    rooms: Type.Array(Room, { maxItems: 1000 }),
    complement: Count,
    atmosphere: Atmosphere,
    hull: Hull,
    shields: Type.Optional(Shields),
    forceFields: Type.Optional(ForceFields),
    battery: Battery,
    systems: Type.Array(System, { minItems: 1, maxItems: 400 }),
    capabilities: Type.Array(Capability, { maxItems: 100 }),
    crews: Type.Array(Crew, { minItems: 1, maxItems: 200 }),
    sickbays: Type.Array(Sickbay, { maxItems: 20 }),
    treatmentMinutes: TreatmentMinutes,
    transporter: Type.Optional(Transporter),
    sensors: Type.Optional(Sensors),
    fireSuppression: Type.Optional(FireSuppression),
    structure: Type.Optional(Structure),
    core: Type.Optional(Core),
    casualtyPower: Type.Optional(CasualtyPower),
    supplies: Type.Optional(Type.Array(Supply, { maxItems: 60 })),
    readiness: Type.Optional(Readiness),
    killCards: Type.Optional(Type.Array(KillCard, { maxItems: 200 })),
  },
  { ...closed, $id: 'https://bulkhead.invalid/schema/ship@1', title: 'Bulkhead ship file' },
)

export type ShipFile = Static<typeof ShipFile>
