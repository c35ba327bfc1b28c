import { isLoud } from '../rules/shelving.ts'
import type { AlarmPriority, Ship } from '../state.ts'
import { causeOf } from './alarm-suppression.ts'
import { SEVERITY_RANK } from './work.ts'

/**
 * [ALM9] What must be heard now: the gravest alarm that nobody has acknowledged, shelved or silenced, and that is not shown
 * under its cause. In a flood only critical ones are heard. A function of the ship, and so the same on every screen and
 * after a reconnect. Limit: the 30 s of silence are mission time, as all else.
 */
export const soundOf = (ship: Ship, at: number): AlarmPriority | 'silent' => {
  let gravest: AlarmPriority | 'silent' = 'silent'
  for (const alarm of Object.values(ship.alarms)) {
    if (gravest !== 'silent' && SEVERITY_RANK[gravest] <= SEVERITY_RANK[alarm.priority]) continue
    if (ship.alarmRecord.floodSince !== null && alarm.priority !== 'critical') continue
    if (isLoud(alarm, at) && causeOf(ship, alarm) === null) gravest = alarm.priority
  }
  return gravest
}
