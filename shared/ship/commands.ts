import type { Facing } from '../ship-file/schema.ts'
import type {
  Alert,
  Automation,
  DamageKind,
  FireGrowth,
  IncidentKind,
  Injury,
  PowerClass,
  RunMode,
  Rating,
  ResponseMeasure,
  TaskPriority,
  Triage,
} from './terms.ts'

/**
 * Orders, in the imperative. `id` is the sender's own, so that sending again is safe. `expiresAt` (ISO 8601): an order that
 * has not been carried out by then is not to be any more; the server sees to that.
 */
export type Command = { readonly id: string; readonly expiresAt?: string } & Order

export type Order =
  | { readonly type: 'DispatchCrew'; readonly crew: string; readonly task: string }
  | { readonly type: 'RecallCrew'; readonly crew: string }
  | { readonly type: 'SetTaskPriority'; readonly task: string; readonly priority: TaskPriority }
  | { readonly type: 'RaiseForceField'; readonly compartment: string }
  | { readonly type: 'LowerForceField'; readonly compartment: string }
  | { readonly type: 'SealPassage'; readonly passage: string }
  | { readonly type: 'OpenPassage'; readonly passage: string }
  | { readonly type: 'ShutDownSystem'; readonly system: string }
  | { readonly type: 'StartSystem'; readonly system: string }
  | { readonly type: 'EvacuateCompartment'; readonly compartment: string }
  | { readonly type: 'VentCompartment'; readonly compartment: string }
  | { readonly type: 'SuppressFire'; readonly compartment: string }
  | { readonly type: 'SetPowerPriority'; readonly system: string; readonly priority: PowerClass }
  | { readonly type: 'RigCasualtyPower'; readonly system: string }
  | { readonly type: 'UnrigCasualtyPower'; readonly system: string }
  | { readonly type: 'RunDiagnostic'; readonly system: string }
  | { readonly type: 'SetAutomation'; readonly automation: Automation; readonly on: boolean }
  /** `from` is a crew, or a compartment whose people are sent to help. */
  | { readonly type: 'LendHands'; readonly from: string; readonly to: string; readonly people: number }
  | {
      readonly type: 'ReportDamage'
      readonly compartment: string
      readonly what: DamageKind
      readonly text: string
      readonly extent?: string
      readonly needs?: string
    }
  | { readonly type: 'FollowUpReport'; readonly report: string; readonly extent?: string; readonly needs?: string }
  | { readonly type: 'ConfirmReport'; readonly report: string }
  | { readonly type: 'RefuteReport'; readonly report: string }
  | { readonly type: 'ReportOnScene'; readonly crew: string }
  | { readonly type: 'ReportProgress'; readonly crew: string; readonly percent: number }
  | { readonly type: 'ReportDone'; readonly crew: string }
  /** A step of a kill card, done for a compartment or a casualty. */
  | { readonly type: 'TickStep'; readonly card: string; readonly subject: string; readonly step: string }
  | { readonly type: 'AcknowledgeAlarm'; readonly alarm: string }
  | { readonly type: 'ShelveAlarm'; readonly alarm: string; readonly minutes: number; readonly reason: string }
  | { readonly type: 'UnshelveAlarm'; readonly alarm: string }
  | { readonly type: 'SilenceAlarms' }
  | { readonly type: 'ReportCasualty'; readonly compartment: string; readonly name?: string; readonly injury: Injury }
  | { readonly type: 'TriageCasualty'; readonly casualty: string; readonly category: Triage }
  | { readonly type: 'TransportCasualty'; readonly casualty: string; readonly by: 'carry' | 'beam' }
  | { readonly type: 'TreatCasualty'; readonly casualty: string; readonly treatment: string }
  | { readonly type: 'DischargeCasualty'; readonly casualty: string }
  | { readonly type: 'DeclareDeath'; readonly casualty: string }
  | { readonly type: 'OpenTreatmentPlace'; readonly sickbay: string }
  | { readonly type: 'MakeReady'; readonly item: string }
  | { readonly type: 'StandDown'; readonly item: string }
  | { readonly type: 'EjectCore' }
  | { readonly type: 'SetAlert'; readonly condition: Alert }
  | { readonly type: 'OpenIncident'; readonly kind: IncidentKind; readonly name: string }
  | { readonly type: 'CloseIncident' }
  | { readonly type: 'InflictHit'; readonly compartment: string; readonly energy: number; readonly facing: Facing }
  | { readonly type: 'InflictBreach'; readonly compartment: string; readonly area: number }
  | { readonly type: 'DamageSystem'; readonly system: string; readonly to: number; readonly hidden?: boolean }
  | { readonly type: 'StartFire'; readonly compartment: string; readonly growth: FireGrowth }
  | { readonly type: 'SetRunMode'; readonly mode: RunMode }
  | { readonly type: 'SetClock'; readonly rate: number }
  | { readonly type: 'StartScenario'; readonly scenario: string; readonly seed?: number; readonly script?: Script }
  | { readonly type: 'StopScenario' }
  | { readonly type: 'RestoreShip' }
  | { readonly type: 'RecordLog'; readonly text: string }
  | { readonly type: 'PinNote'; readonly at: number; readonly text: string; readonly kind: NoteKind }
  /** Null takes the rating back. `objective` is a key of the evaluator's checklist, `text` what it says. */
  | {
      readonly type: 'RateObjective'
      readonly incident: string
      readonly objective: string
      readonly text: string
      readonly rating: Rating | null
      readonly remark?: string
    }
  /** The same key again replaces what was said before. */
  | {
      readonly type: 'RecordImprovement'
      readonly incident: string
      readonly improvement: string
      readonly text: string
      readonly owner: string
      readonly status: ImprovementStatus
    }
  /** Measures that are not named keep the standard that the product comes with. */
  | { readonly type: 'SetStandards'; readonly standards: readonly StandardSetting[] }

export type CommandType = Command['type']
export type NoteKind = 'note' | 'sustain' | 'improve'

export type ImprovementStatus = 'open' | 'done' | 'dropped'

/** How soon something is to be done, and in what share of cases; null: no standard. */
export interface StandardSetting {
  readonly measure: ResponseMeasure
  readonly withinS: number | null
  readonly sharePercent: number
}

export type Inject = { readonly at: number } & InjectAction
export type ConditionalInject = { readonly when: Condition } & InjectAction
export type InjectAction = { readonly do: Order } | { readonly say: string }

export type Condition =
  | { readonly capability: string; readonly mode: string }
  | { readonly alarms: number }
  | { readonly casualties: number }
  | { readonly breaches: number }
  | { readonly noBreaches: true }

/** What a scenario file comes to once it is read; the server adds it to `StartScenario`, a client never does. */
export interface Script {
  readonly name: string
  readonly kind: IncidentKind
  readonly seed: number
  /** Offsets from the start, ms. */
  readonly injects: readonly Inject[]
  readonly conditional: readonly ConditionalInject[]
  readonly endsAfterMs: number | null
  /** Absent from logs older than reviews. */
  readonly purpose?: string
  readonly expected?: readonly ExpectedAction[]
}

/** What a good crew does, and how soon after the start: an order, and what it is about; null: about anything. */
export interface ExpectedAction {
  readonly order: Order['type']
  readonly on: string | null
  readonly withinMs: number
}

/** A command and the mission time at which it was received, ms. */
export interface Received {
  readonly command: Command
  readonly at: number
}
