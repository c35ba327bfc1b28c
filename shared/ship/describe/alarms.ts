import type { AlarmFact } from '../facts/alarms.ts'
import type { Plan } from '../plan.ts'
import { alarmName } from '../views/alarm-name.ts'
import { ALARM_CAUSE, placeName, PRIORITY, systemName } from '../views/words.ts'

import type { Lines } from './lines.ts'

export const alarms: Lines<AlarmFact> = {
  AlarmRaised: (plan, event) => alarmLine(plan, event),
  AlarmEased: (plan, { alarm, priority }) => `Alarm eased to ${PRIORITY[priority].word}: ${alarmName(plan, alarm)}`,
  AlarmAcknowledged: (plan, { alarm }) => `Alarm acknowledged: ${alarmName(plan, alarm)}`,
  AlarmReturned: (plan, { alarm }) => `Alarm returned: ${alarmName(plan, alarm)}`,
  AlarmShelved: (plan, { alarm, reason }) => `Alarm shelved: ${alarmName(plan, alarm)} (${reason})`,
  AlarmUnshelved: (plan, { alarm }) => `Alarm back from the shelf: ${alarmName(plan, alarm)}`,
  AlarmsSilenced: () => 'Alarm sound silenced',
  AlarmFloodBegan: () => 'Alarm flood',
  AlarmFloodEnded: () => 'Alarm flood over',
}

const alarmLine = (
  plan: Plan,
  { priority, alarmCause, compartment, subject }: Extract<AlarmFact, { type: 'AlarmRaised' }>,
): string => {
  const where = compartment ? ` at ${placeName(plan, compartment)}` : ''
  const what = alarmCause === 'system' && subject ? `, ${systemName(plan, subject)}` : ''
  return `${PRIORITY[priority].word}: ${ALARM_CAUSE[alarmCause]}${where}${what}`
}
