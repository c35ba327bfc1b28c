import type { HazardCourse, HazardKind } from './parts/hazards.ts'

/** One hazard in two runs; instants are ms since the first hit of each. Null: that run had none such. */
export interface HazardPair {
  readonly kind: HazardKind
  readonly target: string
  readonly compartment: string
  readonly a: HazardCourse | null
  readonly b: HazardCourse | null
}

interface Run {
  readonly hazards: readonly HazardCourse[]
  /** Mission time, ms. */
  readonly firstHitAt: number
}

const since = (firstHitAt: number, at: number | null): number | null => (at === null ? null : at - firstHitAt)

const shifted = (course: HazardCourse, firstHitAt: number): HazardCourse => ({
  ...course,
  beganAt: course.beganAt - firstHitAt,
  reportedAt: since(firstHitAt, course.reportedAt),
  acknowledgedAt: since(firstHitAt, course.acknowledgedAt),
  dispatchedAt: since(firstHitAt, course.dispatchedAt),
  departedAt: since(firstHitAt, course.departedAt),
  arrivedAt: since(firstHitAt, course.arrivedAt),
  workedAt: since(firstHitAt, course.workedAt),
  containedAt: since(firstHitAt, course.containedAt),
  boundedAt: since(firstHitAt, course.boundedAt),
  restoredAt: since(firstHitAt, course.restoredAt),
})

/** Takes out of `others` the first that is alike in `key`, so that what comes again is paired with what comes again. */
const pairUp = (
  hazards: readonly HazardCourse[],
  others: readonly HazardCourse[],
  key: (course: HazardCourse) => string,
) => {
  const waiting = new Map<string, HazardCourse[]>()
  for (const other of others) {
    const alike = waiting.get(key(other))
    if (alike) alike.push(other)
    else waiting.set(key(other), [other])
  }
  const pairs = hazards.map((a) => ({ a, b: waiting.get(key(a))?.shift() ?? null }))
  return { pairs, left: [...waiting.values()].flat() }
}

const began = ({ a, b }: Pick<HazardPair, 'a' | 'b'>): number =>
  Math.min(a?.beganAt ?? Infinity, b?.beganAt ?? Infinity)

/** [REV31] Matched by task and place; what is left, as each run numbers its breaches for itself, by kind and place. */
export const pairHazards = (a: Run, b: Run): readonly HazardPair[] => {
  const ofA = a.hazards.map((course) => shifted(course, a.firstHitAt))
  const ofB = b.hazards.map((course) => shifted(course, b.firstHitAt))
  const byTask = pairUp(ofA, ofB, ({ task, compartment }) => `${task} ${compartment}`)
  const alone = byTask.pairs.filter((pair) => pair.b === null).map((pair) => pair.a)
  const byPlace = pairUp(alone, byTask.left, ({ kind, compartment }) => `${kind} ${compartment}`)
  const pairs: readonly Pick<HazardPair, 'a' | 'b'>[] = [
    ...byTask.pairs.filter((pair) => pair.b !== null),
    ...byPlace.pairs,
    ...byPlace.left.map((course) => ({ a: null, b: course })),
  ]
  return pairs
    .flatMap((pair) => {
      const either = pair.a ?? pair.b
      return either ? [{ kind: either.kind, target: either.target, compartment: either.compartment, ...pair }] : []
    })
    .sort((one, other) => began(one) - began(other))
}
