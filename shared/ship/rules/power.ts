import type { Fact } from '../events.ts'
import { batteryAt, healthAt, performancesAt } from '../formula.ts'
import { type Due, type Law, NOTHING, on, type Reactions, SYSTEMS_CHANGED } from '../law.ts'
import type { System } from '../plan.ts'
import { known, rememberedLast } from '../records.ts'
import type { Power, Ship } from '../state.ts'
import { isOnLine } from './casualty-power.ts'
import { classOf } from './power-priority.ts'

/** Force fields are shed with this class of load (1 is shed last, 4 first). Invented: before people go cold, after comforts. */
const FIELD_CLASS = 2

/** Whether a system draws power from the switchboard: not when stopped or dead, nor when an emergency cable feeds it. */
const isFed = (ship: Ship, id: string): boolean =>
  ship.systems[id]?.running !== false && healthAt(ship, id, ship.at) > 0 && !isOnLine(ship, id)

/** Of all that is amiss, what may not be fed for it; most of what is damaged goes on drawing power. */
const stoppedOrDead = rememberedLast((systems: Ship['systems']) =>
  Object.keys(systems).filter((id) => systems[id]?.running === false || systems[id]?.repair.percent === 0),
)

const fieldsMw = rememberedLast((fields: Ship['fields']) =>
  Object.values(fields).reduce((sum, { drawMw }) => sum + drawMw, 0),
)

/** Nothing is amiss with it, and it leans on nothing that may be. */
const isWhole = (ship: Ship, { id, needs }: System): boolean => needs.length === 0 && !(id in ship.systems)

/**
 * Power is reckoned to the watt: the last bits of a sum, which depend on the order of adding, must not shed a load that just
 * fits, and start it again, for ever.
 */
const toTheWatt = (mw: number): number => Math.round(mw * 1e6) / 1e6

/** [POW1] A source gives in proportion to its performance; a load draws all it needs unless it is stopped or dead. */
const balanceOf = (ship: Ship): { supplyMw: number; demandMw: number } => {
  let supplyMw = 0
  let demandMw = ship.plan.fullLoadMw + fieldsMw(ship.fields)
  const performance = performancesAt(ship, ship.at)
  for (const source of ship.plan.sources) {
    const percent = isWhole(ship, source) ? 100 : performance(source.id)
    supplyMw += ((source.suppliesMw ?? 0) * percent) / 100
  }
  const mayBeUnfed = new Set([...stoppedOrDead(ship.systems), ...Object.keys(ship.casualtyLines)])
  for (const id of mayBeUnfed) if (!isFed(ship, id)) demandMw -= ship.plan.systems.get(id)?.drawMw ?? 0
  return { supplyMw: toTheWatt(supplyMw), demandMw: toTheWatt(demandMw) }
}

const chargeAt = (ship: Ship, at: number): number => batteryAt(ship.power, ship.plan.file.battery.capacityMj, at)

/** What could still be drawn, MW: what the sources leave over, and the battery's output while it has charge. [POW2] */
export const spareMw = (ship: Ship, at: number): number => {
  const battery = chargeAt(ship, at) > 0 ? ship.plan.file.battery.outputMw : 0
  return toTheWatt(ship.power.supplyMw + battery - ship.power.demandMw)
}

/** Battery flow: out to cover a deficit, in from a surplus, never faster than its output, never past full or empty. */
const netOf = (ship: Ship, supplyMw: number, demandMw: number, batteryMj: number): number => {
  const { capacityMj, outputMw } = ship.plan.file.battery
  const surplus = toTheWatt(supplyMw - demandMw)
  if (surplus < 0) return batteryMj > 0 ? -Math.min(-surplus, outputMw) : 0
  return batteryMj < capacityMj ? Math.min(surplus, outputMw) : 0
}

const same = (a: Power, b: Omit<Power, 'since'>): boolean =>
  a.supplyMw === b.supplyMw && a.demandMw === b.demandMw && a.netMw === b.netMw

const balanceFacts = (ship: Ship): readonly Fact[] => {
  const { supplyMw, demandMw } = balanceOf(ship)
  const batteryMj = chargeAt(ship, ship.at)
  const netMw = netOf(ship, supplyMw, demandMw, batteryMj)
  const power = { supplyMw, demandMw, batteryMj, netMw }
  return same(ship.power, power) ? NOTHING : [{ type: 'PowerBalanceChanged', ...power }]
}

interface Load {
  readonly id: string
  readonly powerClass: number
  readonly drawMw: number
  readonly fact: Fact
}

/** All that can be shed. A source never is. */
const loadsOf = (ship: Ship): readonly Load[] => {
  const loads: Load[] = []
  for (const system of ship.plan.loads) {
    const { id, drawMw, suppliesMw } = system
    if (suppliesMw === undefined && isFed(ship, id))
      loads.push({ id, powerClass: classOf(ship, system), drawMw, fact: { type: 'SystemShed', system: id } })
  }
  for (const { compartment, drawMw } of Object.values(ship.fields)) {
    const fact = { type: 'ForceFieldFailed', compartment, reason: 'power' } as const
    loads.push({ id: compartment, powerClass: FIELD_CLASS, drawMw, fact })
  }
  return loads
}

/** The highest class goes first, then the largest draw, then id. */
const goesBefore = (a: Load, b: Load): boolean =>
  (b.powerClass - a.powerClass || b.drawMw - a.drawMw || (a.id < b.id ? -1 : 1)) < 0

/** [POW4] In a deficit that the battery can't cover, loads are shed one by one until the rest can be fed. */
const shedFacts = (ship: Ship): readonly Fact[] => {
  if (ship.power.demandMw === 0 || spareMw(ship, ship.at) >= 0) return NOTHING
  const [load, ...others] = loadsOf(ship)
  return load ? [others.reduce((first, other) => (goesBefore(other, first) ? other : first), load).fact] : NOTHING
}

/** What was shed, the most needed class first. */
const shedSystems = (ship: Ship): readonly System[] =>
  stoppedOrDead(ship.systems)
    .filter((id) => ship.systems[id]?.stoppedBecause === 'shed')
    .map((id) => known(ship.plan.systems.get(id), id))
    .sort((a, b) => classOf(ship, a) - classOf(ship, b) || (a.id < b.id ? -1 : 1))

const surplusOf = ({ power }: Ship): number => toTheWatt(power.supplyMw - power.demandMw)

/** [POW5] What was shed comes back by itself once the sources alone can carry it; what was shut down by order does not. */
const restartFacts = (ship: Ship): readonly Fact[] => {
  const surplus = surplusOf(ship)
  if (surplus <= 0) return NOTHING
  const next = shedSystems(ship).find(({ drawMw }) => drawMw <= surplus)
  return next ? [{ type: 'SystemStarted', system: next.id }] : NOTHING
}

/** [POW6] What was shed takes the place of what is needed less, where that makes room: it starts, and the others are shed. */
const preferFacts = (ship: Ship): readonly Fact[] => {
  const loads = loadsOf(ship)
  const next = shedSystems(ship).find((system) => {
    const needed = classOf(ship, system)
    const less = loads.reduce((sum, { powerClass, drawMw }) => sum + (powerClass > needed ? drawMw : 0), 0)
    return system.drawMw <= toTheWatt(surplusOf(ship) + less)
  })
  return next ? [{ type: 'SystemStarted', system: next.id }] : NOTHING
}

/** What the balance asks for as it stands: a load less, or one more. */
const settleFacts = (ship: Ship): readonly Fact[] => {
  const shed = shedFacts(ship)
  return shed.length > 0 ? shed : restartFacts(ship)
}

/** A load that is dead, or was not yet reckoned with, goes or comes without a new balance; the next one must all the same. */
const strikeFacts = (ship: Ship): readonly Fact[] => {
  const balance = balanceFacts(ship)
  return balance.length > 0 ? balance : settleFacts(ship)
}

/** Whatever gives or draws power. */
const STRIKES = [
  ...(['ShipCommissioned', 'ShipRestored', 'ScenarioStarted'] as const),
  ...SYSTEMS_CHANGED,
  ...(['ForceFieldRaised', 'ForceFieldLowered', 'ForceFieldFailed'] as const),
  ...(['BatteryFilled', 'CasualtyPowerRigged', 'CasualtyPowerRemoved'] as const),
]

const reactions = (): Reactions => ({
  ...on(STRIKES, strikeFacts),
  PowerPrioritySet: preferFacts,
  BatteryDepleted: shedFacts,
  PowerBalanceChanged: settleFacts,
})

const due = ({ power, plan }: Ship): Due | null => {
  if (power.netMw === 0) return null
  const missing = power.netMw > 0 ? plan.file.battery.capacityMj - power.batteryMj : power.batteryMj
  return { at: power.since + Math.ceil((missing / Math.abs(power.netMw)) * 1000), id: 'battery' }
}

const fall = (ship: Ship): readonly Fact[] => [{ type: ship.power.netMw > 0 ? 'BatteryFilled' : 'BatteryDepleted' }]

/** [POW1]–[POW6] Sources, battery and loads. */
export const power: Law = { due, fall, reactions }
