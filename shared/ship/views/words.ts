import type { AlarmCause, AlarmPriority, PassageBlock } from '../state.ts'
import type {
  Automation,
  CasualtyStatus,
  CrewStatus,
  DamageKind,
  Discovery,
  FireGrowth,
  IncidentKind,
  Injury,
  LeakKind,
  Rating,
  RunMode,
  Tiredness,
  Triage,
} from '../terms.ts'
import type { PassageState, Plan } from '../plan.ts'
import { targetOf } from '../task-id.ts'

/** The words people see, in one place. Names of things come from the ship file. */
export const CREW_STATUS: Readonly<Record<CrewStatus, string>> = {
  ready: 'Ready',
  enRoute: 'En route',
  onScene: 'On scene',
  working: 'Working',
  returning: 'Returning',
}
export const CASUALTY_STATUS: Readonly<Record<CasualtyStatus, string>> = {
  waiting: 'Waiting',
  moving: 'On the way',
  inBed: 'In a bed',
  stable: 'Stable',
  discharged: 'Back on duty',
  dead: 'Dead',
}
export const TRIAGE: Readonly<Record<Triage, string>> = {
  immediate: 'Immediate',
  delayed: 'Delayed',
  minimal: 'Minimal',
  expectant: 'Expectant',
}
export const INJURY: Readonly<Record<Injury, string>> = {
  burns: 'Burns',
  'severe-burns': 'Severe burns',
  blast: 'Blast injury',
  crush: 'Crush injury',
  fracture: 'Fracture',
  laceration: 'Laceration',
  concussion: 'Concussion',
  shock: 'Shock',
  hypoxia: 'Lack of air',
  inhalation: 'Fumes breathed in',
  radiation: 'Radiation sickness',
}
export const ALARM_CAUSE: Readonly<Record<AlarmCause, string>> = {
  breach: 'Hull breach',
  'thin-air': 'Thin air',
  'field-failed': 'Force field failed',
  system: 'Damaged',
  casualties: 'Casualties waiting',
  passage: 'Passage jammed',
  power: 'Power short',
  crew: 'Crew held up',
  fire: 'Fire',
  leak: 'Leak',
  trapped: 'People trapped',
  core: 'Core breach risk',
  'hull-strain': 'Hull without integrity field',
  fatigue: 'Crew worn out',
  supply: 'Supply low',
  report: 'Unconfirmed report',
  beds: 'No bed free',
}
export const PRIORITY: Readonly<Record<AlarmPriority, { readonly word: string; readonly short: string }>> = {
  critical: { word: 'Critical', short: 'CRT' },
  warning: { word: 'Warning', short: 'WRN' },
  caution: { word: 'Caution', short: 'CAU' },
  advisory: { word: 'Advisory', short: 'ADV' },
}
export const PASSAGE_STATE: Readonly<Record<PassageState, string>> = {
  open: 'Open',
  closed: 'Closed',
  sealed: 'Sealed',
  jammed: 'Jammed',
}
const BLOCK: Readonly<Record<PassageBlock, string>> = {
  sealed: 'sealed',
  jammed: 'jammed',
  field: 'behind a force field',
  missing: 'no passage',
}
export const FIRE_GROWTH: Readonly<Record<FireGrowth, string>> = {
  slow: 'Slow',
  medium: 'Medium',
  fast: 'Fast',
  ultrafast: 'Ultrafast',
}
export const LEAK_KIND: Readonly<Record<LeakKind, string>> = { radiation: 'Radiation', coolant: 'Coolant' }
export const DAMAGE_KIND: Readonly<Record<DamageKind, string>> = {
  breach: 'Hull breach',
  fire: 'Fire',
  'thin-air': 'Thin air',
  leak: 'Leak',
  passage: 'Passage blocked',
  system: 'System damaged',
  casualties: 'Casualties',
  other: 'Something else',
}
export const DISCOVERY: Readonly<Record<Discovery, string>> = {
  sensors: 'by sensors',
  people: 'by people there',
  crew: 'by a crew',
  diagnostic: 'by a diagnostic',
  attempt: 'in trying',
}
export const TIREDNESS: Readonly<Record<Tiredness, string>> = { fresh: 'Fresh', amber: 'Tired', red: 'Worn out' }
export const AUTOMATION: Readonly<Record<Automation, string>> = {
  forceFields: 'Force fields by themselves',
  fireSuppression: 'Fire suppression by itself',
}
export const RUN_MODE: Readonly<Record<RunMode, string>> = { simulated: 'Simulated', reported: 'Reported' }
/** HSEEP's four ratings. */
export const RATING: Readonly<Record<Rating | 'none', string>> = {
  P: 'Performed without challenges',
  S: 'Performed with some challenges',
  M: 'Performed with major challenges',
  U: 'Unable to be performed',
  none: 'Not rated',
}
export const INCIDENT_KIND: Readonly<Record<IncidentKind, string>> = {
  attack: 'Attack',
  drill: 'Drill',
  accident: 'Accident',
}

export const systemName = (plan: Plan, id: string): string => plan.systems.get(id)?.name ?? id
export const crewName = (plan: Plan, id: string): string => plan.crews.get(id)?.name ?? id
export const sickbayName = (plan: Plan, id: string): string => plan.sickbays.get(id)?.name ?? id

/** "07-04 Main lab", or the id alone where the place has no name. */
export const placeName = (plan: Plan, id: string): string => {
  const name = plan.compartments.get(id)?.name
  return name ? `${id} ${name}` : id
}

/** "Breach B3", "Casualty C7", or the name of the system. */
export const taskName = (plan: Plan, task: string): string => {
  const { kind, id } = targetOf(task)
  switch (kind) {
    case 'breach':
      return `Breach ${id}`
    case 'system':
      return systemName(plan, id)
    case 'passage':
      return `Passage ${id}`
    case 'casualty':
      return `Casualty ${id}`
    case 'fire':
      return `Fire ${id}`
    case 'leak':
      return `Leak, ${systemName(plan, id)}`
    case 'casualty-power':
      return `Casualty power, ${systemName(plan, id)}`
    case 'place':
      return `Look at ${id}`
  }
}

/** Power in MW as people read it: kW where a small vessel has no more. */
export const powerWords = (mw: number): string =>
  mw !== 0 && Math.abs(mw) < 1 ? `${Math.round(mw * 1000)} kW` : `${Math.round(mw * 10) / 10} MW`

/** The name of something that can be made ready. */
export const readinessName = (plan: Plan, id: string): string =>
  Object.values(plan.file.readiness ?? {})
    .flat()
    .find((item) => item.id === id)?.name ?? id

export const percentWords = (value: number): string => `${Math.round(value)} %`

export const obstacleWords = (id: string, state: PassageBlock): string =>
  state === 'missing' ? 'no way there' : `${id} ${BLOCK[state]}`
