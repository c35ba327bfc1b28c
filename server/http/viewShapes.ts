import { type TSchema, Type } from 'typebox'
import type { Board as BoardView } from '#shared/ship/views/board.ts'
import type { DamageReport as DamageReportView } from '#shared/ship/views/damage-report.ts'

const Text = Type.String()
const Number = Type.Number()
const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()])

const Figures = Type.Object({
  hullPercent: Number,
  shieldsPercent: orNull(Number),
  power: Type.Object({ supplyMw: Number, demandMw: Number }),
  casualties: Type.Object({
    immediate: Number,
    delayed: Number,
    minimal: Number,
    expectant: Number,
    untriaged: Number,
    dead: Number,
  }),
  crews: Type.Object({ ready: Number, total: Number }),
})

const Capability = Type.Object({ id: Text, name: Text, mode: Text, top: Type.Boolean(), reasons: Type.Array(Text) })

const Hazard = Type.Object({
  id: Text,
  kind: Text,
  compartment: Text,
  severity: Text,
  sinceMs: Number,
  held: Type.Boolean({ description: 'a force field holds it' }),
  crews: Type.Array(Text),
})

const Crew = Type.Object({
  id: Text,
  name: Text,
  status: Text,
  compartment: Text,
  task: orNull(Text),
  arrivesAt: orNull(Number),
  doneAt: orNull(Number),
})

const Casualty = Type.Object({ id: Text, name: orNull(Text), compartment: Text, category: orNull(Text), state: Text })

const Alarm = Type.Object({
  id: Text,
  priority: Text,
  state: Text,
  compartment: orNull(Text),
  cause: Text,
  raisedAt: Number,
})

/** Outside programs rely on these names. Instants are mission time in ms. */
export const Board = Type.Unsafe<BoardView>(
  Type.Object({
    at: Number,
    stardate: orNull(Number),
    alert: Text,
    figures: Figures,
    capabilities: Type.Array(Capability),
    hazards: Type.Array(Hazard),
    crews: Type.Array(Crew),
    casualties: Type.Array(Casualty),
    alarms: Type.Array(Alarm),
  }),
)

export const DamageReport = Type.Unsafe<DamageReportView>(
  Type.Object({ at: Number }, { additionalProperties: true, description: 'By system, deck, hazard and casualty' }),
)
