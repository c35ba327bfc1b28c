import type { Dice } from '#shared/dice.ts'
import { scriptOf } from '#shared/scenario-file/script-of.ts'
import type { CommandType, Order } from '#shared/ship/commands.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { tasksOf } from '#shared/ship/rules/tasks.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { DamageKind, FireGrowth, Injury, PowerClass, Triage } from '#shared/ship/terms.ts'
import type { Facing } from '#shared/ship-file/schema.ts'
import { generateScenario } from './generate-scenario.ts'

const FACINGS: readonly Facing[] = ['fore', 'aft', 'port', 'starboard', 'dorsal', 'ventral']
const INJURIES: readonly Injury[] = [
  'burns',
  'severe-burns',
  'blast',
  'fracture',
  'laceration',
  'hypoxia',
  'inhalation',
]
const CATEGORIES: readonly Triage[] = ['immediate', 'delayed', 'minimal', 'expectant']
const GROWTHS: readonly FireGrowth[] = ['slow', 'medium', 'fast', 'ultrafast']
const KINDS: readonly DamageKind[] = ['breach', 'fire', 'thin-air', 'leak', 'passage', 'system', 'casualties', 'other']
const CLASSES: readonly PowerClass[] = [1, 2, 3, 4]

type OrderOf<Type extends CommandType> = Extract<Order, { type: Type }>
type Maker<Type extends CommandType> = (ship: Ship, dice: Dice, at: number) => Omit<OrderOf<Type>, 'type'>

const idsOf = new WeakMap<ReadonlyMap<string, unknown>, readonly string[]>()

/** The ids of a part of the plan, listed once. */
const ids = (part: ReadonlyMap<string, unknown>): readonly string[] => {
  const before = idsOf.get(part)
  if (before) return before
  const list = [...part.keys()]
  idsOf.set(part, list)
  return list
}

const anyOf = (dice: Dice, list: readonly string[], otherwise: string): string =>
  list.length > 0 ? dice.pick(list) : otherwise
const anyIn = (dice: Dice, record: object, otherwise: string): string => anyOf(dice, Object.keys(record), otherwise)

const compartment = ({ plan }: Ship, dice: Dice): string => dice.pick(ids(plan.compartments))
const system = ({ plan }: Ship, dice: Dice): string => dice.pick(ids(plan.systems))
const passage = ({ plan }: Ship, dice: Dice): string => anyOf(dice, ids(plan.passages), 'no-passage')
const crew = ({ plan }: Ship, dice: Dice): string => dice.pick(ids(plan.crews))
const casualty = (ship: Ship, dice: Dice): string => anyIn(dice, ship.casualties, 'C0')
const alarm = (ship: Ship, dice: Dice): string => anyIn(dice, ship.alarms, 'none')
const report = (ship: Ship, dice: Dice): string => anyIn(dice, ship.reports, 'R0')
/** Half of the time one that has what is asked for, if any has. */
const oneOf = (dice: Dice, record: object, any: string): string => (dice.chance(0.5) ? anyIn(dice, record, any) : any)

const task = (ship: Ship, dice: Dice): string => {
  const tasks = tasksOf(ship)
  return tasks.length > 0 ? dice.pick(tasks).id : 'breach:B0'
}

const busyCrew = (ship: Ship, dice: Dice): string => {
  const busy = Object.keys(ship.crews).filter((id) => ship.crews[id]?.task)
  return anyOf(dice, busy, crew(ship, dice))
}

const readinessItem = ({ plan }: Ship, dice: Dice): string => {
  const { green = [], yellow = [], red = [] } = plan.file.readiness ?? {}
  const items = [...green, ...yellow, ...red]
  const timed = items.filter(({ needs }) => 'order' in needs)
  return anyOf(
    dice,
    (dice.chance(0.8) ? timed : items).map(({ id }) => id),
    'no-item',
  )
}

const tick = (ship: Ship, dice: Dice): Omit<OrderOf<'TickStep'>, 'type'> => {
  const cards = ship.plan.file.killCards ?? []
  if (cards.length === 0) return { card: 'no-card', subject: compartment(ship, dice), step: 'one' }
  const card = dice.pick(cards)
  const subject = card.for === 'casualty' ? casualty(ship, dice) : compartment(ship, dice)
  return { card: card.id, subject, step: dice.pick(card.steps).id }
}

const scenarioFor = (plan: Plan, seed: number): Omit<OrderOf<'StartScenario'>, 'type'> => {
  const file = generateScenario(plan, seed)
  return { scenario: file.id, script: scriptOf(file) }
}

/** One maker for every kind of order that a ship can be given; many will be refused, as in life. */
export const MAKERS: { readonly [Type in CommandType]: Maker<Type> } = {
  DispatchCrew: (ship, dice) => ({ crew: crew(ship, dice), task: task(ship, dice) }),
  RecallCrew: (ship, dice) => ({ crew: busyCrew(ship, dice) }),
  SetTaskPriority: (ship, dice) => ({
    task: task(ship, dice),
    priority: dice.pick(['first', 'normal', 'last'] as const),
  }),
  RaiseForceField: (ship, dice) => ({ compartment: compartment(ship, dice) }),
  LowerForceField: (ship, dice) => ({ compartment: anyIn(dice, ship.fields, compartment(ship, dice)) }),
  SealPassage: (ship, dice) => ({ passage: passage(ship, dice) }),
  OpenPassage: (ship, dice) => ({ passage: passage(ship, dice) }),
  ShutDownSystem: (ship, dice) => ({ system: system(ship, dice) }),
  StartSystem: (ship, dice) => ({ system: oneOf(dice, ship.systems, system(ship, dice)) }),
  EvacuateCompartment: (ship, dice) => ({ compartment: compartment(ship, dice) }),
  VentCompartment: (ship, dice) => ({ compartment: oneOf(dice, ship.fires, compartment(ship, dice)) }),
  SuppressFire: (ship, dice) => ({ compartment: anyIn(dice, ship.fires, compartment(ship, dice)) }),
  SetPowerPriority: (ship, dice) => ({ system: system(ship, dice), priority: dice.pick(CLASSES) }),
  RigCasualtyPower: (ship, dice) => ({ system: system(ship, dice) }),
  UnrigCasualtyPower: (ship, dice) => ({ system: anyIn(dice, ship.casualtyLines, system(ship, dice)) }),
  RunDiagnostic: (ship, dice) => ({ system: system(ship, dice) }),
  SetAutomation: (_ship, dice) => ({
    automation: dice.pick(['forceFields', 'fireSuppression'] as const),
    on: dice.chance(0.5),
  }),
  LendHands: (ship, dice) => ({
    from: dice.chance(0.5) ? crew(ship, dice) : compartment(ship, dice),
    to: crew(ship, dice),
    people: dice.whole(1, 4),
  }),
  ReportDamage: (ship, dice) => ({
    compartment: compartment(ship, dice),
    what: dice.pick(KINDS),
    text: 'smoke in the passage',
    ...(dice.chance(0.3) && { extent: 'two metres' }),
  }),
  FollowUpReport: (ship, dice) => ({ report: report(ship, dice), ...(dice.chance(0.7) && { needs: 'foam' }) }),
  ConfirmReport: (ship, dice) => ({ report: report(ship, dice) }),
  RefuteReport: (ship, dice) => ({ report: report(ship, dice) }),
  ReportOnScene: (ship, dice) => ({ crew: busyCrew(ship, dice) }),
  ReportProgress: (ship, dice) => ({ crew: busyCrew(ship, dice), percent: dice.whole(0, 100) }),
  ReportDone: (ship, dice) => ({ crew: busyCrew(ship, dice) }),
  TickStep: tick,
  AcknowledgeAlarm: (ship, dice) => ({ alarm: alarm(ship, dice) }),
  ShelveAlarm: (ship, dice) => ({ alarm: alarm(ship, dice), minutes: dice.whole(1, 30), reason: 'known' }),
  UnshelveAlarm: (ship, dice) => ({ alarm: alarm(ship, dice) }),
  SilenceAlarms: () => ({}),
  ReportCasualty: (ship, dice) => ({ compartment: compartment(ship, dice), injury: dice.pick(INJURIES) }),
  TriageCasualty: (ship, dice) => ({ casualty: casualty(ship, dice), category: dice.pick(CATEGORIES) }),
  TransportCasualty: (ship, dice) => ({ casualty: casualty(ship, dice), by: dice.pick(['carry', 'beam'] as const) }),
  TreatCasualty: (ship, dice) => ({ casualty: casualty(ship, dice), treatment: 'bandage' }),
  DischargeCasualty: (ship, dice) => ({ casualty: casualty(ship, dice) }),
  DeclareDeath: (ship, dice) => ({ casualty: casualty(ship, dice) }),
  OpenTreatmentPlace: ({ plan }, dice) => ({ sickbay: anyOf(dice, ids(plan.sickbays), 'no-sickbay') }),
  MakeReady: (ship, dice) => ({ item: readinessItem(ship, dice) }),
  StandDown: (ship, dice) => ({ item: anyIn(dice, ship.readiness, readinessItem(ship, dice)) }),
  EjectCore: () => ({}),
  SetAlert: (_ship, dice) => ({ condition: dice.pick(['green', 'yellow', 'red'] as const) }),
  OpenIncident: () => ({ kind: 'drill', name: 'A drill' }),
  CloseIncident: () => ({}),
  InflictHit: (ship, dice) => ({
    compartment: compartment(ship, dice),
    energy: dice.between(50, 900),
    facing: dice.pick(FACINGS),
  }),
  InflictBreach: (ship, dice) => ({ compartment: compartment(ship, dice), area: dice.between(0.05, 3) }),
  DamageSystem: (ship, dice) => ({
    system: system(ship, dice),
    to: dice.whole(0, 90),
    ...(dice.chance(0.3) && { hidden: true }),
  }),
  StartFire: (ship, dice) => ({ compartment: compartment(ship, dice), growth: dice.pick(GROWTHS) }),
  SetRunMode: (_ship, dice) => ({ mode: dice.chance(0.6) ? 'simulated' : 'reported' }),
  SetClock: (_ship, dice) => ({ rate: dice.pick([0, 1, 4, 16]) }),
  StartScenario: ({ plan }, dice) => scenarioFor(plan, dice.whole(1, 1_000)),
  StopScenario: () => ({}),
  RestoreShip: () => ({}),
  RecordLog: () => ({ text: 'all decks report' }),
  RateObjective: ({ plan, numbers }) => ({
    incident: `${plan.file.id}-${numbers.incident}`,
    objective: 'contain',
    text: 'Hold the damage',
    rating: 'S',
  }),
  RecordImprovement: ({ plan, numbers }) => ({
    incident: `${plan.file.id}-${numbers.incident}`,
    improvement: 'i-1',
    text: 'Close doors first',
    owner: 'Torres',
    status: 'open',
  }),
  SetStandards: () => ({ standards: [{ measure: 'turnout', withinS: 60, sharePercent: 90 }] }),
  PinNote: (_ship, _dice, at) => ({ at, text: 'seen', kind: 'note' }),
}
