import type { Ship } from '#shared/ship/state.ts'
import { firstWrong, type Invariant } from '../invariant.ts'

/** [LEK1] [LEK2] Its instants pass while nobody is inside, so that one of them may be long ago. */
const leaks = (ship: Ship): string | null =>
  firstWrong(Object.entries(ship.leaks), ([id, { system, compartment, kind, harmsAt }]) => {
    const planned = ship.plan.systems.get(id)
    const fits = system === id && planned?.compartment === compartment && planned.leak?.kind === kind
    if (!fits) return `${id} cannot leak ${kind} into ${compartment}`
    return Number.isSafeInteger(harmsAt) ? null : `the leak of ${id} harms at ${harmsAt}`
  })

/** A reactor that is gone gives nothing and threatens nobody. */
const core = (ship: Ship): string | null => {
  const { status, risk } = ship.core
  const system = ship.plan.file.core?.system
  const percent = risk.percent + (risk.perS * (ship.at - risk.since)) / 1000
  if (status !== 'sound' && system === undefined) return `${status} without a core`
  if (status === 'threatened') return percent >= 0 && percent <= 100 ? null : `threatened at ${percent} %`
  if (percent !== 0) return `${status} at ${percent} %`
  if (status === 'sound') return null
  const { repair, running } = ship.systems[system ?? ''] ?? { repair: { percent: 100, perS: 0 }, running: true }
  const works = running && (repair.percent > 0 || repair.perS > 0)
  return works ? `the core is ${status}, and ${system} works` : null
}

export const hazards: readonly Invariant[] = [
  { name: 'leaks come from their systems', reads: ['leaks'], broken: leaks },
  { name: 'a core that is gone gives nothing', reads: ['core', 'systems'], broken: core },
]
