import { Type } from 'typebox'
import { closed, CompartmentId, Facing, Id, Name, Percent, Positive } from '../schema/types.ts'
import { Leak } from './equipment-schema.ts'

const Megawatts = Type.Number({ minimum: 0, maximum: 1_000_000 })
const Weight = Type.Number({
  minimum: 0,
  maximum: 1000,
  description: 'what losing it costs, for ranking work and scoring harm',
})

/** Another system at least so healthy, or else this one delivers no more than a limit, for a reason in words. */
const Need = Type.Object(
  { system: Id, atLeastPercent: Percent, orLimitedToPercent: Percent, reason: Type.Optional(Name) },
  closed,
)

export const System = Type.Object(
  {
    id: Id,
    name: Name,
    compartment: CompartmentId,
    weight: Weight,
    powerClass: Type.Integer({ minimum: 1, maximum: 4, description: '1 is shed last, 4 first' }),
    drawMw: Megawatts,
    suppliesMw: Type.Optional(Positive),
    repair: Type.Object({ personMinutes: Positive, skill: Id }, closed),
    needs: Type.Optional(Type.Array(Need, { maxItems: 20 })),
    leak: Type.Optional(Leak),
  },
  closed,
)

const ModeNeed = Type.Object({ system: Id, atLeastPercent: Percent }, closed)

const Mode = Type.Object({ id: Id, name: Name, needs: Type.Array(ModeNeed, { maxItems: 40 }) }, closed)

export const Capability = Type.Object(
  {
    id: Id,
    name: Name,
    weight: Weight,
    modes: Type.Array(Mode, { minItems: 1, maxItems: 20, description: 'best first; the last one needs nothing' }),
  },
  closed,
)

const Generator = Type.Object({ system: Id, facings: Type.Array(Facing, { minItems: 1, maxItems: 6 }) }, closed)

export const Shields = Type.Object(
  {
    absorbPercent: Type.Number({ minimum: 0, maximum: 100, description: 'of a hit, at full strength' }),
    generators: Type.Array(Generator, { minItems: 1, maxItems: 40 }),
  },
  closed,
)

export const ForceFields = Type.Object({ drawMw: Positive, system: Type.Optional(Id) }, closed)

export const Battery = Type.Object(
  { capacityMj: Type.Number({ minimum: 0, maximum: 1_000_000 }), outputMw: Megawatts },
  closed,
)

export const Transporter = Type.Object({ system: Id, atLeastPercent: Percent, seconds: Positive }, closed)
