import { batteryAt } from '#shared/ship/formula.ts'
import type { Ship, SystemState } from '#shared/ship/state.ts'
import type { Invariant } from '../invariant.ts'
import { healthOf, isNear, performanceOf, ROUNDING, sum } from '../readings.ts'

const fieldsMw = (ship: Ship): number => sum(Object.values(ship.fields).map(({ drawMw }) => drawMw))

const chargeMj = (ship: Ship): number => batteryAt(ship.power, ship.plan.file.battery.capacityMj, ship.at)

const availableMw = (ship: Ship): number =>
  ship.power.supplyMw + (chargeMj(ship) > 0 ? ship.plan.file.battery.outputMw : 0)

/** [CPW2] What is on an emergency cable draws nothing from the switchboard. */
const isFed = (ship: Ship, id: string): boolean =>
  ship.systems[id]?.running !== false && healthOf(ship, id) > 0 && ship.casualtyLines[id]?.rigged !== true

/** The balance is struck at events; what repair has brought since then, or what was reported of it, is not in it yet. */
const isReckoned = ({ power, runMode }: Ship, { repair }: SystemState): boolean =>
  repair.perS <= 0 && (runMode === 'reported' ? repair.since < power.since : repair.since <= power.since)

const isAllReckoned = (ship: Ship): boolean => Object.values(ship.systems).every((system) => isReckoned(ship, system))

const battery = (ship: Ship): string | null => {
  const { capacityMj, outputMw } = ship.plan.file.battery
  const charge = chargeMj(ship)
  if (!(charge >= 0 && charge <= capacityMj)) return `battery at ${charge} MJ of ${capacityMj}`
  return Math.abs(ship.power.netMw) <= outputMw + ROUNDING ? null : `the battery gives or takes ${ship.power.netMw} MW`
}

const drawnMw = (ship: Ship): number => {
  let drawn = fieldsMw(ship)
  for (const { id, drawMw } of ship.plan.systems.values()) if (isFed(ship, id)) drawn += drawMw
  return drawn
}

const givenMw = (ship: Ship): number => {
  const known = new Map<string, number>()
  let given = 0
  for (const { id, suppliesMw } of ship.plan.systems.values())
    if (suppliesMw !== undefined) given += (suppliesMw * performanceOf(ship, id, known)) / 100
  return given
}

/** [POW1] Never more than there is; and exactly that, unless repair goes on. */
const balance = (ship: Ship): string | null => {
  const { supplyMw, demandMw } = ship.power
  const [given, drawn] = [givenMw(ship), drawnMw(ship)]
  if (supplyMw > given + ROUNDING) return `${supplyMw} MW of supply announced, ${given} given`
  if (demandMw > drawn + ROUNDING) return `${demandMw} MW of demand announced, ${drawn} drawn`
  if (!isAllReckoned(ship) || (isNear(supplyMw, given) && isNear(demandMw, drawn))) return null
  return `${supplyMw} for ${demandMw} MW announced, ${given} for ${drawn} given and drawn`
}

const fields = (ship: Ship): string | null => {
  const [drawn, available] = [fieldsMw(ship), availableMw(ship)]
  return drawn <= available + ROUNDING ? null : `fields draw ${drawn} MW of ${available}`
}

/** [POW4] What nothing can feed is shed, as long as there is anything to shed. */
const shed = (ship: Ship): string | null => {
  const short = ship.power.demandMw - availableMw(ship)
  if (short <= ROUNDING) return null
  for (const { id, drawMw, suppliesMw } of ship.plan.systems.values()) {
    const system = ship.systems[id]
    const sheddable = drawMw > 0 && suppliesMw === undefined && isFed(ship, id)
    if (sheddable && (!system || isReckoned(ship, system))) return `${short} MW short, and ${id} is fed`
  }
  return null
}

/** [POW5] What was shed and can be carried runs again. */
const restarted = (ship: Ship): string | null => {
  const surplus = ship.power.supplyMw - ship.power.demandMw
  for (const id in ship.systems) {
    if (ship.systems[id]?.stoppedBecause !== 'shed') continue
    const { drawMw } = ship.plan.systems.get(id) ?? { drawMw: Infinity }
    if (surplus > ROUNDING && drawMw <= surplus - ROUNDING) return `${surplus} MW to spare, and ${id} stays shed`
  }
  return null
}

const POWER = ['power', 'systems', 'fields', 'casualtyLines'] as const

export const power: readonly Invariant[] = [
  { name: 'the battery is within its bounds', reads: ['power'], broken: battery },
  { name: 'the power balance adds up', reads: POWER, broken: balance },
  { name: 'fields draw no more than there is', reads: POWER, broken: fields },
  { name: 'what cannot be fed is shed', reads: POWER, broken: shed },
  { name: 'what can be fed starts again', reads: POWER, broken: restarted },
]
