import type { AlarmCause } from './parts/alarms.ts'

/** What an alarm is about: one place (or thing) and one cause. */
export interface Subject {
  readonly cause: AlarmCause
  readonly id: string
}

/** [ALM1] */
export const alarmId = ({ cause, id }: Subject): string => `${cause}@${id}`
