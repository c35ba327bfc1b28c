import { alarms } from '#shared/ship/apply/alarms.ts'
import { casualties } from '#shared/ship/apply/casualties.ts'
import { crews } from '#shared/ship/apply/crews.ts'
import { hazards } from '#shared/ship/apply/hazards.ts'
import { hull } from '#shared/ship/apply/hull.ts'
import { knowledge } from '#shared/ship/apply/knowledge.ts'
import { record } from '#shared/ship/apply/record.ts'
import { systems } from '#shared/ship/apply/systems.ts'

const APPLIED = {
  ...{ ...record, ...hull, ...hazards, ...systems },
  ...{ ...crews, ...casualties, ...alarms, ...knowledge },
}

/** The empty place of an event that a role may not see: it is sent, and never stored. */
const NOT_STORED = 'Withheld'

/** Every event that a log may have, by name. */
export const FACT_TYPES: readonly string[] = Object.keys(APPLIED).filter((type) => type !== NOT_STORED)
