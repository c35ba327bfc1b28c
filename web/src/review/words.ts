import type { FindingKind } from '#shared/review/parts/assessment.ts'
import type { HazardKind } from '#shared/review/parts/hazards.ts'
import type { Format } from './reviews.ts'

export const HAZARD: Readonly<Record<HazardKind, string>> = {
  breach: 'Breaches',
  fire: 'Fires',
  leak: 'Leaks',
  passage: 'Jammed passages',
  system: 'Damaged systems',
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
