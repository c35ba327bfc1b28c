import { alarms } from './describe/alarms.ts'
import { casualties } from './describe/casualties.ts'
import { crews } from './describe/crews.ts'
import { hazards } from './describe/hazards.ts'
import { hull } from './describe/hull.ts'
import { knowledge } from './describe/knowledge.ts'
import { record } from './describe/record.ts'
import { systems } from './describe/systems.ts'
import type { Fact, RecordedEvent } from './events.ts'
import type { Plan } from './plan.ts'
import type { Lines } from './describe/lines.ts'

const LINES: Lines<Fact> = {
  ...record,
  ...hull,
  ...hazards,
  ...systems,
  ...crews,
  ...casualties,
  ...alarms,
  ...knowledge,
}

/** One event as a line of the log; an event whose content a role may not know says only that. */
export const describe = (plan: Plan, event: RecordedEvent): string => {
  // The table pairs each type with its own kind of event, which indexing by a union cannot say.
  const line = LINES[event.type] as (plan: Plan, event: Fact) => string
  return line(plan, event)
}
