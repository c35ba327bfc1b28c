import type { Order } from '../commands.ts'
import type { Fact, ShipEvent } from '../events.ts'
import { healthAt } from '../formula.ts'
import { type Law, NOTHING } from '../law.ts'
import { peopleIn } from '../people.ts'
import { known, own } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Alarm, AlarmCause, AlarmPriority, Ship } from '../state.ts'
import { passageState } from './passages.ts'

/** A system under this raises an alarm; under the lower one, a graver alarm, %. Invented. */
const WEAK_PERCENT = 50
const FAILING_PERCENT = 25
/** Systems of at least this weight matter at once. Invented. */
const VITAL_WEIGHT = 7

/** What an alarm is about: one place (or thing) and one cause. */
interface Subject {
  readonly cause: AlarmCause
  readonly id: string
}

/** An alarm that must stand. */
interface Standing {
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
const STANDING: Readonly<Record<AlarmCause, (ship: Ship, id: string) => Standing | null>> = {
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
}

/** The alarms an event may have changed. */
const touchedBy = (ship: Ship, event: ShipEvent): readonly Subject[] => {
  switch (event.type) {
    case 'BreachOpened':
    case 'BreachSealed':
      return [{ cause: 'breach', id: event.compartment }, ...failedField(ship, event.compartment)]
    case 'ForceFieldRaised':
    case 'ForceFieldLowered':
      return [{ cause: 'breach', id: event.compartment }, ...failedField(ship, event.compartment)]
    case 'ForceFieldFailed':
      return (['breach', 'field-failed'] as const).map((cause) => ({ cause, id: event.compartment }))
    case 'AirThinned':
    case 'AirRestored':
      return [{ cause: 'thin-air', id: event.compartment }]
    case 'SystemDamaged':
    case 'SystemHealthReached':
      return [{ cause: 'system', id: event.system }]
    case 'PassageJammed':
    case 'PassageFreed':
      return [{ cause: 'passage', id: event.passage }]
    case 'PowerBalanceChanged':
    case 'BatteryDepleted':
      return [{ cause: 'power', id: 'ship' }]
    case 'CrewHalted':
    case 'CrewReady':
    case 'CrewReturning':
    case 'CrewDispatched':
      return [{ cause: 'crew', id: event.crew }]
    case 'CasualtyReported':
    case 'CasualtyDischarged': // people fewer or more
      return (['casualties', 'thin-air'] as const).map((cause) => ({ cause, id: placeOf(ship, event) }))
    case 'CasualtyTriaged':
    case 'CasualtyMoved':
    case 'CasualtySetDown':
    case 'CasualtyDied':
      return [{ cause: 'casualties', id: placeOf(ship, event) }]
    default:
      return []
  }
}

const placeOf = (ship: Ship, { casualty }: { readonly casualty: string }): string =>
  known(ship.casualties[casualty], casualty).compartment

/** A field that failed is a matter only once; it ends when the field stands again or the breach is closed. */
const failedField = (ship: Ship, compartment: string): readonly Subject[] => {
  const subject = { cause: 'field-failed', id: compartment } as const
  const alarm = ship.alarms[alarmId(subject)]
  return alarm && alarm.state !== 'returned' ? [subject] : []
}

const alarmId = ({ cause, id }: Subject): string => `${cause}@${id}`

const ORDER: Readonly<Record<AlarmPriority, number>> = { critical: 0, warning: 1, caution: 2, advisory: 3 }

/** [ALM1] [ALM3] One alarm a place and cause; raised again when it comes back or grows worse, eased when it is less. */
const settle = (ship: Ship, subject: Subject): readonly Fact[] => {
  const alarm = alarmId(subject)
  const stands: Alarm | undefined = ship.alarms[alarm]
  const must = STANDING[subject.cause](ship, subject.id)
  if (!must) return stands && stands.state !== 'returned' ? [{ type: 'AlarmReturned', alarm }] : NOTHING
  const raised: Fact = { type: 'AlarmRaised', alarm, alarmCause: subject.cause, ...must }
  if (!stands || stands.state === 'returned') return [raised]
  if (ORDER[must.priority] < ORDER[stands.priority]) return [raised]
  return must.priority === stands.priority ? NOTHING : [{ type: 'AlarmEased', alarm, priority: must.priority }]
}

const react = (ship: Ship, event: ShipEvent): readonly Fact[] =>
  touchedBy(ship, event).flatMap((subject) => settle(ship, subject))

/** [ALM4] Acknowledged one by one. */
export const acknowledgeAlarm = (ship: Ship, { alarm }: Extract<Order, { type: 'AcknowledgeAlarm' }>): Ruling => {
  const stands = own(ship.alarms, alarm)
  if (!stands) return err({ code: 'UnknownThing', what: 'alarm', id: alarm })
  return ok(stands.state === 'acknowledged' ? [] : [{ type: 'AlarmAcknowledged', alarm }])
}

/** [ALM1]–[ALM4] The IEC 62682 life cycle: raised, acknowledged, returned. */
export const alarms: Law = { react }
