import type { ConditionalInject, Inject } from './commands.ts'
import type { PassageState, Plan } from './plan.ts'
import type { Alert, CasualtyStatus, CrewStatus, IncidentKind, Injury, TaskPriority, Triage } from './terms.ts'

/**
 * A ship: her plan, and what has become of her. Plain data but for `plan`. It changes only at events; what changes
 * between them (pressure, repair, travel, battery) is stored as a formula: a value, the instant it held, and a rate.
 * Records are sparse: what is as the plan says is not in them. `at` and every other instant is mission time in ms.
 */
export interface Ship {
  readonly plan: Plan
  /** Seq and mission time of the last event. */
  readonly seq: number
  readonly at: number
  /** Hidden from everyone but the server and the instructor. */
  readonly seed: number
  /** Mission ms per real ms; 0 is paused. */
  readonly rate: number
  readonly alert: Alert
  readonly incident: Incident | null
  readonly scenario: RunningScenario | null
  /** Last number given out, per kind. A scenario starts counting anew: its third hit is its third, whatever came before. */
  readonly numbers: Numbers
  readonly breaches: Readonly<Record<string, Breach>>
  readonly fields: Readonly<Record<string, Field>>
  readonly air: Readonly<Record<string, Air>>
  readonly people: Readonly<Record<string, number>>
  readonly passages: Passages
  readonly systems: Readonly<Record<string, SystemState>>
  /** Announced mode of each capability that is not at its best. */
  readonly modes: Readonly<Record<string, string>>
  readonly power: Power
  readonly crews: Readonly<Record<string, CrewState>>
  readonly priorities: Readonly<Record<string, TaskPriority>>
  readonly casualties: Readonly<Record<string, Casualty>>
  readonly alarms: Readonly<Record<string, Alarm>>
}

export type ShipState = Omit<Ship, 'plan'>

export type Numbers = Readonly<Record<'hit' | 'breach' | 'casualty' | 'incident', number>>

export interface Incident {
  readonly id: string
  readonly kind: IncidentKind
  readonly name: string
  readonly openedAt: number
}

/** A scenario under way: its injects stand in the ship, so that time alone carries it on, here and in a forecast alike. */
export interface RunningScenario {
  readonly id: string
  readonly name: string
  readonly startedAt: number
  readonly endsAt: number | null
  readonly injects: readonly Inject[]
  /** Index of the next timed inject. */
  readonly next: number
  readonly conditional: readonly ConditionalInject[]
}

/** Repair as a formula: `percent` held at `since` and grows by `perS` a second. 100 is whole. */
export interface Repair {
  readonly percent: number
  readonly since: number
  readonly perS: number
}

export interface Breach {
  readonly id: string
  readonly compartment: string
  readonly areaM2: number
  readonly openedAt: number
  readonly hit: string | null
  readonly repair: Repair
}

export interface Field {
  readonly compartment: string
  readonly drawMw: number
  readonly raisedAt: number
}

/** Air that is not simply the ship's own: `kpa` held at `since`; `flow` says what has become of it from then on. */
export interface Air {
  readonly kpa: number
  readonly since: number
  readonly flow: Flow
  /** Share of useful consciousness used up at `since` by whoever is inside, 0 to 1. */
  readonly dose: number
  /** Announced as thin, until announced as restored. */
  readonly thin: boolean
}
export type Flow =
  | { readonly kind: 'venting'; readonly tauS: number }
  | { readonly kind: 'filling'; readonly kpaPerS: number; readonly toKpa: number }
  | { readonly kind: 'still' }

export type Passages = Readonly<Record<string, PassageDamage>>
export interface PassageDamage {
  readonly state: PassageState
  /** Only of a jammed passage. */
  readonly repair: Repair
}

export interface SystemState {
  readonly repair: Repair
  /** False when shut down by order or shed. */
  readonly running: boolean
  readonly stoppedBecause: 'order' | 'shed' | null
}

export interface Power {
  readonly supplyMw: number
  readonly demandMw: number
  /** Charge at `since`; it changes by `netMw` (MJ a second), within 0 and the battery's capacity. */
  readonly batteryMj: number
  readonly since: number
  readonly netMw: number
}

/** What bars the way: a passage in that state, or no passage at all. */
export type PassageBlock = 'sealed' | 'jammed' | 'missing'

export interface Stop {
  readonly compartment: string
  /** Mission time of arrival there. */
  readonly at: number
}
export interface CrewState {
  readonly status: CrewStatus
  readonly task: string | null
  /** Where it is, or was when it set out; `route[0]` when it moves. */
  readonly compartment: string
  readonly route: readonly Stop[]
  readonly since: number
  /** People unfit for work. */
  readonly hurt: number
}

export interface Casualty {
  readonly id: string
  readonly name: string | null
  readonly crew: string | null
  readonly injury: Injury
  readonly compartment: string
  readonly status: CasualtyStatus
  readonly category: Triage | null
  readonly reportedAt: number
  readonly triagedAt: number | null
  /** On the way: how, where to, and when they are there. */
  readonly transport: Transport | null
  readonly sickbay: string | null
  readonly beddedAt: number | null
  /** When treatment ends, while a surgeon is at work. */
  readonly treatmentEndsAt: number | null
  readonly treatments: readonly Treatment[]
  readonly endedAt: number | null
  /** Drawn when reported; hidden from everyone but the server and the instructor. */
  readonly fate: Fate
}
export interface Transport {
  readonly by: 'carry' | 'beam'
  readonly crew: string | null
  readonly route: readonly Stop[]
  readonly sickbay: string
}
export interface Treatment {
  readonly at: number
  readonly treatment: string
  readonly effect: TreatmentEffect
}
export type TreatmentEffect = 'none' | 'holding'
export interface Fate {
  /** What they really need. */
  readonly severity: Triage
  /** When they get worse unless they are in a bed; null: they don't. */
  readonly worsensAt: number | null
  readonly survivesTreatment: boolean
}

export type AlarmPriority = 'critical' | 'warning' | 'caution' | 'advisory'
export type AlarmState = 'unacknowledged' | 'acknowledged' | 'returned'
export type AlarmCause = 'breach' | 'thin-air' | 'field-failed' | 'system' | 'casualties' | 'passage' | 'power' | 'crew'
export interface Alarm {
  /** Place and cause: one alarm for each. */
  readonly id: string
  readonly priority: AlarmPriority
  readonly state: AlarmState
  readonly compartment: string | null
  readonly cause: AlarmCause
  /** The system, crew or passage it is about, if it is about one. */
  readonly subject: string | null
  readonly raisedAt: number
  readonly hit: string | null
}

/** A ship as she leaves the yard: everyone well, everything whole, time stopped. */
export const newShip = (plan: Plan): Ship => ({
  plan,
  seq: 0,
  at: 0,
  rate: 0,
  ...untouched(plan),
  numbers: { hit: 0, breach: 0, casualty: 0, incident: 0 },
  incident: null,
})

/** All that a restoration puts back; what is counted and recorded (seq, numbers, incident, clock) goes on. */
export const untouched = (plan: Plan): Omit<ShipState, 'seq' | 'at' | 'rate' | 'numbers' | 'incident'> => ({
  seed: 1,
  alert: 'green',
  scenario: null,
  breaches: {},
  fields: {},
  air: {},
  people: {},
  passages: {},
  systems: {},
  modes: {},
  power: fullPower(plan),
  crews: Object.fromEntries([...plan.crews.values()].map((crew) => [crew.id, crewAtStation(crew.station)])),
  priorities: {},
  casualties: {},
  alarms: {},
})

const crewAtStation = (station: string): CrewState => ({
  status: 'ready',
  task: null,
  compartment: station,
  route: [],
  since: 0,
  hurt: 0,
})

const fullPower = (plan: Plan): Power => {
  const systems = [...plan.systems.values()]
  const supplyMw = systems.reduce((sum, system) => sum + (system.suppliesMw ?? 0), 0)
  const demandMw = systems.reduce((sum, system) => sum + system.drawMw, 0)
  return { supplyMw, demandMw, batteryMj: plan.file.battery.capacityMj, since: 0, netMw: 0 }
}

/** What travels and is stored: the ship without her plan, which everyone can make from the ship file. */
export const stateOf = ({ plan: _plan, ...state }: Ship): ShipState => state

export const shipFrom = (plan: Plan, state: ShipState): Ship => ({ ...state, plan })
