import { alarmId, type Subject } from '../alarm-id.ts'
import type { Order } from '../commands.ts'
import type { Fact, ShipEvent } from '../events.ts'
import { shown } from '../known.ts'
import { type Law, NOTHING } from '../law.ts'
import { own } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Alarm, AlarmPriority, Ship } from '../state.ts'
import { STANDING } from './alarm-causes.ts'
import { touchedBy } from './alarm-subjects.ts'

const ORDER: Readonly<Record<AlarmPriority, number>> = { critical: 0, warning: 1, caution: 2, advisory: 3 }

/** [ALM1] [ALM3] One alarm a place and cause; raised again when it comes back or grows worse, eased when it is less. */
const settle = (ship: Ship, alarm: string, subject: Subject, hit: string | null): readonly Fact[] => {
  const stands: Alarm | undefined = ship.alarms[alarm]
  const must = STANDING[subject.cause](ship, subject.id)
  if (!must) return stands && stands.state !== 'returned' ? [{ type: 'AlarmReturned', alarm }] : NOTHING
  const raised: Fact = { type: 'AlarmRaised', alarm, alarmCause: subject.cause, ...must, hit: must.hit ?? hit }
  if (!stands || stands.state === 'returned') return [raised]
  if (ORDER[must.priority] < ORDER[stands.priority]) return [raised]
  return must.priority === stands.priority ? NOTHING : [{ type: 'AlarmEased', alarm, priority: must.priority }]
}

/** Alarms are about what is known aboard: what nobody knows of raises none until it is found out. [ALM5] */
const react = (ship: Ship, event: ShipEvent): readonly Fact[] => {
  const touched = touchedBy(ship, event)
  if (touched.length === 0) return NOTHING
  const subjects = new Map(touched.map((subject) => [alarmId(subject), subject]))
  const aboard = shown(ship)
  const hit = 'hit' in event ? event.hit : null
  return [...subjects].flatMap(([alarm, subject]) => settle(aboard, alarm, subject, hit))
}

/** [ALM4] Acknowledged one by one. */
export const acknowledgeAlarm = (ship: Ship, { alarm }: Extract<Order, { type: 'AcknowledgeAlarm' }>): Ruling => {
  const stands = own(ship.alarms, alarm)
  if (!stands) return err({ code: 'UnknownThing', what: 'alarm', id: alarm })
  return ok(stands.state === 'acknowledged' ? [] : [{ type: 'AlarmAcknowledged', alarm }])
}

/** [ALM1]–[ALM5] The IEC 62682 life cycle: raised, acknowledged, returned. */
export const alarms: Law = { react }
