import type { Capability } from '#shared/ship/plan.ts'
import type { Ship } from '#shared/ship/state.ts'
import { shown } from '#shared/ship/known.ts'
import { firstWrong, type Invariant } from '../invariant.ts'
import { performanceOf } from '../readings.ts'

/** [CAP1] [CAP2] [KNO6] The announced mode is the best whose needs are all met, as far as is known aboard. */
const announced = (aboard: Ship): string | null => {
  const ship = shown(aboard)
  const known = new Map<string, number>()
  const met = ({ needs }: Capability['modes'][number]): boolean =>
    needs.every(({ system, atLeastPercent }) => performanceOf(ship, system, known) >= atLeastPercent)
  return firstWrong(ship.plan.capabilities.values(), ({ id, modes }) => {
    const said = ship.modes[id] ?? modes[0]?.id
    const best = modes.find(met)?.id
    return said === best ? null : `${id} is said to be ${said}, and is ${best}`
  })
}

export const capabilities: readonly Invariant[] = [
  { name: 'capabilities are what they are said to be', reads: ['systems', 'modes', 'unknown'], broken: announced },
]
