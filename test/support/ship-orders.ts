import type { ImprovementStatus, Order, Script } from '#shared/ship/commands.ts'
import type {
  Automation,
  DamageKind,
  FireGrowth,
  Injury,
  PowerClass,
  Rating,
  RunMode,
  TaskPriority,
  Triage,
} from '#shared/ship/terms.ts'
import type { Facing } from '#shared/ship-file/schema.ts'

/** Orders in a word or two, so that a test reads as what it is about. */
export const hit = (compartment: string, energy: number, facing: Facing = 'ventral'): Order => ({
  type: 'InflictHit',
  compartment,
  energy,
  facing,
})
export const breach = (compartment: string, area: number): Order => ({ type: 'InflictBreach', compartment, area })
export const damage = (system: string, to: number): Order => ({ type: 'DamageSystem', system, to })
export const raise = (compartment: string): Order => ({ type: 'RaiseForceField', compartment })
export const lower = (compartment: string): Order => ({ type: 'LowerForceField', compartment })
export const seal = (passage: string): Order => ({ type: 'SealPassage', passage })
export const open = (passage: string): Order => ({ type: 'OpenPassage', passage })
export const stop = (system: string): Order => ({ type: 'ShutDownSystem', system })
export const start = (system: string): Order => ({ type: 'StartSystem', system })
export const send = (crew: string, task: string): Order => ({ type: 'DispatchCrew', crew, task })
export const recall = (crew: string): Order => ({ type: 'RecallCrew', crew })
export const rank = (task: string, priority: TaskPriority): Order => ({ type: 'SetTaskPriority', task, priority })
export const acknowledge = (alarm: string): Order => ({ type: 'AcknowledgeAlarm', alarm })
export const shelve = (alarm: string, minutes: number, reason = 'known'): Order => ({
  type: 'ShelveAlarm',
  alarm,
  minutes,
  reason,
})
export const unshelve = (alarm: string): Order => ({ type: 'UnshelveAlarm', alarm })
export const SILENCE: Order = { type: 'SilenceAlarms' }
export const report = (compartment: string, injury: Injury, name?: string): Order => ({
  type: 'ReportCasualty',
  compartment,
  injury,
  ...(name !== undefined && { name }),
})
export const triage = (casualty: string, category: Triage): Order => ({ type: 'TriageCasualty', casualty, category })
export const carry = (casualty: string): Order => ({ type: 'TransportCasualty', casualty, by: 'carry' })
export const beam = (casualty: string): Order => ({ type: 'TransportCasualty', casualty, by: 'beam' })
export const treat = (casualty: string): Order => ({ type: 'TreatCasualty', casualty, treatment: 'tourniquet' })
export const discharge = (casualty: string): Order => ({ type: 'DischargeCasualty', casualty })
export const declareDead = (casualty: string): Order => ({ type: 'DeclareDeath', casualty })
export const ignite = (compartment: string, growth: FireGrowth = 'medium'): Order => ({
  type: 'StartFire',
  compartment,
  growth,
})
export const suppress = (compartment: string): Order => ({ type: 'SuppressFire', compartment })
export const vent = (compartment: string): Order => ({ type: 'VentCompartment', compartment })
export const evacuate = (compartment: string): Order => ({ type: 'EvacuateCompartment', compartment })
export const say = (text: string): Order => ({ type: 'RecordLog', text })

export const scenario = (script: Partial<Script>, seed?: number): Order => ({
  type: 'StartScenario',
  scenario: 'squall',
  ...(seed !== undefined && { seed }),
  script: { name: 'Squall', kind: 'drill', seed: 7, injects: [], conditional: [], endsAfterMs: null, ...script },
})
export const runBy = (mode: RunMode): Order => ({ type: 'SetRunMode', mode })
export const onScene = (crew: string): Order => ({ type: 'ReportOnScene', crew })
export const progress = (crew: string, percent: number): Order => ({ type: 'ReportProgress', crew, percent })
export const done = (crew: string): Order => ({ type: 'ReportDone', crew })
export const powerClass = (system: string, priority: PowerClass): Order => ({
  type: 'SetPowerPriority',
  system,
  priority,
})
export const rig = (system: string): Order => ({ type: 'RigCasualtyPower', system })
export const unrig = (system: string): Order => ({ type: 'UnrigCasualtyPower', system })
export const lend = (from: string, to: string, people: number): Order => ({ type: 'LendHands', from, to, people })
export const eject: Order = { type: 'EjectCore' }
export const diagnose = (system: string): Order => ({ type: 'RunDiagnostic', system })
export const hide = (system: string, to: number): Order => ({ type: 'DamageSystem', system, to, hidden: true })
export const automate = (automation: Automation, on = true): Order => ({ type: 'SetAutomation', automation, on })
export const setUp = (sickbay: string): Order => ({ type: 'OpenTreatmentPlace', sickbay })
export const tell = (
  compartment: string,
  what: DamageKind,
  text: string,
  more: { readonly extent?: string; readonly needs?: string } = {},
): Order => ({ type: 'ReportDamage', compartment, what, text, ...more })
export const addTo = (report: string, more: { readonly extent?: string; readonly needs?: string }): Order => ({
  type: 'FollowUpReport',
  report,
  ...more,
})
export const confirm = (report: string): Order => ({ type: 'ConfirmReport', report })
export const refute = (report: string): Order => ({ type: 'RefuteReport', report })
export const tick = (card: string, subject: string, step: string): Order => ({ type: 'TickStep', card, subject, step })
export const ready = (item: string): Order => ({ type: 'MakeReady', item })
export const standDown = (item: string): Order => ({ type: 'StandDown', item })
export const openDrill = (name = 'Drill'): Order => ({ type: 'OpenIncident', kind: 'drill', name })
export const rated = (rating: Rating | null, incident = 'tern-1', objective = 'contain'): Order => ({
  type: 'RateObjective',
  incident,
  objective,
  text: 'Hold the damage',
  rating,
})
export const improvement = (status: ImprovementStatus, incident = 'tern-1', key = 'i-1'): Order => ({
  type: 'RecordImprovement',
  incident,
  improvement: key,
  text: 'Close doors first',
  owner: 'Torres',
  status,
})
export const standards = (withinS: number | null, sharePercent = 90): Order => ({
  type: 'SetStandards',
  standards: [{ measure: 'turnout', withinS, sharePercent }],
})
