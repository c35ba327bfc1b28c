import type { Fact, RecordedEvent } from '#shared/ship/events.ts'

export type LogKind = 'hull' | 'systems' | 'crews' | 'casualties' | 'alarms' | 'record'

export const LOG_KINDS: Readonly<Record<LogKind, string>> = {
  hull: 'Hull and air',
  systems: 'Systems',
  crews: 'Crews',
  casualties: 'Casualties',
  alarms: 'Alarms',
  record: 'Orders and notes',
}

const KIND_OF: Readonly<Record<Fact['type'], LogKind>> = {
  ShipCommissioned: 'record',
  ShipRestored: 'record',
  ClockSet: 'record',
  AlertSet: 'record',
  IncidentOpened: 'record',
  IncidentClosed: 'record',
  LogRecorded: 'record',
  NotePinned: 'record',
  ScenarioStarted: 'record',
  InjectRun: 'record',
  ConditionalInjectRun: 'record',
  ScenarioEnded: 'record',
  HitInflicted: 'hull',
  BreachOpened: 'hull',
  BreachSealed: 'hull',
  AirFlowChanged: 'hull',
  AirThinned: 'hull',
  AirRestored: 'hull',
  PeopleOvercome: 'casualties',
  ForceFieldRaised: 'hull',
  ForceFieldLowered: 'hull',
  ForceFieldFailed: 'hull',
  PassageSealed: 'hull',
  PassageOpened: 'hull',
  PassageJammed: 'hull',
  PassageFreed: 'hull',
  SystemDamaged: 'systems',
  SystemHealthReached: 'systems',
  SystemShutDown: 'systems',
  SystemStarted: 'systems',
  SystemShed: 'systems',
  PowerBalanceChanged: 'systems',
  BatteryFilled: 'systems',
  BatteryDepleted: 'systems',
  CapabilityChanged: 'systems',
  CrewDispatched: 'crews',
  CrewRerouted: 'crews',
  CrewHalted: 'crews',
  CrewArrived: 'crews',
  CrewStartedWork: 'crews',
  CrewRecalled: 'crews',
  CrewReleased: 'crews',
  CrewReturning: 'crews',
  CrewReady: 'crews',
  CrewHurt: 'crews',
  WorkPaced: 'crews',
  TaskPrioritySet: 'crews',
  CasualtyReported: 'casualties',
  CasualtyTriaged: 'casualties',
  CasualtyWorsened: 'casualties',
  CasualtyMoved: 'casualties',
  CasualtySetDown: 'casualties',
  CasualtyBedded: 'casualties',
  TreatmentBegun: 'casualties',
  CasualtyTreated: 'casualties',
  CasualtyStabilised: 'casualties',
  CasualtyDied: 'casualties',
  CasualtyDischarged: 'casualties',
  AlarmRaised: 'alarms',
  AlarmEased: 'alarms',
  AlarmAcknowledged: 'alarms',
  AlarmReturned: 'alarms',
}

/** What the machinery needs and nobody reads: formulas that start anew, and alarms that only change their colour. */
const NOISE: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'WorkPaced',
  'AirFlowChanged',
  'PowerBalanceChanged',
  'AlarmEased',
  'AlarmReturned',
  'CrewReleased',
  'CrewStartedWork',
  'InjectRun',
  'ConditionalInjectRun',
])

export const kindOf = ({ type }: RecordedEvent): LogKind => KIND_OF[type]

/** Whether an event is left out of the log until all is asked for. What a scenario says aloud is not. */
export const isNoise = (event: RecordedEvent): boolean =>
  !('say' in event && event.say !== null) && NOISE.has(event.type)
