import type { Applies } from './applies.ts'
import { lastMinute } from '../alarm-rate.ts'
import type { AlarmFact } from '../facts/alarms.ts'
import { known, put, without } from '../records.ts'
import type { Alarm, AlarmRecord, Shelf, Ship } from '../state.ts'

const waits = (alarm: Alarm | undefined): boolean => alarm !== undefined && alarm.state !== 'acknowledged'

/** What counts for figures and flood mode, once an alarm has been raised. */
const counted = ({ alarmRecord, alarms }: Ship, { id, hit }: Alarm, at: number): AlarmRecord => {
  const recent = [...lastMinute(alarmRecord.recent, at), at]
  const unacknowledged = alarmRecord.unacknowledged + (waits(alarms[id]) ? 0 : 1)
  return {
    ...alarmRecord,
    recent,
    raised: alarmRecord.raised + 1,
    mostInMinute: Math.max(alarmRecord.mostInMinute, recent.length),
    unacknowledged,
    mostUnacknowledged: Math.max(alarmRecord.mostUnacknowledged, unacknowledged),
    counts: put(alarmRecord.counts, id, (alarmRecord.counts[id] ?? 0) + 1),
    ...(hit !== null && !(hit in alarmRecord.firstOut) && { firstOut: put(alarmRecord.firstOut, hit, id) }),
  }
}

const oneLess = ({ alarmRecord }: Ship, was: Alarm) => ({
  alarmRecord: { ...alarmRecord, unacknowledged: alarmRecord.unacknowledged - (waits(was) ? 1 : 0) },
})

const shelf = (ship: Ship, alarm: string, shelved: Shelf | null) => ({
  alarms: put(ship.alarms, alarm, { ...known(ship.alarms[alarm], alarm), shelved }),
})

/** IEC 62682: an alarm leaves the list only when it has both returned and been acknowledged. */
export const alarms: Applies<AlarmFact['type']> = {
  AlarmRaised: (ship, { alarm: id, priority, compartment, alarmCause: cause, subject, hit, seq, at }) => {
    const was = ship.alarms[id]
    const stood = was !== undefined && was.state !== 'returned'
    const alarm: Alarm = {
      id,
      priority,
      compartment,
      cause,
      subject,
      hit,
      state: 'unacknowledged',
      raisedAt: at,
      sinceSeq: stood ? was.sinceSeq : seq,
      shelved: null,
      silencedUntil: null,
    }
    return { alarms: put(ship.alarms, id, alarm), alarmRecord: counted(ship, alarm, at) }
  },
  AlarmEased: (ship, { alarm, priority }) => ({
    alarms: put(ship.alarms, alarm, { ...known(ship.alarms[alarm], alarm), priority }),
  }),
  AlarmAcknowledged: (ship, { alarm }) => {
    const was = known(ship.alarms[alarm], alarm)
    if (was.state === 'returned') return { alarms: without(ship.alarms, alarm), ...oneLess(ship, was) }
    return { alarms: put(ship.alarms, alarm, { ...was, state: 'acknowledged' }), ...oneLess(ship, was) }
  },
  AlarmReturned: (ship, { alarm }) => {
    const was = known(ship.alarms[alarm], alarm)
    if (was.state === 'acknowledged') return { alarms: without(ship.alarms, alarm) }
    return { alarms: put(ship.alarms, alarm, { ...was, state: 'returned' }) }
  },
  AlarmShelved: (ship, { alarm, until, reason }) => shelf(ship, alarm, { until, reason }),
  AlarmUnshelved: (ship, { alarm }) => shelf(ship, alarm, null),
  AlarmsSilenced: ({ alarms }, { until }) => ({
    alarms: Object.fromEntries(Object.entries(alarms).map(([id, alarm]) => [id, { ...alarm, silencedUntil: until }])),
  }),
  AlarmFloodBegan: (ship, { at }) => ({
    alarmRecord: { ...ship.alarmRecord, floodSince: at, floods: ship.alarmRecord.floods + 1 },
  }),
  AlarmFloodEnded: (ship) => ({ alarmRecord: { ...ship.alarmRecord, floodSince: null } }),
}
