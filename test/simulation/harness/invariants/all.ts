import type { Ship } from '#shared/ship/state.ts'
import type { Finding, Invariant } from '../invariant.ts'
import { air } from './air.ts'
import { alarms } from './alarms.ts'
import { capabilities } from './capabilities.ts'
import { crews } from './crews.ts'
import { evacuations } from './evacuations.ts'
import { fires } from './fires.ts'
import { hazards } from './hazards.ts'
import { knowledge } from './knowledge.ts'
import { medical } from './medical.ts'
import { people } from './people.ts'
import { power } from './power.ts'
import { routes } from './routes.ts'
import { stores } from './stores.ts'
import { work } from './work.ts'

const INVARIANTS: readonly Invariant[] = [
  ...people,
  ...crews,
  ...routes,
  ...work,
  ...air,
  ...power,
  ...fires,
  ...evacuations,
  ...hazards,
  ...stores,
  ...knowledge,
  ...capabilities,
  ...medical,
  ...alarms,
]

/** All that is wrong with a ship at a moment; empty: nothing. */
export const findingsIn = (ship: Ship): readonly Finding[] =>
  INVARIANTS.flatMap(({ name, broken }) => {
    const what = broken(ship)
    return what === null ? [] : [{ invariant: name, what }]
  })

const RECORDS = [...new Set(INVARIANTS.flatMap(({ reads }) => reads))]
if (RECORDS.length > 32) throw new Error('a mask has room for 32 records')

const maskOf = (is: (record: (typeof RECORDS)[number]) => boolean): number =>
  RECORDS.reduce((mask, record, bit) => (is(record) ? mask | (1 << bit) : mask), 0)
const ASKED = INVARIANTS.map((invariant) => ({ invariant, mask: maskOf((record) => invariant.reads.includes(record)) }))

/** As above, but asks only those that look at something which is another than it was; the first that is wrong. */
export const findingSince = (before: Ship, ship: Ship, asking: () => void): Finding | null => {
  const changed = maskOf((record) => before[record] !== ship[record])
  if (changed === 0) return null
  for (const { invariant, mask } of ASKED) {
    if ((mask & changed) === 0) continue
    asking()
    const what = invariant.broken(ship)
    if (what !== null) return { invariant: invariant.name, what }
  }
  return null
}
