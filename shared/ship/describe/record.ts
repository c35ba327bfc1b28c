import type { RecordFact } from '../facts/record.ts'
import { INCIDENT_KIND, RATING, RUN_MODE } from '../views/words.ts'

import type { Lines } from './lines.ts'

export const record: Lines<RecordFact> = {
  ShipCommissioned: (_plan, event) => `${event.name} commissioned`,
  ShipRestored: () => 'Ship restored',
  ClockSet: (_plan, event) => (event.rate === 0 ? 'Clock stopped' : `Clock runs at ${event.rate}×`),
  AlertSet: (_plan, event) => `Condition ${event.condition}`,
  IncidentOpened: (_plan, event) => `${INCIDENT_KIND[event.kind]} opened: ${event.name}`,
  IncidentClosed: (_plan, event) => `Incident ${event.incident} closed`,
  LogRecorded: (_plan, event) => event.text,
  NotePinned: (_plan, event) => `Note (${event.kind}): ${event.text}`,
  ObjectiveRated: (_plan, event) => `${RATING[event.rating ?? 'none']}: ${event.text}`,
  ImprovementRecorded: (_plan, event) =>
    `Improvement ${event.status}: ${event.text}${event.owner ? ` (${event.owner})` : ''}`,
  StandardsSet: () => 'Standards of response set',
  ScenarioStarted: (_plan, event) => `Scenario started: ${event.script.name}`,
  InjectRun: (_plan, event) => event.say ?? (event.refused ? `Scenario: refused, ${event.refused}` : 'Scenario inject'),
  ConditionalInjectRun: (_plan, event) =>
    event.say ?? (event.refused ? `Scenario: refused, ${event.refused}` : 'Scenario inject'),
  ScenarioEnded: () => 'Scenario ended',
  RunModeSet: (_plan, event) => `Run mode: ${RUN_MODE[event.mode]}`,
  Withheld: () => 'Not known yet',
}
