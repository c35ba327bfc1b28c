import type { AlarmFact } from '../facts/alarms.ts'
import type { Plan } from '../plan.ts'
import { ALARM_CAUSE, placeName, PRIORITY, systemName } from '../views/words.ts'

import type { Lines } from './lines.ts'

export const alarms: Lines<AlarmFact> = {
  AlarmRaised: (plan, event) => alarmLine(plan, event),
  AlarmEased: (_plan, event) => `Alarm eased to ${PRIORITY[event.priority].word}: ${event.alarm}`,
  AlarmAcknowledged: (_plan, event) => `Alarm acknowledged: ${event.alarm}`,
  AlarmReturned: (_plan, event) => `Alarm returned: ${event.alarm}`,
  AlarmShelved: (_plan, event) => `Alarm shelved: ${event.alarm}, ${event.reason}`,
  AlarmUnshelved: (_plan, event) => `Alarm back from the shelf: ${event.alarm}`,
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
