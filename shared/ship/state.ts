import type { Alarm, AlarmRecord } from './parts/alarms.ts'
import type { Casualty, TreatmentPlace } from './parts/casualties.ts'
import type { CrewState, Transfer } from './parts/crews.ts'
import type { Core, Evacuation, Fire, Leak } from './parts/hazards.ts'
import type { Air, Breach, Field, Passages, Vent } from './parts/hull.ts'
import type { Report, ThingKey, Unknown } from './parts/knowledge.ts'
import type { Incident, Numbers, RunningScenario } from './parts/record.ts'
import type { CasualtyLine, Diagnosis, Power, PowerClasses, Readying, Supply, SystemState } from './parts/systems.ts'
import type { Plan } from './plan.ts'
import type { Alert, Automation, RunMode, TaskPriority } from './terms.ts'

export type * from './parts/alarms.ts'
export type * from './parts/casualties.ts'
export type * from './parts/crews.ts'
export type * from './parts/hazards.ts'
export type * from './parts/hull.ts'
export type * from './parts/knowledge.ts'
export type * from './parts/record.ts'
export type * from './parts/systems.ts'

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
  readonly alarmRecord: AlarmRecord
  readonly runMode: RunMode
  readonly automations: Readonly<Record<Automation, boolean>>
  readonly fires: Readonly<Record<string, Fire>>
  /** When the last fire of a compartment went out. */
  readonly scorched: Readonly<Record<string, number>>
  readonly vents: Readonly<Record<string, Vent>>
  readonly evacuations: Readonly<Record<string, Evacuation>>
  /** By the system that leaks. */
  readonly leaks: Readonly<Record<string, Leak>>
  readonly core: Core
  /** Since when the hull lacks its integrity field. */
  readonly strainedSince: number | null
  /** Classes changed by order. */
  readonly powerClasses: PowerClasses
  readonly casualtyLines: Readonly<Record<string, CasualtyLine>>
  readonly supplies: Readonly<Record<string, Supply>>
  readonly readiness: Readonly<Record<string, Readying>>
  readonly diagnoses: Readonly<Record<string, Diagnosis>>
  readonly transfers: Readonly<Record<string, Transfer>>
  readonly treatmentPlaces: Readonly<Record<string, TreatmentPlace>>
  readonly reports: Readonly<Record<string, Report>>
  /** Ticked steps of kill cards, each with its time: by card and subject ("card/subject"), then by step. */
  readonly ticks: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** What is otherwise than is known aboard. */
  readonly unknown: Readonly<Partial<Record<ThingKey, Unknown>>>
}

export type ShipState = Omit<Ship, 'plan'>

/** A ship as she leaves the yard: everyone well, everything whole, time stopped. */
export const newShip = (plan: Plan): Ship => ({
  plan,
  seq: 0,
  at: 0,
  rate: 0,
  ...untouched(plan),
  numbers: { hit: 0, breach: 0, fire: 0, casualty: 0, report: 0, transfer: 0, incident: 0 },
  runMode: 'simulated',
  incident: null,
})

type Kept = 'seq' | 'at' | 'rate' | 'numbers' | 'incident' | 'runMode'

/** All that a restoration puts back; what is counted and recorded (seq, numbers, incident, clock) goes on. */
export const untouched = (plan: Plan): Omit<ShipState, Kept> => ({
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
  alarmRecord: QUIET,
  automations: { forceFields: false, fireSuppression: false },
  fires: {},
  scorched: {},
  vents: {},
  evacuations: {},
  leaks: {},
  core: { status: 'sound', risk: { percent: 0, since: 0, perS: 0 } },
  strainedSince: null,
  powerClasses: {},
  casualtyLines: {},
  supplies: {},
  readiness: {},
  diagnoses: {},
  transfers: {},
  treatmentPlaces: {},
  reports: {},
  ticks: {},
  unknown: {},
})

const QUIET: AlarmRecord = {
  recent: [],
  floodSince: null,
  raised: 0,
  floods: 0,
  mostInMinute: 0,
  unacknowledged: 0,
  mostUnacknowledged: 0,
  counts: {},
  firstOut: {},
}

export const crewAtStation = (station: string): CrewState => ({
  status: 'ready',
  task: null,
  compartment: station,
  route: [],
  since: 0,
  hurt: 0,
  hands: 0,
  fatigue: { minutes: 0, since: 0, perMinute: 0 },
  tired: 'fresh',
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
