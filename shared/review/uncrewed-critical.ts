import type { Ship } from '../ship/state.ts'
import { type Course, isCritical, isCrewed } from './hazard-course.ts'
import type { UncrewedCritical } from './parts/hazards.ts'
import { lengthOf, spans } from './spans.ts'

/** [REV11] Time for which hazards were critical, and for which nobody was sent to one of them meanwhile. */
export interface CriticalWatch {
  /** How it stands with a hazard from now on. */
  look(ship: Ship, course: Course, atMs: number): void
  read(atMs: number): UncrewedCritical
}

export const criticalWatch = (): CriticalWatch => {
  const alone = new Set<Course>()
  const anyAlone = spans()
  return {
    look: (ship, course, atMs) => {
      const critical = isCritical(ship, course)
      const uncrewed = critical && !isCrewed(ship, course.task)
      course.critical.set(critical, atMs)
      course.uncrewed.set(uncrewed, atMs)
      if (uncrewed) alone.add(course)
      else alone.delete(course)
      anyAlone.set(alone.size > 0, atMs)
    },
    read: (atMs) => {
      const all = anyAlone.until(atMs)
      return { totalMs: lengthOf(all), spans: [...all] }
    },
  }
}
