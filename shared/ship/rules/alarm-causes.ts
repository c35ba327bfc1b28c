import { healthAt, supplyAt } from '../formula.ts'
import { peopleIn } from '../people.ts'
import { known } from '../records.ts'
import type { AlarmCause, AlarmPriority, Ship } from '../state.ts'
import { passageState } from './passages.ts'
import { bedsFree } from './transport.ts'

/** A system under this raises an alarm; under the lower one, a graver alarm, %. Invented. */
const WEAK_PERCENT = 50
const FAILING_PERCENT = 25
/** Systems of at least this weight matter at once. Invented. */
const VITAL_WEIGHT = 7

/** An alarm that must stand. */
export interface Standing {
  readonly priority: AlarmPriority
  readonly compartment: string | null
  readonly subject: string | null
  readonly hit: string | null
}

const at = (compartment: string, priority: AlarmPriority, hit: string | null = null): Standing => ({
  priority,
  compartment,
  subject: null,
  hit,
})

/** [ALM2] For each cause: the alarm that must stand now, or null. */
export const STANDING: Readonly<Record<AlarmCause, (ship: Ship, id: string) => Standing | null>> = {
  breach: (ship, id) => {
    const breach = Object.values(ship.breaches).find(({ compartment }) => compartment === id)
    return breach ? at(id, id in ship.fields ? 'warning' : 'critical', breach.hit) : null
  },
  'thin-air': (ship, id) => {
    if (ship.air[id]?.thin !== true) return null
    return at(id, peopleIn(ship, id) > 0 ? 'critical' : 'warning')
  },
  'field-failed': (ship, id) => {
    const breached = Object.values(ship.breaches).some(({ compartment }) => compartment === id)
    return breached && !(id in ship.fields) ? at(id, 'critical') : null
  },
  system: (ship, id) => {
    const health = healthAt(ship, id, ship.at)
    if (health >= WEAK_PERCENT) return null
    const { compartment, weight } = known(ship.plan.systems.get(id), id)
    const grave = health < FAILING_PERCENT
    const priority = weight >= VITAL_WEIGHT ? (grave ? 'critical' : 'warning') : grave ? 'warning' : 'caution'
    return { priority, compartment, subject: id, hit: null }
  },
  casualties: (ship, id) => {
    const waiting = Object.values(ship.casualties).filter((one) => one.compartment === id && one.status === 'waiting')
    if (waiting.length === 0) return null
    if (waiting.some(({ category }) => category === 'immediate')) return at(id, 'critical')
    return at(id, waiting.some(({ category }) => category === null) ? 'warning' : 'caution')
  },
  passage: (ship, id) => {
    const passage = known(ship.plan.passages.get(id), id)
    if (passageState(ship, passage) !== 'jammed') return null
    return { priority: 'caution', compartment: passage.between[0], subject: id, hit: null }
  },
  power: ({ power }) => {
    if (power.supplyMw >= power.demandMw) return null
    return { priority: power.netMw < 0 ? 'warning' : 'critical', compartment: null, subject: null, hit: null }
  },
  crew: (ship, id) => {
    const crew = ship.crews[id]
    if (crew?.status !== 'ready' || crew.compartment === ship.plan.crews.get(id)?.station) return null
    return { priority: 'advisory', compartment: crew.compartment, subject: id, hit: null }
  },
  fire: (ship, id) => {
    const fire = ship.fires[id]
    if (!fire) return null
    const grave = fire.flashedOverAt !== null || peopleIn(ship, id) > 0
    return at(id, grave ? 'critical' : 'warning', fire.hit)
  },
  leak: (ship, id) => {
    const leak = ship.leaks[id]
    if (!leak) return null
    const { compartment } = leak
    return { priority: peopleIn(ship, compartment) > 0 ? 'critical' : 'warning', compartment, subject: id, hit: null }
  },
  trapped: (ship, id) => {
    const evacuation = ship.evacuations[id]
    return evacuation?.to === null && peopleIn(ship, id) > 0 ? at(id, 'critical') : null
  },
  core: ({ core, plan }) => {
    if (core.status !== 'threatened') return null
    const system = plan.file.core?.system ?? null
    const compartment = system === null ? null : (plan.systems.get(system)?.compartment ?? null)
    return { priority: 'critical', compartment, subject: system, hit: null }
  },
  'hull-strain': ({ strainedSince, breaches }) =>
    strainedSince === null || Object.keys(breaches).length === 0
      ? null
      : { priority: 'warning', compartment: null, subject: null, hit: null },
  fatigue: (ship, id) => {
    const crew = ship.crews[id]
    if (!crew || crew.tired === 'fresh' || crew.task === null) return null
    const priority = crew.tired === 'red' ? 'caution' : 'advisory'
    return { priority, compartment: crew.compartment, subject: id, hit: null }
  },
  supply: (ship, id) => {
    const planned = ship.plan.file.supplies?.find((one) => one.id === id)
    const left = supplyAt(ship, id, ship.at)
    if (!planned || left > planned.low) return null
    return { priority: left > 0 ? 'caution' : 'warning', compartment: null, subject: id, hit: null }
  },
  report: (ship, id) => {
    const open = Object.values(ship.reports).some((one) => one.compartment === id && one.status === 'reported')
    return open ? at(id, 'caution') : null
  },
  beds: (ship) => {
    const waiting = Object.values(ship.casualties).some(
      ({ status, category }) => status === 'waiting' && (category === 'immediate' || category === 'delayed'),
    )
    if (!waiting || bedsFree(ship) > 0) return null
    return { priority: 'warning', compartment: null, subject: null, hit: null }
  },
}
