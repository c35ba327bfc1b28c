import type { RecordedEvent } from '../ship/events.ts'
import { shown } from '../ship/known.ts'
import { taskOf, tasksOf } from '../ship/rules/tasks.ts'
import type { Ship } from '../ship/state.ts'
import { taskId } from '../ship/task-id.ts'
import { bounding } from './bounding.ts'
import type { Gauge } from './gauge.ts'
import { hazardBook } from './hazard-book.ts'
import { asHazard, type Course, drawn } from './hazard-course.ts'
import { begunBy, lostBy, restoredBy, revealedBy } from './hazard-events.ts'
import { noteResponse } from './hazard-response.ts'
import { type HazardRoll, hazardRoll } from './hazard-roll.ts'
import { noteSoFar } from './hazard-so-far.ts'
import type { HazardCourse, UncrewedCritical } from './parts/hazards.ts'
import { isRestoring } from './restored.ts'
import { criticalWatch } from './uncrewed-critical.ts'

export interface HazardReading {
  /** In the order in which they began. */
  readonly courses: readonly HazardCourse[]
  readonly uncrewedCritical: UncrewedCritical
}

export interface HazardGauge extends Gauge<HazardReading> {
  readonly tally: Pick<HazardRoll, 'standing' | 'most'>
}

const NONE: readonly Course[] = []

/** The hazards for which containment and crews may be otherwise after an event. */
const concerned = (roll: HazardRoll, event: RecordedEvent, before: Ship, after: Ship): Iterable<Course> => {
  switch (event.type) {
    case 'ForceFieldRaised':
    case 'ForceFieldLowered':
    case 'ForceFieldFailed':
      return roll.in(event.compartment)
    case 'FireHeatChanged':
    case 'FireFlashedOver':
      return listed(roll, taskId('fire', event.compartment))
    default: {
      if (before.crews === after.crews || !('crew' in event) || event.crew === null) return NONE
      const [was, is] = [before.crews[event.crew]?.task, after.crews[event.crew]?.task]
      return was === is ? NONE : listed(roll, was, is)
    }
  }
}

const listed = (roll: HazardRoll, ...tasks: readonly (string | null | undefined)[]): readonly Course[] =>
  tasks.flatMap((task) => (task ? (roll.by(task) ?? []) : []))

/** [REV4]–[REV9] [REV11] The course of every hazard of an incident. */
export const hazardGauge = (start: Ship, fromMs: number): HazardGauge => {
  const roll = hazardRoll()
  const critical = criticalWatch()
  const bounds = bounding(start.plan, roll)
  const book = hazardBook(roll, critical, bounds)

  const aboard = shown(start)
  for (const task of tasksOf(start)) {
    const hazard = asHazard(task)
    const course = hazard && book.begin(start, hazard, fromMs, true)
    if (!course) continue
    noteSoFar(start, course, fromMs)
    if (taskOf(aboard, task.id)) book.report(task.id, fromMs)
  }

  return {
    tally: roll,
    pass: (ship, passedFromMs) => bounds.look(ship, passedFromMs),
    take: (event, before, after) => {
      const { at } = event
      if (isRestoring(event)) for (const course of [...roll.open()]) book.end(after, course, at)
      for (const course of listed(roll, lostBy(after.plan, event))) book.end(after, course, at)
      const hazard = begunBy(after.plan, event)
      if (hazard) book.begin(after, hazard, at)
      if (hazard && !event.hides) book.report(taskId(hazard.kind, hazard.target), at)
      const restored = restoredBy(event)
      if (restored !== null) book.restore(after, restored, at)
      for (const task of revealedBy(event)) book.reveal(after, task, at)
      noteResponse(roll, event)
      for (const course of concerned(roll, event, before, after)) book.look(after, course, at)
      bounds.take(event)
    },
    read: (ship, atMs) => {
      bounds.look(ship, atMs)
      return {
        courses: roll.all.map((course) => drawn(course, atMs)),
        uncrewedCritical: critical.read(atMs),
      }
    },
  }
}
