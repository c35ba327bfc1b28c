import { coreGone } from '../ship/rules/core-gone.ts'
import { taskOf } from '../ship/rules/tasks.ts'
import type { Ship } from '../ship/state.ts'
import type { Bounding } from './bounding.ts'
import { asHazard, type Course, type Hazard, isContained } from './hazard-course.ts'
import type { HazardRoll } from './hazard-roll.ts'
import { noteSoFar } from './hazard-so-far.ts'
import type { CriticalWatch } from './uncrewed-critical.ts'

/** What may come of hazards. `ship` is always the ship right after it, `at` mission time, ms. */
export interface HazardBook {
  /** Null: it stands already, or there is nothing left that could be mended. */
  begin(ship: Ship, hazard: Hazard, at: number, isStanding?: boolean): Course | null
  report(task: string, at: number): void
  /** Whether it is contained, critical and crewed may be otherwise. */
  look(ship: Ship, course: Course, at: number): void
  restore(ship: Ship, task: string, at: number): void
  reveal(ship: Ship, task: string, at: number): void
  /** Without being restored. */
  end(ship: Ship, course: Course, at: number): void
}

export const hazardBook = (roll: HazardRoll, critical: CriticalWatch, bounds: Bounding): HazardBook => {
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
    const course = roll.by(task)
    if (course) look(ship, course, at)
  }

  return { begin, report, look, restore, reveal, end }
}
