import type { EventOf, Fact } from '../events.ts'
import { healthAt, kpaReachedAt, pressureAt } from '../formula.ts'
import { type Due, earlier, type Law, NOTHING, soonestOf } from '../law.ts'
import { peopleIn } from '../people.ts'
import { known } from '../records.ts'
import type { Air, Leak, Ship } from '../state.ts'
import type { Injury, LeakKind } from '../terms.ts'
import { reportFact } from './injuries.ts'

/** How long a leak takes to hurt whoever is inside, and does so again, ms. Invented. */
const HARMS_EVERY_MS: Readonly<Record<LeakKind, number>> = { radiation: 10 * 60_000, coolant: 2 * 60_000 }
const INJURY: Readonly<Record<LeakKind, Injury>> = { radiation: 'radiation', coolant: 'inhalation' }
/** Below this share of the ship's own pressure coolant has boiled off into space. Invented. */
const BOILED_OFF_SHARE = 0.05

const boiledOffKpa = ({ plan }: Ship): number => plan.file.atmosphere.kpa * BOILED_OFF_SHARE

const isAirless = (ship: Ship, compartment: string): boolean =>
  pressureAt(ship, compartment, ship.at) <= boiledOffKpa(ship)

/** [LEK1] A system that is damaged to below its limit leaks; damaged again after the leak was stopped, it leaks again. */
const startFacts = (ship: Ship, system: string): readonly Fact[] => {
  const { leak, compartment } = known(ship.plan.systems.get(system), system)
  if (!leak || system in ship.leaks || healthAt(ship, system, ship.at) >= leak.belowPercent) return NOTHING
  const { kind } = leak
  if (kind === 'coolant' && isAirless(ship, compartment)) return NOTHING
  return [{ type: 'LeakStarted', system, kind, compartment, harmsAt: ship.at + HARMS_EVERY_MS[kind] }]
}

const mendedFacts = (ship: Ship, { system, percent }: EventOf<'SystemHealthReached'>): readonly Fact[] => {
  const leak = ship.leaks[system]
  const mended = leak && percent >= (ship.plan.systems.get(system)?.leak?.belowPercent ?? 0)
  return mended ? [{ type: 'LeakStopped', system, compartment: leak.compartment }] : NOTHING
}

/** [LEK2] Whoever is inside at one of its instants is hurt; while nobody is, they pass. */
const harmDue = (ship: Ship, { system, kind, compartment, harmsAt }: Leak): Due | null => {
  if (peopleIn(ship, compartment) === 0) return null
  const every = HARMS_EVERY_MS[kind]
  const passed = Math.max(0, Math.ceil((ship.at - harmsAt) / every))
  return { at: harmsAt + passed * every, id: system }
}

/** When the air has thinned so far; air that comes back passes there, too, the other way. */
const airlessAt = (ship: Ship, air: Air): number | null =>
  air.flow.kind === 'venting' ? kpaReachedAt(air, boiledOffKpa(ship)) : null

/** [LEK3] */
const boilsOffDue = (ship: Ship, { system, kind, compartment }: Leak): Due | null => {
  const air = ship.air[compartment]
  if (kind !== 'coolant' || !air) return null
  const at = isAirless(ship, compartment) ? ship.at : airlessAt(ship, air)
  return at === null ? null : { at, id: system }
}

const due = (ship: Ship): Due | null =>
  soonestOf(Object.values(ship.leaks), (leak) => earlier(boilsOffDue(ship, leak), harmDue(ship, leak)))

const fall = (ship: Ship, { id }: Due): readonly Fact[] => {
  const { kind, compartment } = known(ship.leaks[id], id)
  if (kind === 'coolant' && isAirless(ship, compartment)) return [{ type: 'LeakStopped', system: id, compartment }]
  const count = peopleIn(ship, compartment)
  const first = ship.numbers.casualty + 1
  const hurt = Array.from({ length: count }, (_one, i) =>
    reportFact(ship, { number: first + i, compartment, injury: INJURY[kind] }),
  )
  return [{ type: 'LeakHarmed', system: id, compartment, count, harmsAt: ship.at + HARMS_EVERY_MS[kind] }, ...hurt]
}

/**
 * [LEK1]–[LEK3] Radiation and coolant from broken systems. Limits: a leak stays in its compartment, however the air goes; it
 * hurts by its own clock, not by how long each has been there; crews wear suits.
 */
export const leaks: Law = {
  due,
  fall,
  reactions: () => ({
    SystemDamaged: (ship, { system }) => startFacts(ship, system),
    SystemHealthReached: mendedFacts,
  }),
}
