import { kpaReachedAt } from '../ship/formula.ts'
import { peopleIn } from '../ship/people.ts'
import { rememberedLast } from '../ship/records.ts'
import { THIN_KPA } from '../ship/rules/venting.ts'
import type { Air, Ship } from '../ship/state.ts'
import type { Gauge } from './gauge.ts'
import type { Exposure, ExposureMinutes } from './parts/hazards.ts'

/** Person-ms: whole numbers, which add up however the time was cut. */
interface PersonMs {
  thinAir: number
  fire: number
  leak: number
}

export interface ExposureGauge extends Gauge<Exposure> {
  /** Person-minutes so far, for figures over time. */
  thinAirMinutes(ship: Ship, atMs: number): number
}

const MINUTE_MS = 60_000

/** When air that flows as it does now is thin: from one instant until, not including, another; mission ms. */
const thinFrom = (air: Air): { readonly fromMs: number; readonly untilMs: number } => {
  const crossedAt = kpaReachedAt(air, THIN_KPA)
  if (air.flow.kind === 'venting') return { fromMs: crossedAt ?? air.since, untilMs: Infinity }
  return { fromMs: air.kpa < THIN_KPA ? air.since : Infinity, untilMs: crossedAt ?? Infinity }
}

const thinMs = (air: Air, fromMs: number, toMs: number): number => {
  const thin = thinFrom(air)
  return Math.max(0, Math.min(toMs, thin.untilMs) - Math.max(fromMs, thin.fromMs))
}

/** Casualties who lie where they were hurt, or were set down. */
const lyingIn = rememberedLast((casualties: Ship['casualties']): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { compartment, status } of Object.values(casualties))
    if (status === 'waiting') counts.set(compartment, (counts.get(compartment) ?? 0) + 1)
  return counts
})

/** Crews wear suits. */
const exposedIn = (ship: Ship, compartment: string): number =>
  peopleIn(ship, compartment) + (lyingIn(ship.casualties).get(compartment) ?? 0)

/** Whether people, or what harms them, may be elsewhere, or other, than before. */
const isDecisive = (before: Ship, after: Ship): boolean =>
  before.air !== after.air ||
  before.fires !== after.fires ||
  before.leaks !== after.leaks ||
  before.people !== after.people ||
  before.casualties !== after.casualties

const minutesOf = ({ thinAir, fire, leak }: PersonMs): ExposureMinutes => ({
  thinAirMinutes: thinAir / MINUTE_MS,
  fireMinutes: fire / MINUTE_MS,
  leakMinutes: leak / MINUTE_MS,
})

const sumOf = ({ thinAir, fire, leak }: PersonMs): number => thinAir + fire + leak

/** [REV13] Worked out whenever something it depends on changes, for the time since it last did. */
export const exposureGauge = (_start: Ship, fromMs: number): ExposureGauge => {
  const total: PersonMs = { thinAir: 0, fire: 0, leak: 0 }
  const places = new Map<string, PersonMs>()
  let settledMs = fromMs

  const add = (compartment: string, to: keyof PersonMs, personMs: number): void => {
    if (personMs === 0) return
    const place = places.get(compartment) ?? { thinAir: 0, fire: 0, leak: 0 }
    places.set(compartment, place)
    place[to] += personMs
    total[to] += personMs
  }

  const settle = (ship: Ship, toMs: number): void => {
    const passed = toMs - settledMs
    if (passed === 0) return
    for (const [id, air] of Object.entries(ship.air)) {
      const thin = thinMs(air, settledMs, toMs)
      if (thin > 0) add(id, 'thinAir', thin * exposedIn(ship, id))
    }
    for (const id in ship.fires) add(id, 'fire', passed * exposedIn(ship, id))
    const leaking = new Set(Object.values(ship.leaks).map(({ compartment }) => compartment))
    for (const id of leaking) add(id, 'leak', passed * exposedIn(ship, id))
    settledMs = toMs
  }

  return {
    take: ({ at }, before, after) => {
      if (isDecisive(before, after)) settle(before, at)
    },
    thinAirMinutes: (ship, atMs) => {
      settle(ship, atMs)
      return total.thinAir / MINUTE_MS
    },
    read: (ship, atMs) => {
      settle(ship, atMs)
      const compartments = [...places]
        .sort(([a, one], [b, other]) => sumOf(other) - sumOf(one) || (a < b ? -1 : 1))
        .map(([compartment, personMs]) => ({ compartment, ...minutesOf(personMs) }))
      return { ...minutesOf(total), compartments }
    },
  }
}
