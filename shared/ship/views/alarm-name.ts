import type { Plan } from '../plan.ts'
import type { AlarmCause } from '../state.ts'
import { ALARM_CAUSE, placeName } from './words.ts'

/** An alarm of which only the id is left, in words: "Damaged, Galley", "Hull breach, 02-01 Hold", "Power short". */
export const alarmName = (plan: Plan, alarm: string): string => {
  const split = alarm.indexOf('@')
  const about = alarm.slice(split + 1)
  const thing = plan.systems.get(about) ?? plan.crews.get(about) ?? plan.file.supplies?.find(({ id }) => id === about)
  const what = ALARM_CAUSE[alarm.slice(0, split) as AlarmCause] // as the id was put together
  return about === 'ship' ? what : `${what}, ${thing?.name ?? placeName(plan, about)}`
}
