/**
 * STORED FORMAT. Never change the meaning of a shipped event: add a new one. Facts, in the past tense; each carries all
 * that `evolve` needs, so that folding draws no dice and judges nothing. Instants are mission time in ms.
 */
import type { Facing } from '../ship-file/schema.ts'
import type { NoteKind, Script } from './commands.ts'
import type { AlarmCause, AlarmPriority, Fate, Flow, PassageBlock, Stop, Transport, Treatment } from './state.ts'
import type { Alert, IncidentKind, Injury, TaskPriority, Triage } from './terms.ts'

export type Fact =
  // the record
  | { readonly type: 'ShipCommissioned'; readonly name: string }
  | { readonly type: 'ShipRestored' }
  | { readonly type: 'ClockSet'; readonly rate: number }
  | { readonly type: 'AlertSet'; readonly condition: Alert }
  | { readonly type: 'IncidentOpened'; readonly incident: string; readonly kind: IncidentKind; readonly name: string }
  | { readonly type: 'IncidentClosed'; readonly incident: string }
  | { readonly type: 'LogRecorded'; readonly text: string }
  | { readonly type: 'NotePinned'; readonly pinnedAt: number; readonly text: string; readonly kind: NoteKind }
  // scenarios
  | { readonly type: 'ScenarioStarted'; readonly scenario: string; readonly seed: number; readonly script: Script }
  | { readonly type: 'InjectRun'; readonly index: number; readonly say: string | null; readonly refused: string | null }
  | {
      readonly type: 'ConditionalInjectRun'
      readonly index: number
      readonly say: string | null
      readonly refused: string | null
    }
  | { readonly type: 'ScenarioEnded'; readonly scenario: string }
  // hull and air
  | {
      readonly type: 'HitInflicted'
      readonly hit: string
      readonly compartment: string
      readonly energyMj: number
      readonly facing: Facing
      readonly absorbedPercent: number
    }
  | {
      readonly type: 'BreachOpened'
      readonly breach: string
      readonly compartment: string
      readonly areaM2: number
      readonly hit: string | null
    }
  | { readonly type: 'BreachSealed'; readonly breach: string; readonly compartment: string }
  | { readonly type: 'AirFlowChanged'; readonly readings: readonly AirReading[]; readonly flow: Flow }
  | { readonly type: 'AirThinned'; readonly compartment: string; readonly kpa: number }
  | { readonly type: 'AirRestored'; readonly compartment: string }
  | { readonly type: 'PeopleOvercome'; readonly compartment: string; readonly count: number }
  | { readonly type: 'ForceFieldRaised'; readonly compartment: string; readonly drawMw: number }
  | { readonly type: 'ForceFieldLowered'; readonly compartment: string }
  | { readonly type: 'ForceFieldFailed'; readonly compartment: string; readonly reason: 'power' | 'emitters' }
  | { readonly type: 'PassageSealed'; readonly passage: string }
  | { readonly type: 'PassageOpened'; readonly passage: string }
  | { readonly type: 'PassageJammed'; readonly passage: string; readonly hit: string | null }
  | { readonly type: 'PassageFreed'; readonly passage: string }
  // systems and power
  | { readonly type: 'SystemDamaged'; readonly system: string; readonly percent: number; readonly hit: string | null }
  | { readonly type: 'SystemHealthReached'; readonly system: string; readonly percent: number }
  | { readonly type: 'SystemShutDown'; readonly system: string }
  | { readonly type: 'SystemStarted'; readonly system: string }
  | { readonly type: 'SystemShed'; readonly system: string }
  | {
      readonly type: 'PowerBalanceChanged'
      readonly supplyMw: number
      readonly demandMw: number
      readonly batteryMj: number
      readonly netMw: number
    }
  | { readonly type: 'BatteryFilled' }
  | { readonly type: 'BatteryDepleted' }
  | { readonly type: 'CapabilityChanged'; readonly capability: string; readonly from: string; readonly to: string }
  // crews
  | { readonly type: 'CrewDispatched'; readonly crew: string; readonly task: string; readonly route: readonly Stop[] }
  | { readonly type: 'CrewRerouted'; readonly crew: string; readonly route: readonly Stop[] }
  | {
      readonly type: 'CrewHalted'
      readonly crew: string
      readonly compartment: string
      readonly obstacle: string
      readonly obstacleState: PassageBlock
    }
  | { readonly type: 'CrewArrived'; readonly crew: string; readonly task: string; readonly compartment: string }
  | { readonly type: 'CrewStartedWork'; readonly crew: string; readonly task: string }
  | { readonly type: 'CrewRecalled'; readonly crew: string }
  | { readonly type: 'CrewReleased'; readonly crew: string; readonly task: string }
  | {
      readonly type: 'CrewReturning'
      readonly crew: string
      readonly compartment: string
      readonly route: readonly Stop[]
    }
  | { readonly type: 'CrewReady'; readonly crew: string; readonly compartment: string }
  | { readonly type: 'CrewHurt'; readonly crew: string; readonly hurt: number }
  | { readonly type: 'WorkPaced'; readonly task: string; readonly percent: number; readonly perS: number }
  | { readonly type: 'TaskPrioritySet'; readonly task: string; readonly priority: TaskPriority }
  // casualties
  | {
      readonly type: 'CasualtyReported'
      readonly casualty: string
      readonly name: string | null
      readonly crew: string | null
      readonly compartment: string
      readonly injury: Injury
      readonly hit: string | null
      readonly fate: Fate
    }
  | { readonly type: 'CasualtyTriaged'; readonly casualty: string; readonly category: Triage }
  | { readonly type: 'CasualtyWorsened'; readonly casualty: string; readonly fate: Fate }
  | { readonly type: 'CasualtyMoved'; readonly casualty: string; readonly transport: Transport }
  | { readonly type: 'CasualtySetDown'; readonly casualty: string; readonly compartment: string }
  | {
      readonly type: 'CasualtyBedded'
      readonly casualty: string
      readonly sickbay: string
      readonly compartment: string
    }
  | { readonly type: 'TreatmentBegun'; readonly casualty: string; readonly endsAt: number }
  | { readonly type: 'CasualtyTreated'; readonly casualty: string; readonly treatment: Treatment; readonly fate: Fate }
  | { readonly type: 'CasualtyStabilised'; readonly casualty: string }
  | { readonly type: 'CasualtyDied'; readonly casualty: string; readonly declared: boolean }
  | { readonly type: 'CasualtyDischarged'; readonly casualty: string }
  // alarms
  | {
      readonly type: 'AlarmRaised'
      readonly alarm: string
      readonly priority: AlarmPriority
      readonly compartment: string | null
      readonly alarmCause: AlarmCause
      readonly subject: string | null
      readonly hit: string | null
    }
  | { readonly type: 'AlarmEased'; readonly alarm: string; readonly priority: AlarmPriority }
  | { readonly type: 'AlarmAcknowledged'; readonly alarm: string }
  | { readonly type: 'AlarmReturned'; readonly alarm: string }

export interface AirReading {
  readonly compartment: string
  readonly kpa: number
  readonly dose: number
}

/** A fact in its place: what the core knows of it. `cause` is the seq of the event it follows from. */
export type ShipEvent = Fact & { readonly seq: number; readonly at: number; readonly cause: number | null }

export interface Actor {
  readonly role: Role | 'ship'
  readonly name: string
}
export type Role = 'instructor' | 'captain' | 'operations' | 'medical' | 'observer'

/** An event as stored and sent: also when in the world, by whom, and by which command (null: it fell due by itself). */
export type RecordedEvent = ShipEvent & { readonly wall: string; readonly by: Actor; readonly command: string | null }

export type FactOf<Type extends Fact['type']> = Extract<Fact, { type: Type }>
