import type { Applies } from './applies.ts'
import { known, put, without } from '../records.ts'

type Alarms = 'AlarmRaised' | 'AlarmEased' | 'AlarmAcknowledged' | 'AlarmReturned'

/** IEC 62682: an alarm leaves the list only when it has both returned and been acknowledged. */
export const alarms: Applies<Alarms> = {
  AlarmRaised: (ship, { alarm, priority, compartment, alarmCause, subject, hit, at }) => ({
    alarms: put(ship.alarms, alarm, {
      id: alarm,
      priority,
      compartment,
      cause: alarmCause,
      subject,
      hit,
      state: 'unacknowledged',
      raisedAt: at,
    }),
  }),
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
}
