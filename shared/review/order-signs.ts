import type { Order } from '../ship/commands.ts'
import type { Fact, FactOf, RecordedEvent } from '../ship/events.ts'
import type { Ship } from '../ship/state.ts'
import { taskId } from '../ship/task-id.ts'

/** The ids that a fact names, where it shows that an order was carried out; null: it came about in another way. */
type Sign<Type extends Fact['type']> = (event: RecordedEvent & FactOf<Type>, before: Ship) => readonly string[] | null
type Signs = { readonly [Type in Fact['type']]?: Sign<Type> }

/** A fact that was ordered, and did not follow from another. */
const ordered =
  <Member extends string>(...members: readonly Member[]) =>
  (event: { readonly cause: number | null } & Readonly<Record<Member, string>>): readonly string[] | null =>
    event.cause === null ? members.map((member) => event[member]) : null

/** The same of one that is about nothing in particular. */
const orderedOnly = ordered<never>()

/** Crews report on whatever they have as their task. */
const crewsOn = ({ crews }: Ship, task: string): readonly string[] =>
  Object.keys(crews).filter((id) => crews[id]?.task === task)

/** Time alone ends work otherwise, so that with a person behind it, it was reported. */
const WORK_DONE: Signs = {
  BreachSealed: ({ breach }, before) => crewsOn(before, taskId('breach', breach)),
  PassageFreed: ({ passage }, before) => crewsOn(before, taskId('passage', passage)),
  FireOut: ({ compartment }, before) => crewsOn(before, taskId('fire', compartment)),
  LeakStopped: ({ system }, before) => crewsOn(before, taskId('leak', system)),
  CasualtyPowerRigged: ({ system }, before) => crewsOn(before, taskId('casualty-power', system)),
  SystemHealthReached: ({ system, percent }, before) =>
    percent === 100 ? crewsOn(before, taskId('system', system)) : null,
}
const BEDDED: Signs = { CasualtyBedded: ({ casualty }, before) => crewsOn(before, taskId('casualty', casualty)) }

/** Of every order the facts that show it was carried out, with the ids that it may have been about. [REV26] */
const SIGNS: Readonly<Record<Order['type'], Signs>> = {
  DispatchCrew: { CrewDispatched: ordered('crew', 'task') },
  RecallCrew: { CrewRecalled: ordered('crew') },
  SetTaskPriority: { TaskPrioritySet: ordered('task') },
  RaiseForceField: { ForceFieldRaised: ordered('compartment') },
  LowerForceField: { ForceFieldLowered: ordered('compartment') },
  SealPassage: { PassageSealed: ordered('passage') },
  OpenPassage: { PassageOpened: ordered('passage') },
  ShutDownSystem: { SystemShutDown: ordered('system') },
  StartSystem: { SystemStarted: ordered('system') },
  EvacuateCompartment: { EvacuationOrdered: ordered('compartment'), PeopleTrapped: ordered('compartment') },
  VentCompartment: { VentOpened: ordered('compartment') },
  SuppressFire: { FireSuppressionStarted: ordered('compartment') },
  SetPowerPriority: { PowerPrioritySet: ordered('system') },
  RigCasualtyPower: { CasualtyPowerOrdered: ordered('system') },
  UnrigCasualtyPower: { CasualtyPowerRemoved: ordered('system') },
  RunDiagnostic: { DiagnosticStarted: ordered('system') },
  SetAutomation: { AutomationSet: ordered('automation') },
  LendHands: { HandsLent: ordered('from', 'to') },
  ReportDamage: { DamageReported: ordered('report', 'compartment') },
  FollowUpReport: { ReportFollowedUp: ordered('report') },
  ConfirmReport: { ReportConfirmed: ordered('report') },
  RefuteReport: { ReportRefuted: ordered('report') },
  ReportOnScene: { CrewArrived: ordered('crew'), CrewReady: ordered('crew'), ...BEDDED },
  ReportProgress: {
    ...WORK_DONE,
    SystemHealthReached: ({ system }, before) => crewsOn(before, taskId('system', system)),
    WorkPaced: ({ cause, task }, before) => (cause === null ? crewsOn(before, task) : null),
  },
  ReportDone: { ...WORK_DONE, ...BEDDED },
  TickStep: { StepTicked: ordered('card', 'subject', 'step') },
  AcknowledgeAlarm: { AlarmAcknowledged: ordered('alarm') },
  ShelveAlarm: { AlarmShelved: ordered('alarm') },
  UnshelveAlarm: { AlarmUnshelved: ordered('alarm') },
  SilenceAlarms: { AlarmsSilenced: orderedOnly },
  ReportCasualty: { CasualtyReported: ordered('casualty', 'compartment') },
  TriageCasualty: { CasualtyTriaged: ordered('casualty') },
  TransportCasualty: { CasualtyMoved: ordered('casualty') },
  TreatCasualty: { CasualtyTreated: ordered('casualty') },
  DischargeCasualty: { CasualtyDischarged: ordered('casualty') },
  // Who is being carried is set down first, and the death follows from that.
  DeclareDeath: { CasualtyDied: ({ casualty, declared }) => (declared ? [casualty] : null) },
  OpenTreatmentPlace: { TreatmentPlaceOrdered: ordered('sickbay') },
  MakeReady: { ReadinessOrdered: ordered('item') },
  StandDown: { ReadinessEnded: ordered('item') },
  EjectCore: { CoreEjected: orderedOnly },
  SetAlert: { AlertSet: ordered('condition') },
  OpenIncident: { IncidentOpened: ordered('incident') },
  CloseIncident: { IncidentClosed: ordered('incident') },
  InflictHit: { HitInflicted: ordered('hit', 'compartment') },
  InflictBreach: { BreachOpened: ordered('breach', 'compartment') },
  DamageSystem: { SystemDamaged: ordered('system') },
  StartFire: { FireStarted: ordered('compartment') },
  SetRunMode: { RunModeSet: ordered('mode') },
  SetClock: { ClockSet: orderedOnly },
  // An incident or a scenario that is open is ended first, and these follow from that.
  StartScenario: { ScenarioStarted: ({ scenario }) => [scenario] },
  StopScenario: { ScenarioEnded: ordered('scenario') },
  RestoreShip: { ShipRestored: () => [] },
  RecordLog: { LogRecorded: orderedOnly },
  PinNote: { NotePinned: orderedOnly },
  RateObjective: { ObjectiveRated: ordered('objective') },
  RecordImprovement: { ImprovementRecorded: ordered('improvement') },
  SetStandards: { StandardsSet: orderedOnly },
}

/** Whether an event shows that a person had an order carried out, about this (null: about anything). */
export const showsOrder = (order: Order['type'], on: string | null, event: RecordedEvent, before: Ship): boolean => {
  if (event.by.role === 'ship') return false
  // The table pairs each type with its own kind of event, which indexing by a union cannot say.
  const sign = SIGNS[order][event.type] as
    ((event: RecordedEvent, before: Ship) => readonly string[] | null) | undefined
  const ids = sign?.(event, before) ?? null
  return ids !== null && (on === null || ids.includes(on))
}
