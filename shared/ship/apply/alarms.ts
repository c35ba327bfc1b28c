import type { Applies } from './applies.ts'
import type { AlarmFact } from '../facts/alarms.ts'
import { known, put, without } from '../records.ts'
import type { AlarmRecord, Shelf, Ship } from '../state.ts'

/** For flood mode: alarms raised within so long, ms. [ALM8] */
const MINUTE_MS = 60_000

const unacknowledged = (alarms: Ship['alarms']): number =>
  Object.values(alarms).filter(({ state }) => state === 'unacknowledged').length

/** What counts for figures and flood mode, once an alarm has been raised. */
const counted = ({ alarmRecord }: Ship, alarms: Ship['alarms'], alarm: string, at: number): AlarmRecord => ({
  ...alarmRecord,
  recent: [...alarmRecord.recent.filter((raisedAt) => raisedAt > at - MINUTE_MS), at],
  raised: alarmRecord.raised + 1,
  mostUnacknowledged: Math.max(alarmRecord.mostUnacknowledged, unacknowledged(alarms)),
  counts: put(alarmRecord.counts, alarm, (alarmRecord.counts[alarm] ?? 0) + 1),
})

const shelf = (ship: Ship, alarm: string, shelved: Shelf | null) => ({
  alarms: put(ship.alarms, alarm, { ...known(ship.alarms[alarm], alarm), shelved }),
})

/** IEC 62682: an alarm leaves the list only when it has both returned and been acknowledged. */
export const alarms: Applies<AlarmFact['type']> = {
  AlarmRaised: (ship, { alarm, priority, compartment, alarmCause, subject, hit, at }) => {
    const alarms = put(ship.alarms, alarm, {
      id: alarm,
      priority,
      compartment,
      cause: alarmCause,
      subject,
      hit,
      state: 'unacknowledged',
      raisedAt: at,
      shelved: null,
    })
    return { alarms, alarmRecord: counted(ship, alarms, alarm, at) }
  },
  AlarmEased: (ship, { alarm, priority }) => ({
    alarms: put(ship.alarms, alarm, { ...known(ship.alarms[alarm], alarm), priority }),
  }),
  AlarmAcknowledged: (ship, { alarm }) => {
    const was = known(ship.alarms[alarm], alarm)
    if (was.state === 'returned') return { alarms: without(ship.alarms, alarm) }
    return { alarms: put(ship.alarms, alarm, { ...was, state: 'acknowledged' }) }
  },
  AlarmReturned: (ship, { alarm }) => {
    const was = known(ship.alarms[alarm], alarm)
    if (was.state === 'acknowledged') return { alarms: without(ship.alarms, alarm) }
    return { alarms: put(ship.alarms, alarm, { ...was, state: 'returned' }) }
  },
  AlarmShelved: (ship, { alarm, until, reason }) => shelf(ship, alarm, { until, reason }),
  AlarmUnshelved: (ship, { alarm }) => shelf(ship, alarm, null),
  AlarmsSilenced: (ship, { until, at }) => ({
    alarmRecord: { ...ship.alarmRecord, silencedAt: at, silencedUntil: until },
  }),
  AlarmFloodBegan: (ship, { at }) => ({
    alarmRecord: { ...ship.alarmRecord, floodSince: at, floods: ship.alarmRecord.floods + 1 },
  }),
  AlarmFloodEnded: (ship) => ({ alarmRecord: { ...ship.alarmRecord, floodSince: null } }),
}
