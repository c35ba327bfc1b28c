import type { CommandType } from '../ship/commands.ts'
import type { Role } from '../ship/events.ts'

/** Who may give which order. The one table for HTTP, sockets and screens; an order without a row does not compile. */
const instructor: readonly Role[] = ['instructor']
const captain: readonly Role[] = ['captain', ...instructor]
const operations: readonly Role[] = ['operations', ...captain]
const medical: readonly Role[] = ['medical', ...captain]
const writers: readonly Role[] = ['operations', 'medical', ...captain]

const ORDERED_BY: Readonly<Record<CommandType, readonly Role[]>> = {
  DispatchCrew: operations,
  RecallCrew: operations,
  SetTaskPriority: operations,
  RaiseForceField: operations,
  LowerForceField: operations,
  SealPassage: operations,
  OpenPassage: operations,
  ShutDownSystem: operations,
  StartSystem: operations,
  EvacuateCompartment: operations,
  VentCompartment: operations,
  SuppressFire: operations,
  SetPowerPriority: operations,
  RigCasualtyPower: operations,
  UnrigCasualtyPower: operations,
  RunDiagnostic: operations,
  SetAutomation: captain,
  LendHands: operations,
  ReportDamage: writers,
  FollowUpReport: writers,
  ConfirmReport: operations,
  RefuteReport: operations,
  ReportOnScene: writers,
  ReportProgress: writers,
  ReportDone: writers,
  TickStep: writers,
  AcknowledgeAlarm: operations,
  ShelveAlarm: operations,
  UnshelveAlarm: operations,
  SilenceAlarms: writers,
  ReportCasualty: medical,
  TriageCasualty: medical,
  TransportCasualty: medical,
  TreatCasualty: medical,
  DischargeCasualty: medical,
  DeclareDeath: medical,
  OpenTreatmentPlace: medical,
  MakeReady: operations,
  StandDown: operations,
  EjectCore: captain,
  SetAlert: captain,
  OpenIncident: captain,
  CloseIncident: captain,
  InflictHit: instructor,
  InflictBreach: instructor,
  DamageSystem: instructor,
  StartFire: instructor,
  SetRunMode: instructor,
  SetClock: instructor,
  StartScenario: instructor,
  StopScenario: instructor,
  RestoreShip: instructor,
  RecordLog: writers,
  PinNote: writers,
  RateObjective: captain,
  RecordImprovement: writers,
  SetStandards: captain,
}

export const ROLES: readonly Role[] = ['instructor', 'captain', 'operations', 'medical', 'observer']

export const isRole = (text: string): text is Role => ROLES.some((role) => role === text)

export const mayOrder = (role: Role, order: CommandType): boolean => ORDERED_BY[order].includes(role)

export const mayCommission = (role: Role): boolean => instructor.includes(role)

/** Whether a role may bring in recordings from elsewhere. */
export const mayImport = (role: Role): boolean => instructor.includes(role)

/** Whether a role may invite, admit, end sessions and make keys. */
export const mayLetIn = (role: Role): boolean => instructor.includes(role)

/** Whether there is a ship for whoever came in for `scope`, one ship or (null) all. Of what they may not reach they find no trace. */
export const mayReach = (scope: string | null, ship: string | null): boolean => scope === null || scope === ship

/** Whether a role is shown what the others have yet to find out; see `projection.ts`. */
export const seesAll = (role: Role): boolean => instructor.includes(role)
