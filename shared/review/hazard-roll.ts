import { beginning, type Course, type Hazard } from './hazard-course.ts'
import type { HazardKind } from './parts/hazards.ts'
import { taskId } from '../ship/task-id.ts'

/** The hazards of an incident: all that were, and, by task and by place, those that stand. */
export interface HazardRoll {
  readonly all: readonly Course[]
  /** How many stand, by kind. */
  readonly standing: Readonly<Record<HazardKind, number>>
  /** The most that stood at once. */
  readonly most: number
  /** Null: it stands already. */
  begin(hazard: Hazard, atMs: number, standing: boolean): Course | null
  end(course: Course, atMs: number): void
  by(task: string): Course | undefined
  in(compartment: string): Iterable<Course>
  open(): Iterable<Course>
}

export const hazardRoll = (): HazardRoll => {
  const all: Course[] = []
  const byTask = new Map<string, Course>()
  const byPlace = new Map<string, Set<Course>>()
  const standing: Record<HazardKind, number> = { breach: 0, fire: 0, leak: 0, passage: 0, system: 0 }
  let most = 0
  return {
    all,
    standing,
    get most() {
      return most
    },
    begin: (hazard, atMs, isStanding) => {
      if (byTask.has(taskId(hazard.kind, hazard.target))) return null
      const course = beginning(hazard, atMs, isStanding)
      all.push(course)
      byTask.set(course.task, course)
      const there = byPlace.get(course.compartment)
      if (there) there.add(course)
      else byPlace.set(course.compartment, new Set([course]))
      standing[course.kind]++
      most = Math.max(most, byTask.size)
      return course
    },
    end: (course, atMs) => {
      course.endedAt = atMs
      byTask.delete(course.task)
      byPlace.get(course.compartment)?.delete(course)
      standing[course.kind]--
    },
    by: (task) => byTask.get(task),
    in: (compartment) => byPlace.get(compartment) ?? [],
    open: () => byTask.values(),
  }
}
