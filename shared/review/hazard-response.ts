import type { RecordedEvent } from '../ship/events.ts'
import { taskId } from '../ship/task-id.ts'
import { type Course, isHazardKind } from './hazard-course.ts'
import type { HazardRoll } from './hazard-roll.ts'

/** The hazards that stand and that an alarm is about. [REV6] */
const subjectsOf = (roll: HazardRoll, alarm: string): Iterable<Course> => {
  const cut = alarm.indexOf('@')
  const [cause, id] = [alarm.slice(0, cut), alarm.slice(cut + 1)]
  if (!isHazardKind(cause)) return []
  if (cause === 'breach') return [...roll.in(id)].filter(({ kind }) => kind === 'breach')
  const course = roll.by(taskId(cause, id))
  return course ? [course] : []
}

/** What people make of the hazards that stand: the first time of each counts. [REV5] [REV6] [REV7] */
export const noteResponse = (roll: HazardRoll, event: RecordedEvent): void => {
  switch (event.type) {
    case 'DamageReported':
      for (const course of roll.in(event.compartment)) course.reportedAt ??= event.at
      break
    case 'AlarmAcknowledged':
      for (const course of subjectsOf(roll, event.alarm)) course.acknowledgedAt ??= event.at
      break
    case 'CrewDispatched': {
      const course = roll.by(event.task)
      if (course?.dispatchedAt !== null) break
      course.dispatchedAt = event.at
      course.crew = event.crew
      course.departedAt = event.route[0]?.at ?? event.at
      break
    }
    case 'CrewArrived': {
      const course = roll.by(event.task)
      if (course) course.arrivedAt ??= event.at
      break
    }
    case 'CrewStartedWork': {
      const course = roll.by(event.task)
      if (course) course.workedAt ??= event.at
      break
    }
    default:
  }
}
