import { alarmId, type Subject } from '../alarm-id.ts'
import type { ShipEvent } from '../events.ts'
import { healthAt, supplyAt } from '../formula.ts'
import { peopleIn } from '../people.ts'
import { known } from '../records.ts'
import type { AlarmCause, AlarmPriority, Concealable, Ship, ThingKey } from '../state.ts'
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

/** The alarms an event may have changed. */
export const touchedBy = (ship: Ship, event: ShipEvent): readonly Subject[] => {
  switch (event.type) {
    case 'BreachOpened':
    case 'BreachSealed':
      return [{ cause: 'breach', id: event.compartment }, ...failedField(ship, event.compartment), STRAIN]
    case 'ForceFieldRaised':
    case 'ForceFieldLowered':
      return [{ cause: 'breach', id: event.compartment }, ...failedField(ship, event.compartment)]
    case 'ForceFieldFailed':
      return (['breach', 'field-failed'] as const).map((cause) => ({ cause, id: event.compartment }))
    case 'HullStrained':
    case 'HullRelieved':
      return [STRAIN]
    case 'FireStarted':
    case 'FireFlashedOver':
    case 'FireOut':
      return [{ cause: 'fire', id: event.compartment }]
    case 'LeakStarted':
    case 'LeakStopped':
      return [{ cause: 'leak', id: event.system }]
    case 'PeopleTrapped':
    case 'EvacuationOrdered':
    case 'EvacuationResumed':
    case 'EvacuationEnded':
      return occupied(ship, event.compartment)
    case 'PeopleMoved':
      return [...occupied(ship, event.from), ...occupied(ship, event.to)]
    case 'CoreThreatened':
    case 'CoreSafe':
    case 'CoreEjected':
    case 'CoreLost':
      return [{ cause: 'core', id: 'ship' }]
    case 'CrewTired':
    case 'CrewDispatched':
    case 'CrewRecalled':
    case 'CrewReleased':
    case 'CrewReturning':
    case 'CrewHalted':
    case 'CrewReady':
      return (['crew', 'fatigue'] as const).map((cause) => ({ cause, id: event.crew }))
    case 'HandsLent': // by a crew, or by the people of a compartment
      return ship.plan.compartments.has(event.from) ? occupied(ship, event.from) : []
    case 'SupplyChanged':
      return [{ cause: 'supply', id: event.supply }]
    case 'DamageReported':
      return [{ cause: 'report', id: event.compartment }]
    case 'ReportConfirmed':
    case 'ReportRefuted':
      return [{ cause: 'report', id: known(ship.reports[event.report], event.report).compartment }]
    case 'TreatmentPlaceOpened':
    case 'CasualtyBedded':
      return [BEDS]
    case 'PlaceRevealed':
      return event.reveals.flatMap(({ key }) => revealedSubjects(ship, event.compartment, key))
    case 'AirThinned':
    case 'AirRestored':
      return [{ cause: 'thin-air', id: event.compartment }]
    case 'AirFlowChanged': // air may be seen to be good again that nobody saw getting better
      return event.readings
        .filter(({ compartment }) => alarmId({ cause: 'thin-air', id: compartment }) in ship.alarms)
        .map(({ compartment }) => ({ cause: 'thin-air', id: compartment }))
    case 'SystemDamaged':
    case 'SystemHealthReached':
      return [{ cause: 'system', id: event.system }]
    case 'PassageJammed':
    case 'PassageFreed':
      return [{ cause: 'passage', id: event.passage }]
    case 'PowerBalanceChanged':
    case 'BatteryDepleted':
      return [{ cause: 'power', id: 'ship' }]
    case 'CasualtyReported':
    case 'CasualtyDischarged': // people fewer or more
      return [...occupied(ship, placeOf(ship, event)), { cause: 'casualties', id: placeOf(ship, event) }, BEDS]
    case 'CasualtyTriaged':
    case 'CasualtyMoved':
    case 'CasualtySetDown':
    case 'CasualtyDied':
      return [{ cause: 'casualties', id: placeOf(ship, event) }, BEDS]
    default:
      return []
  }
}

const STRAIN: Subject = { cause: 'hull-strain', id: 'ship' }

const placeOf = (ship: Ship, { casualty }: { readonly casualty: string }): string =>
  known(ship.casualties[casualty], casualty).compartment

/** A field that failed is a matter only once; it ends when the field stands again or the breach is closed. */
const failedField = (ship: Ship, compartment: string): readonly Subject[] => {
  const subject = { cause: 'field-failed', id: compartment } as const
  const alarm = ship.alarms[alarmId(subject)]
  return alarm && alarm.state !== 'returned' ? [subject] : []
}

const BEDS: Subject = { cause: 'beds', id: 'ship' }

/** The alarms whose priority depends on whether anybody is in a compartment. */
const occupied = (ship: Ship, compartment: string): readonly Subject[] => [
  { cause: 'thin-air', id: compartment },
  { cause: 'fire', id: compartment },
  { cause: 'trapped', id: compartment },
  ...(ship.plan.systemsIn.get(compartment) ?? []).map(({ id }): Subject => ({ cause: 'leak', id })),
]

/** The alarms that something which has come to be known may call for. */
const revealedSubjects = (ship: Ship, compartment: string, key: ThingKey): readonly Subject[] => {
  const id = key.slice(key.indexOf('/') + 1)
  switch (key.slice(0, key.indexOf('/')) as Concealable) {
    case 'breaches':
      return [{ cause: 'breach', id: compartment }, ...failedField(ship, compartment), STRAIN]
    case 'fires':
      return [{ cause: 'fire', id }]
    case 'leaks':
      return [{ cause: 'leak', id }]
    case 'air':
      return [{ cause: 'thin-air', id }]
    case 'passages':
      return [{ cause: 'passage', id }]
    case 'systems':
      return [{ cause: 'system', id }]
    case 'casualties':
      return [
        ...[compartment, ship.casualties[id]?.compartment ?? compartment].map((place): Subject => ({
          cause: 'casualties',
          id: place,
        })),
        BEDS,
      ]
    case 'people':
      return occupied(ship, id)
    case 'scorched':
      return []
  }
}
