import { type TObject, type TProperties, Type } from 'typebox'
import { LIMITS } from '../ship/limits.ts'
import { closed, Facing, Name, Percent, Reference, Text } from '../schema/types.ts'

/** Orders as they come from outside: shapes and bounds. What they mean is in `shared/ship/commands.ts`. */
const order = <const Kind extends string, Members extends TProperties>(type: Kind, members: Members) =>
  Type.Object({ type: Type.Literal(type), ...members }, closed)

const Triage = Type.Enum(['immediate', 'delayed', 'minimal', 'expectant'])
const Injury = Type.Enum([
  'burns',
  'severe-burns',
  'blast',
  'crush',
  'fracture',
  'laceration',
  'concussion',
  'shock',
  'hypoxia',
  'inhalation',
  'radiation',
])
export const IncidentKind = Type.Enum(['attack', 'drill', 'accident'])

const bounds = ({ least, most }: { readonly least: number; readonly most: number }) => ({
  minimum: least,
  maximum: most,
})
const EnergyMj = Type.Number({ ...bounds(LIMITS.energyMj), description: 'MJ' })
const AreaM2 = Type.Number({ ...bounds(LIMITS.areaM2), description: 'm²' })
const Rate = Type.Number({ ...bounds(LIMITS.rate), description: 'mission time per real time' })
export const Seed = Type.Integer(bounds(LIMITS.seed))
const Minutes = Type.Number({ ...bounds(LIMITS.shelvedMinutes), description: 'minutes' })
const Hands = Type.Integer({ minimum: 1, maximum: 100, description: 'people' })
const DamageKind = Type.Enum(['breach', 'fire', 'thin-air', 'leak', 'passage', 'system', 'casualties', 'other'])
const MissionMs = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'mission time, ms' })

const MEASURES = [
  'report',
  'acknowledge',
  'dispatch',
  'turnout',
  'travel',
  'contain',
  'restore',
  'triage',
  'bed',
] as const
const Standard = Type.Object(
  {
    measure: Type.Enum(MEASURES),
    withinS: Type.Union([Type.Number(bounds(LIMITS.standardS)), Type.Null()], {
      description: 'seconds, or null: none',
    }),
    sharePercent: Type.Number(bounds(LIMITS.standardPercent)),
  },
  closed,
)

export const ORDERS = [
  order('DispatchCrew', { crew: Reference, task: Reference }),
  order('RecallCrew', { crew: Reference }),
  order('SetTaskPriority', { task: Reference, priority: Type.Enum(['first', 'normal', 'last']) }),
  order('RaiseForceField', { compartment: Reference }),
  order('LowerForceField', { compartment: Reference }),
  order('SealPassage', { passage: Reference }),
  order('OpenPassage', { passage: Reference }),
  order('ShutDownSystem', { system: Reference }),
  order('StartSystem', { system: Reference }),
  order('EvacuateCompartment', { compartment: Reference }),
  order('VentCompartment', { compartment: Reference }),
  order('SuppressFire', { compartment: Reference }),
  order('SetPowerPriority', { system: Reference, priority: Type.Enum([1, 2, 3, 4]) }),
  order('RigCasualtyPower', { system: Reference }),
  order('UnrigCasualtyPower', { system: Reference }),
  order('RunDiagnostic', { system: Reference }),
  order('SetAutomation', { automation: Type.Enum(['forceFields', 'fireSuppression']), on: Type.Boolean() }),
  order('LendHands', { from: Reference, to: Reference, people: Hands }),
  order('ReportDamage', {
    compartment: Reference,
    what: DamageKind,
    text: Text,
    extent: Type.Optional(Text),
    needs: Type.Optional(Text),
  }),
  order('FollowUpReport', { report: Reference, extent: Type.Optional(Text), needs: Type.Optional(Text) }),
  order('ConfirmReport', { report: Reference }),
  order('RefuteReport', { report: Reference }),
  order('ReportOnScene', { crew: Reference }),
  order('ReportProgress', { crew: Reference, percent: Percent }),
  order('ReportDone', { crew: Reference }),
  order('TickStep', { card: Reference, subject: Reference, step: Reference }),
  order('AcknowledgeAlarm', { alarm: Reference }),
  order('ShelveAlarm', { alarm: Reference, minutes: Minutes, reason: Text }),
  order('UnshelveAlarm', { alarm: Reference }),
  order('SilenceAlarms', {}),
  order('ReportCasualty', { compartment: Reference, name: Type.Optional(Name), injury: Injury }),
  order('TriageCasualty', { casualty: Reference, category: Triage }),
  order('TransportCasualty', { casualty: Reference, by: Type.Enum(['carry', 'beam']) }),
  order('TreatCasualty', { casualty: Reference, treatment: Text }),
  order('DischargeCasualty', { casualty: Reference }),
  order('DeclareDeath', { casualty: Reference }),
  order('OpenTreatmentPlace', { sickbay: Reference }),
  order('MakeReady', { item: Reference }),
  order('StandDown', { item: Reference }),
  order('EjectCore', {}),
  order('SetAlert', { condition: Type.Enum(['green', 'yellow', 'red']) }),
  order('OpenIncident', { kind: IncidentKind, name: Name }),
  order('CloseIncident', {}),
  order('InflictHit', { compartment: Reference, energy: EnergyMj, facing: Facing }),
  order('InflictBreach', { compartment: Reference, area: AreaM2 }),
  order('DamageSystem', { system: Reference, to: Percent, hidden: Type.Optional(Type.Boolean()) }),
  order('StartFire', { compartment: Reference, growth: Type.Enum(['slow', 'medium', 'fast', 'ultrafast']) }),
  order('SetRunMode', { mode: Type.Enum(['simulated', 'reported']) }),
  order('SetClock', { rate: Rate }),
  order('StartScenario', { scenario: Reference, seed: Type.Optional(Seed) }),
  order('StopScenario', {}),
  order('RestoreShip', {}),
  order('RecordLog', { text: Text }),
  order('PinNote', { at: MissionMs, text: Text, kind: Type.Enum(['note', 'sustain', 'improve']) }),
  order('RateObjective', {
    incident: Reference,
    objective: Reference,
    text: Text,
    rating: Type.Union([Type.Enum(['P', 'S', 'M', 'U']), Type.Null()], { description: 'P, S, M, U or null' }),
    remark: Type.Optional(Text),
  }),
  order('RecordImprovement', {
    incident: Reference,
    improvement: Reference,
    text: Text,
    owner: Type.Union([Name, Type.Literal('')], { description: 'a name of at most 60 characters, or nothing' }),
    status: Type.Enum(['open', 'done', 'dropped']),
  }),
  order('SetStandards', { standards: Type.Immutable(Type.Array(Standard, { maxItems: MEASURES.length })) }),
] as const

type Members<Schema> = Schema extends TObject<infer Properties> ? Properties : never
type With<Extra extends TProperties, List extends readonly unknown[]> = {
  -readonly [Index in keyof List]: TObject<Extra & Members<List[Index]>>
}

/** The same orders with one more member, all else alike. */
export const ordersWith = <Extra extends TProperties>(extra: Extra) =>
  ORDERS.map(({ properties }) => Type.Object({ ...extra, ...properties }, closed)) as unknown as With<
    Extra,
    typeof ORDERS
  >

export const OrderSchema = Type.Union([...ORDERS])

/** The name of an order. */
export const OrderType = Type.Enum(ORDERS.map(({ properties }) => properties.type.const))
