import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { healthAt, performancesAt, reachesAt } from '../formula.ts'
import { shown } from '../known.ts'
import { type Due, type Law, on, soonestOf, SYSTEMS_CHANGED } from '../law.ts'
import type { Capability, Mode } from '../plan.ts'
import { within } from '../limits.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import { known, rememberedLast } from '../records.ts'
import type { Ship } from '../state.ts'
import { isOnLine } from './casualty-power.ts'
import { coreGone } from './core-gone.ts'
import { spareMw } from './power.ts'
import { fuelMissing } from './supplies.ts'

/** [CAP1] The best mode whose needs are met; the last one needs nothing. */
export const modeAt = (ship: Ship, capability: Capability, at: number, performance = performancesAt(ship, at)): Mode =>
  known(
    capability.modes.find(({ needs }) => needs.every((need) => performance(need.system) >= need.atLeastPercent)),
    `mode of ${capability.id}`,
  )

export const announcedMode = (ship: Ship, capability: Capability): string =>
  ship.modes[capability.id] ?? known(capability.modes[0], capability.id).id

export const shutDownSystem = (ship: Ship, { system }: Extract<Order, { type: 'ShutDownSystem' }>): Ruling => {
  if (!ship.plan.systems.has(system)) return err({ code: 'UnknownThing', what: 'system', id: system })
  return ok(ship.systems[system]?.stoppedBecause === 'order' ? [] : [{ type: 'SystemShutDown', system }])
}

/** [POW3] A system starts only when there is power to spare for it; one on an emergency cable has its own. [CPW2] */
export const startSystem = (ship: Ship, { system }: Extract<Order, { type: 'StartSystem' }>, at: number): Ruling => {
  const planned = ship.plan.systems.get(system)
  if (!planned) return err({ code: 'UnknownThing', what: 'system', id: system })
  if (ship.systems[system]?.running !== false) return ok([])
  const core = coreGone(ship, system)
  if (core) return err({ code: 'CoreGone', core })
  const fuel = fuelMissing(ship, system)
  if (fuel !== null) return err({ code: 'NotReadyYet', item: planned.name, needed: `no ${fuel} left` })
  if (isOnLine(ship, system)) return ok([{ type: 'SystemStarted', system }])
  const own = ((planned.suppliesMw ?? 0) * healthAt(ship, system, at)) / 100
  const spare = spareMw(ship, at) + own
  if (planned.drawMw > spare) return err({ code: 'NotEnoughPower', neededMw: planned.drawMw, spareMw: spare })
  return ok([{ type: 'SystemStarted', system }])
}

export const damageSystem = (
  ship: Ship,
  { system, to, hidden }: Extract<Order, { type: 'DamageSystem' }>,
  at: number,
): Ruling => {
  if (!ship.plan.systems.has(system)) return err({ code: 'UnknownThing', what: 'system', id: system })
  const most = healthAt(ship, system, at)
  const left = within('to', to, { least: 0, most })
  if (!left.ok) return left
  const fault = hidden === true && ({ fault: true } as const)
  return ok(to === most ? [] : [{ type: 'SystemDamaged', system, percent: to, hit: null, ...fault }])
}

/** Ids of the systems that are being repaired. */
const underRepair = rememberedLast((systems: Ship['systems']) =>
  Object.keys(systems).filter((id) => known(systems[id], id).repair.perS > 0),
)

/** The next percentage on the way up at which something changes. */
const markDue = (ship: Ship, id: string): Due | null => {
  const { repair } = known(ship.systems[id], id)
  const mark = known(ship.plan.systems.get(id), id).marks.find((percent) => percent > repair.percent)
  const at = mark === undefined ? null : reachesAt(repair, mark)
  return at === null ? null : { at, id }
}

const due = (ship: Ship): Due | null => soonestOf(underRepair(ship.systems), (id) => markDue(ship, id))

const fall = (ship: Ship, { id }: Due): readonly Fact[] => {
  const { repair } = known(ship.systems[id], id)
  const marks = known(ship.plan.systems.get(id), id).marks
  const percent = known(
    marks.find((mark) => mark > repair.percent),
    `mark of ${id}`,
  )
  return [{ type: 'SystemHealthReached', system: id, percent }]
}

/** What the captain is told follows from what is known aboard. [KNO6] */
const capabilityFacts = (ship: Ship): readonly Fact[] => {
  const facts: Fact[] = []
  const performance = performancesAt(ship, ship.at)
  for (const capability of ship.plan.capabilities.values()) {
    const from = announcedMode(ship, capability)
    const to = modeAt(ship, capability, ship.at, performance).id
    if (from !== to) facts.push({ type: 'CapabilityChanged', capability: capability.id, from, to })
  }
  return facts
}

const reactions = () => on([...SYSTEMS_CHANGED, 'PlaceRevealed'], (ship) => capabilityFacts(shown(ship)))

/** [SYS1]–[SYS4] [CAP1] [CAP2] Systems lean on each other; what the captain can ask for follows. */
export const systems: Law = { due, fall, reactions }
