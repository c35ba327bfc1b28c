import type { Fact } from './events.ts'
import { type Law, type Reaction, reactionOf } from './law.ts'
import { alarmFloods } from './rules/alarm-floods.ts'
import { alarms } from './rules/alarms.ts'
import { automation } from './rules/automation.ts'
import { casualtyPower } from './rules/casualty-power.ts'
import { casualties } from './rules/casualties.ts'
import { core } from './rules/core.ts'
import { crews } from './rules/crews.ts'
import { diagnostics } from './rules/diagnostics.ts'
import { evacuation } from './rules/evacuation.ts'
import { fatigue } from './rules/fatigue.ts'
import { fields } from './rules/fields.ts'
import { fire } from './rules/fire.ts'
import { hands } from './rules/hands.ts'
import { injects } from './rules/injects.ts'
import { knowledge } from './rules/knowledge.ts'
import { leaks } from './rules/leaks.ts'
import { power } from './rules/power.ts'
import { readiness } from './rules/readiness.ts'
import { repair } from './rules/repair.ts'
import { reports } from './rules/reports.ts'
import { shelving } from './rules/shelving.ts'
import { structure } from './rules/structure.ts'
import { supplies } from './rules/supplies.ts'
import { systems } from './rules/systems.ts'
import { thinAir } from './rules/thin-air.ts'
import { transport } from './rules/transport.ts'
import { treatmentPlaces } from './rules/treatment-places.ts'
import { venting } from './rules/venting.ts'
import { vents } from './rules/vents.ts'

/**
 * All laws of the ship, in the order in which they act when several fall due at the same instant or answer the same
 * event. The injects of a scenario meet the ship as orders do, after all else. Part of the stored format's meaning:
 * changing it changes what a seed does.
 */
export const LAWS: readonly Law[] = [
  power,
  casualtyPower,
  fields,
  structure,
  fire,
  vents,
  venting,
  thinAir,
  leaks,
  evacuation,
  systems,
  core,
  knowledge,
  reports,
  repair,
  crews,
  hands,
  fatigue,
  transport,
  casualties,
  treatmentPlaces,
  supplies,
  readiness,
  diagnostics,
  automation,
  injects,
  alarms,
  shelving,
  alarmFloods,
]

const REACTIONS = new Map<Fact['type'], readonly Reaction[]>()

/** How the laws answer a type of event, in their order; found out once. */
export const reactionsTo = (type: Fact['type']): readonly Reaction[] => {
  const before = REACTIONS.get(type)
  if (before) return before
  const reactions = LAWS.map((law) => reactionOf(law, type)).filter((reaction) => reaction !== undefined)
  REACTIONS.set(type, reactions)
  return reactions
}
