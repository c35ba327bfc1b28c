import type { RecordedEvent } from '../ship/events.ts'
import { shown } from '../ship/known.ts'
import { coreGone } from '../ship/rules/core-gone.ts'
import { taskOf, tasksOf } from '../ship/rules/tasks.ts'
import type { Ship } from '../ship/state.ts'
import { taskId } from '../ship/task-id.ts'
import { bounding } from './bounding.ts'
import type { Gauge } from './gauge.ts'
import { type Course, drawn, type Hazard, isContained, isHazardKind } from './hazard-course.ts'
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
      if (before.crews === after.crews || !('crew' in event) || event.crew === null) return []
      const [was, is] = [before.crews[event.crew]?.task, after.crews[event.crew]?.task]
      return was === is ? [] : listed(roll, was, is)
    }
  }
}

const listed = (roll: HazardRoll, ...tasks: readonly (string | null | undefined)[]): readonly Course[] =>
  tasks.flatMap((task) => (task ? (roll.by(task) ?? []) : []))

const asHazard = (one: { readonly kind: string } & Omit<Hazard, 'kind'>): Hazard | null =>
  isHazardKind(one.kind) ? { kind: one.kind, target: one.target, compartment: one.compartment } : null

/** [REV4]–[REV9] [REV11] The course of every hazard of an incident. */
export const hazardGauge = (start: Ship, fromMs: number): HazardGauge => {
  const roll = hazardRoll()
  const critical = criticalWatch()
  const bounds = bounding(start.plan, roll)

  const look = (ship: Ship, course: Course, at: number): void => {
    if (isContained(ship, course)) course.containedAt ??= at
    critical.look(ship, course, at)
  }

  const begin = (ship: Ship, hazard: Hazard, at: number, isStanding = false): Course | null => {
    if (hazard.kind === 'system' && coreGone(ship, hazard.target) !== null) return null
    const course = roll.begin(hazard, at, isStanding)
    if (!course) return null
    bounds.touch(course.compartment)
    look(ship, course, at)
    return course
  }

  const report = (task: string, at: number): void => {
    const course = roll.by(task)
    if (course) course.reportedAt ??= at
  }

  const end = (ship: Ship, course: Course, at: number): void => {
    roll.end(course, at)
    critical.look(ship, course, at)
  }

  const restore = (ship: Ship, task: string, at: number): void => {
    const course = roll.by(task)
    if (!course) return
    course.restoredAt = at
    course.containedAt ??= at
    end(ship, course, at)
  }

  /** [REV4] [REV5] What comes to light begins if it was not seen to begin; what is found gone was restored unseen. */
  const reveal = (ship: Ship, task: string, at: number): void => {
    const found = taskOf(ship, task)
    const hazard = found && asHazard(found)
    if (!hazard) return restore(ship, task, at)
    const begun = begin(ship, hazard, at)
    if (begun) noteSoFar(ship, begun, at)
    report(task, at)
    for (const course of listed(roll, task)) look(ship, course, at)
  }

  const aboard = shown(start)
  for (const task of tasksOf(start)) {
    const hazard = asHazard(task)
    const course = hazard && begin(start, hazard, fromMs, true)
    if (!course) continue
    noteSoFar(start, course, fromMs)
    if (taskOf(aboard, task.id)) report(task.id, fromMs)
  }

  return {
    tally: roll,
    pass: (ship, passedFromMs) => bounds.look(ship, passedFromMs),
    take: (event, before, after) => {
      const { at } = event
      if (isRestoring(event)) for (const course of [...roll.open()]) end(after, course, at)
      for (const course of listed(roll, lostBy(after.plan, event))) end(after, course, at)
      const hazard = begunBy(after.plan, event)
      if (hazard) begin(after, hazard, at)
      if (hazard && !event.hides) report(taskId(hazard.kind, hazard.target), at)
      const restored = restoredBy(event)
      if (restored !== null) restore(after, restored, at)
      for (const task of revealedBy(event)) reveal(after, task, at)
      noteResponse(roll, event)
      for (const course of concerned(roll, event, before, after)) look(after, course, at)
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
