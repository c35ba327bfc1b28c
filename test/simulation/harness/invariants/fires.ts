import { pressureAt } from '#shared/ship/formula.ts'
import type { Fire, Ship } from '#shared/ship/state.ts'
import { firstWrong, type Invariant } from '../invariant.ts'
import { ROUNDING } from '../readings.ts'

/** [FIR8] A fire dies under this share of the ship's own pressure. */
const LEAST_AIR = 0.4

/** [FIR2] Thomas: 7.8·A_T + 378·A_v·√H_v kW, with A_T = 6·V^(2/3) and one door of 0.8 × 2.0 m. */
const flashoverKw = (volumeM3: number): number => 7.8 * 6 * Math.cbrt(volumeM3) ** 2 + 378 * 1.6 * Math.SQRT2

const isFought = ({ crews }: Ship, { compartment, suppressed }: Fire): boolean =>
  suppressed || Object.values(crews).some(({ status, task }) => status === 'working' && task === `fire:${compartment}`)

const wrongHeat = (ship: Ship, { compartment, heat, flashedOverAt }: Fire): string | null => {
  const most = flashoverKw(ship.plan.compartments.get(compartment)?.volumeM3 ?? 0)
  if (!(heat.kw >= 0 && heat.kw <= most * (1 + ROUNDING))) return `has ${heat.kw} kW of ${most} at most`
  if (flashedOverAt !== null) return heat.growing ? 'has flashed over and grows' : null
  return null
}

const wrongTime = (ship: Ship, { startedAt, heat, burnsAt }: Fire): string | null =>
  startedAt <= ship.at && heat.since <= ship.at && Number.isSafeInteger(burnsAt)
    ? null
    : 'has yet to start, or never burns'

/** [FIR2] [FIR3] One fire a compartment, and no more heat than the compartment gives. */
const burning = (ship: Ship): string | null =>
  firstWrong(Object.entries(ship.fires), ([id, fire]) => {
    if (fire.compartment !== id) return `the fire in ${fire.compartment} is listed under ${id}`
    const what = wrongHeat(ship, fire) ?? wrongTime(ship, fire)
    return what && `the fire in ${id} ${what}`
  })

/** [FIR4] What is fought does not grow; what nobody fights does, until it has flashed over. */
const held = (ship: Ship): string | null =>
  firstWrong(Object.values(ship.fires), (fire) => {
    const grows = fire.flashedOverAt === null && !isFought(ship, fire)
    return fire.heat.growing === grows ? null : `the fire in ${fire.compartment} ${grows ? 'does not grow' : 'grows'}`
  })

/** [FIR8] */
const breathing = (ship: Ship): string | null =>
  firstWrong(Object.keys(ship.fires), (id) => {
    const kpa = pressureAt(ship, id, ship.at)
    const enough = kpa > LEAST_AIR * ship.plan.file.atmosphere.kpa - ROUNDING
    return enough ? null : `a fire burns in ${id} at ${kpa} kPa`
  })

export const fires: readonly Invariant[] = [
  { name: 'fires are as hot as they can be', reads: ['fires'], broken: burning },
  { name: 'fires grow unless they are fought', reads: ['fires', 'crews'], broken: held },
  { name: 'fires have air', reads: ['fires', 'air'], broken: breathing },
]
