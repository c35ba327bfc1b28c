import type { FindingKind } from '#shared/review/parts/assessment.ts'
import type { MomentKind } from '#shared/review/parts/course.ts'
import type { HazardKind } from '#shared/review/parts/hazards.ts'
import type { Format } from './reviews.ts'

export const HAZARD: Readonly<Record<HazardKind, string>> = {
  breach: 'Breaches',
  fire: 'Fires',
  leak: 'Leaks',
  passage: 'Jammed passages',
  system: 'Damaged systems',
}

export const MOMENT: Readonly<Record<MomentKind, string>> = {
  hit: 'Hit',
  alert: 'Condition',
  hazard: 'Hazard',
  casualty: 'Casualty',
  capability: 'Capability',
  crew: 'Crew',
  order: 'Order',
  report: 'Report',
  scenario: 'Scenario',
  alarm: 'Alarm',
  record: 'Log',
}

export const FINDING: Readonly<Record<FindingKind, string>> = {
  death: 'Death',
  'preventable-death': 'Preventable',
  'uncrewed-critical': 'No crew',
  late: 'Late',
  boundary: 'Boundary',
  exposure: 'Exposure',
  capability: 'Capability',
  expected: 'Expected',
  alarms: 'Alarms',
  fatigue: 'Fatigue',
  power: 'Power',
}

export const FORMAT: Readonly<Record<Format, string>> = {
  json: 'JSON',
  csv: 'CSV',
  html: 'HTML',
  pdf: 'PDF',
  recording: 'Recording',
}
