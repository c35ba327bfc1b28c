import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { type Due, type Law, soonestIn } from '../law.ts'
import { LIMITS, within } from '../limits.ts'
import { own } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Alarm, Ship } from '../state.ts'

/** An alarm that nobody has acknowledged is heard again after so long, ms. Source: IMO MSC.302(87) §7.3. */
const SILENCE_MS = 30_000

/** [ALM6] A critical alarm is danger to life or ship: it can be silenced, but nobody may put it out of sight. */
export const shelveAlarm = (ship: Ship, order: Extract<Order, { type: 'ShelveAlarm' }>, at: number): Ruling => {
  const { alarm, minutes, reason } = order
  const stands = own(ship.alarms, alarm)
  if (!stands) return err({ code: 'UnknownThing', what: 'alarm', id: alarm })
  const asked = within('minutes', minutes, LIMITS.shelvedMinutes)
  if (!asked.ok) return asked
  if (stands.priority === 'critical') return err({ code: 'TooGraveToShelve', alarm })
  const until = at + Math.round(minutes * 60_000)
  const same = stands.shelved?.until === until && stands.shelved.reason === reason
  return ok(same ? [] : [{ type: 'AlarmShelved', alarm, until, reason }])
}

export const unshelveAlarm = (ship: Ship, { alarm }: Extract<Order, { type: 'UnshelveAlarm' }>): Ruling => {
  const stands = own(ship.alarms, alarm)
  if (!stands) return err({ code: 'UnknownThing', what: 'alarm', id: alarm })
  return ok(stands.shelved ? [{ type: 'AlarmUnshelved', alarm }] : [])
}

/** Whether it may be heard at all: nobody has acknowledged it, it is not shelved, and nobody has just silenced it. */
export const isLoud = ({ state, shelved, silencedUntil }: Alarm, at: number): boolean =>
  state === 'unacknowledged' && shelved === null && (silencedUntil === null || silencedUntil <= at)

/** [ALM7] All that sounds now, for everybody; an alarm raised afterwards sounds at once. */
export const silenceAlarms = (ship: Ship, at: number): Ruling => {
  const loud = Object.values(ship.alarms).some((alarm) => isLoud(alarm, at))
  return ok(loud ? [{ type: 'AlarmsSilenced', until: at + SILENCE_MS }] : [])
}

const soonestBack = soonestIn(({ shelved }: Alarm) => shelved && shelved.until)

const fall = (_ship: Ship, { id }: Due): readonly Fact[] => [{ type: 'AlarmUnshelved', alarm: id }]

/** [ALM6] What was put aside comes back when its time is up. */
export const shelving: Law = { due: ({ alarms }) => soonestBack(alarms), fall }
