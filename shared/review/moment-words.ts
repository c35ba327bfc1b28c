import type { MomentKind } from './parts/course.ts'

/** What the timeline calls a moment, on screens and paper alike. */
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
  record: 'Record',
}
