import type { AirReading, Fact } from '../events.ts'
import { kpaReachedAt, performanceAt, pressureAt } from '../formula.ts'
import { type Due, type Law, NOTHING, on, type Reactions, soonestIn, SYSTEMS_CHANGED } from '../law.ts'
import { known } from '../records.ts'
import type { Air, Flow, Ship } from '../state.ts'
import { airspaceOf, leakM2 } from './airspaces.ts'
import { doseAt } from './thin-air.ts'

/**
 * Choked isothermal outflow of air to vacuum: τ = V / (198.6·Cd·A) s at 293 K, V in m³, A in m², Cd 0.6 (sharp edge).
 * Source: choked mass flow, M = 1, γ = 1.4, R = 287 J/kg·K. Holds while outside pressure is under half the inside's.
 * Limit: air in joined compartments is taken as mixed at once.
 */
const CHOKED_M_PER_S = 198.6
const DISCHARGE = 0.6
const ventingTauS = (volumeM3: number, areaM2: number): number => volumeM3 / (CHOKED_M_PER_S * DISCHARGE * areaM2)

/** Under this a person is counted as exposed, and an alarm is raised, kPa (about 4,500 m; the harm score's limit). */
export const THIN_KPA = 57
/** Above this it is taken as restored, kPa; the gap keeps the alarm from chattering. Invented. */
const RESTORED_KPA = 80

const lifeSupportWorks = (ship: Ship): boolean => {
  const { system } = ship.plan.file.atmosphere
  return system === undefined || performanceAt(ship, system, ship.at) > 0
}

/** What must become of the air in an airspace from now on. */
const flowOf = (ship: Ship, airspace: readonly string[], volumeM3: number, kpa: number): Flow => {
  const leak = leakM2(ship, airspace)
  if (leak > 0) return { kind: 'venting', tauS: ventingTauS(volumeM3, leak) }
  const { kpa: toKpa, refillKpaPerMinute } = ship.plan.file.atmosphere
  if (kpa >= toKpa || !lifeSupportWorks(ship)) return { kind: 'still' }
  return { kind: 'filling', kpaPerS: refillKpaPerMinute / 60, toKpa }
}

const sameFlow = (a: Flow, b: Flow): boolean => {
  if (a.kind === 'venting') return b.kind === 'venting' && a.tauS === b.tauS
  if (a.kind === 'filling') return b.kind === 'filling' && a.kpaPerS === b.kpaPerS
  return b.kind === 'still'
}

const airspaceFacts = (ship: Ship, airspace: readonly string[]): readonly Fact[] => {
  const volumeOf = (id: string): number => known(ship.plan.compartments.get(id), id).volumeM3
  const volumeM3 = airspace.reduce((sum, id) => sum + volumeOf(id), 0)
  const kpas = airspace.map((id) => pressureAt(ship, id, ship.at))
  const mixed = airspace.reduce((sum, id, i) => sum + volumeOf(id) * (kpas[i] ?? 0), 0) / volumeM3
  const level = kpas.every((kpa) => kpa === kpas[0])
  const kpa = level ? (kpas[0] ?? mixed) : mixed
  const flow = flowOf(ship, airspace, volumeM3, kpa)
  const asBefore = airspace.every((id) => sameFlow(flow, ship.air[id]?.flow ?? { kind: 'still' }))
  if (level && asBefore) return NOTHING
  const readings: AirReading[] = airspace.map((id) => ({ compartment: id, kpa, dose: doseAt(ship.air[id], ship.at) }))
  return [{ type: 'AirFlowChanged', readings, flow }]
}

/** Whether the air would fill or stand, by what supplies it as it is now; where air leaks it makes no difference. */
const livingOnSupport = (ship: Ship): readonly string[] => {
  const wrong: Flow['kind'] = lifeSupportWorks(ship) ? 'still' : 'filling'
  return Object.keys(ship.air).filter((id) => ship.air[id]?.flow.kind === wrong)
}

/** A compartment, and those next to it. */
const around = (ship: Ship, compartment: string): readonly string[] => [
  compartment,
  ...(ship.plan.passagesOf.get(compartment) ?? []).flatMap(({ between }) => between),
]

/** What becomes of the air in compartments where it may have been joined, cut or leaked. */
const flowFacts = (ship: Ship, touched: readonly string[]): readonly Fact[] => {
  const seen = new Set<string>()
  return touched.flatMap((compartment) => {
    if (seen.has(compartment)) return NOTHING
    const airspace = airspaceOf(ship, compartment)
    for (const id of airspace) seen.add(id)
    return airspaceFacts(ship, airspace)
  })
}

/** Air that was mixed or cut may be thin, or no longer thin, from one instant to the next. */
const leapFacts = (ship: Ship, readings: readonly AirReading[]): readonly Fact[] =>
  readings.flatMap(({ compartment, kpa }): readonly Fact[] => {
    const thin = ship.air[compartment]?.thin ?? false
    if (!thin && kpa <= THIN_KPA) return [{ type: 'AirThinned', compartment, kpa }]
    return thin && kpa >= RESTORED_KPA ? [{ type: 'AirRestored', compartment }] : NOTHING
  })

const reactions = (): Reactions => ({
  AirFlowChanged: (ship, { readings }) => leapFacts(ship, readings),
  ...on(['BreachOpened', 'BreachWidened', 'BreachSealed', 'VentOpened', 'VentClosed'], (ship, { compartment }) =>
    flowFacts(ship, around(ship, compartment)),
  ),
  ...on(['ForceFieldRaised', 'ForceFieldLowered', 'ForceFieldFailed'], (ship, { compartment }) =>
    flowFacts(ship, around(ship, compartment)),
  ),
  ...on(['PassageSealed', 'PassageOpened', 'PassageJammed', 'PassageFreed'], (ship, { passage }) =>
    flowFacts(ship, known(ship.plan.passages.get(passage), passage).between),
  ),
  ...on(SYSTEMS_CHANGED, (ship) => flowFacts(ship, livingOnSupport(ship))),
})

const fullAt = (air: Air): number | null => (air.flow.kind === 'filling' ? kpaReachedAt(air, air.flow.toKpa) : null)

/** When pressure falls past, or rises above, what people can bear. */
const crossedAt = (air: Air): number | null => {
  if (air.flow.kind === 'venting') return air.thin ? null : kpaReachedAt(air, THIN_KPA)
  return air.thin ? kpaReachedAt(air, RESTORED_KPA) : null
}

const soonestTurn = soonestIn((air: Air) => {
  const times = [fullAt(air), crossedAt(air)].filter((time) => time !== null)
  return times.length === 0 ? null : Math.min(...times)
})

const fall = (ship: Ship, { at, id }: Due): readonly Fact[] => {
  const air = known(ship.air[id], id)
  const full = fullAt(air)
  const restored: Fact[] = air.thin ? [{ type: 'AirRestored', compartment: id }] : []
  if (full === null || full > at)
    return air.thin ? restored : [{ type: 'AirThinned', compartment: id, kpa: pressureAt(ship, id, at) }]
  const filled = { compartment: id, kpa: ship.plan.file.atmosphere.kpa, dose: 0 }
  return [...restored, { type: 'AirFlowChanged', readings: [filled], flow: { kind: 'still' } }]
}

/** [AIR1]–[AIR5] Air leaves through a breach, is shared through open passages, and comes back when nothing leaks. */
export const venting: Law = {
  due: ({ air }) => soonestTurn(air),
  fall,
  reactions,
}
