import type { Ship } from '../ship/state.ts'
import { taskId } from '../ship/task-id.ts'
import type { HazardCourse, HazardKind } from './parts/hazards.ts'
import { type Stopwatch, stopwatch } from './stopwatch.ts'

type Timed = 'criticalMs' | 'uncrewedCriticalMs'

/** A course while it is drawn: changed in place, so that a long recording costs no copying. */
export interface Course extends Drawn {
  readonly critical: Stopwatch
  readonly uncrewed: Stopwatch
}
type Drawn = { -readonly [Part in Exclude<keyof HazardCourse, Timed>]: HazardCourse[Part] }

/** A hazard as the work list names it, and where it is. */
export interface Hazard {
  readonly kind: HazardKind
  readonly target: string
  readonly compartment: string
}

const HAZARD_KINDS: ReadonlySet<string> = new Set<HazardKind>(['breach', 'fire', 'leak', 'passage', 'system'])

export const isHazardKind = (kind: string): kind is HazardKind => HAZARD_KINDS.has(kind)

/** One of the things that crews are sent to, if it is a hazard. */
export const asHazard = (one: { readonly kind: string } & Omit<Hazard, 'kind'>): Hazard | null =>
  isHazardKind(one.kind) ? { kind: one.kind, target: one.target, compartment: one.compartment } : null

export const beginning = ({ kind, target, compartment }: Hazard, beganAt: number, standing: boolean): Course => ({
  ...{ task: taskId(kind, target), kind, target, compartment, standing, beganAt },
  ...{ reportedAt: null, acknowledgedAt: null, dispatchedAt: null, crew: null },
  ...{ departedAt: null, arrivedAt: null, workedAt: null },
  ...{ containedAt: null, boundedAt: null, restoredAt: null, endedAt: null },
  critical: stopwatch(),
  uncrewed: stopwatch(),
})

/** As it is by then. A crew that has been sent may have yet to set out, and never does for what is over before that. */
export const drawn = ({ critical, uncrewed, ...course }: Course, atMs: number): HazardCourse => {
  const { departedAt, endedAt } = course
  return {
    ...course,
    departedAt: departedAt !== null && departedAt <= (endedAt ?? atMs) ? departedAt : null,
    criticalMs: critical.totalAt(atMs),
    uncrewedCriticalMs: uncrewed.totalAt(atMs),
  }
}

/** [REV8] A breach behind a field, a fire that is held before its flashover; all else only once it is over. */
export const isContained = (ship: Ship, { kind, target, compartment }: Hazard): boolean => {
  if (kind === 'breach') return compartment in ship.fields
  const fire = kind === 'fire' ? ship.fires[target] : undefined
  return fire !== undefined && !fire.heat.growing && fire.flashedOverAt === null
}

/** [REV11] */
export const isCritical = (ship: Ship, { kind, target, compartment, endedAt }: Course): boolean => {
  if (endedAt !== null) return false
  if (kind === 'breach') return !(compartment in ship.fields)
  return kind === 'fire' && (ship.fires[target]?.flashedOverAt ?? null) !== null
}

/** [REV11] Whether any crew has the task: on its way, there or at work. */
export const isCrewed = (ship: Ship, task: string): boolean => {
  for (const id in ship.crews) if (ship.crews[id]?.task === task) return true
  return false
}
