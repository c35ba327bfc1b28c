import { alarmId } from '../ship/alarm-id.ts'
import type { Ship } from '../ship/state.ts'
import type { Course } from './hazard-course.ts'

const isAcknowledged = (ship: Ship, { kind, target, compartment }: Course): boolean => {
  const id = kind === 'breach' || kind === 'fire' ? compartment : target
  return ship.alarms[alarmId({ cause: kind, id })]?.state === 'acknowledged'
}

/** [REV4] What has come of a hazard that stands when the incident is opened, or that comes to light, counts as of then. */
export const noteSoFar = (ship: Ship, course: Course, at: number): void => {
  if (isAcknowledged(ship, course)) course.acknowledgedAt = at
  const [crew, state] = Object.entries(ship.crews).find(([, { task }]) => task === course.task) ?? []
  if (crew === undefined || state === undefined) return
  const { status, route } = state
  course.dispatchedAt = at
  course.crew = crew
  course.departedAt = status === 'enRoute' ? Math.max(at, route[0]?.at ?? at) : at
  if (status !== 'enRoute') course.arrivedAt = at
  if (status === 'working') course.workedAt = at
}
