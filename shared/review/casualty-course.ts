import type { Casualty } from '../ship/state.ts'
import type { CasualtyCourse, CasualtyFlow } from './parts/people.ts'
import type { Sight } from './review.ts'
import type { Stopwatch } from './stopwatch.ts'

export type Times = Pick<CasualtyCourse, 'triagedAt' | 'movedAt' | 'beddedAt' | 'treatedAt' | 'endedAt'>
type Changeable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** One casualty as the gauge goes along with them. */
export interface Followed {
  casualty: Casualty
  readonly found: Pick<CasualtyCourse, 'compartment' | 'standing' | 'reportedAt'>
  readonly times: Changeable<Times>
  /** Runs while they need immediate care and are not in a bed. [REV15] */
  readonly untreated: Stopwatch
  /** The ship's restoration has taken them away. */
  gone: boolean
}

/** What has come of somebody who was hurt unseen, or before the incident, counts from when they are first looked at. */
export const timesSoFar = ({ status, category, beddedAt, treatmentEndsAt }: Casualty, at: number): Times => {
  const ended = status === 'stable' || status === 'dead' || status === 'discharged'
  return {
    triagedAt: category === null ? null : at,
    movedAt: status === 'moving' || beddedAt !== null ? at : null,
    beddedAt: beddedAt === null ? null : at,
    treatedAt: status === 'stable' || treatmentEndsAt !== null ? at : null,
    endedAt: ended ? at : null,
  }
}

/** [REV16] */
const wasPreventable = ({ casualty, times }: Followed): boolean =>
  casualty.fate.survivesTreatment && times.treatedAt === null

export const courseOf = (one: Followed, sight: Sight, atMs: number): CasualtyCourse => {
  const { id: casualty, name, crew, injury, category, status: outcome, fate } = one.casualty
  return {
    ...{ casualty, name, crew, injury, category, outcome, ...one.found, ...one.times },
    need: sight === 'truth' ? fate.severity : null,
    untreatedImmediateMs: one.untreated.totalAt(atMs),
    preventable: sight === 'truth' && outcome === 'dead' ? wasPreventable(one) : null,
  }
}

export const flowOf = (courses: readonly CasualtyCourse[], sight: Sight): CasualtyFlow => {
  const count = (which: (course: CasualtyCourse) => boolean): number => courses.filter(which).length
  return {
    reported: courses.length,
    triaged: count(({ triagedAt }) => triagedAt !== null),
    bedded: count(({ beddedAt }) => beddedAt !== null),
    stable: count(({ outcome }) => outcome === 'stable'),
    discharged: count(({ outcome }) => outcome === 'discharged'),
    dead: count(({ outcome }) => outcome === 'dead'),
    preventableDeaths: sight === 'truth' ? count(({ preventable }) => preventable === true) : null,
    untreatedImmediateMs: courses.reduce((sum, { untreatedImmediateMs }) => sum + untreatedImmediateMs, 0),
  }
}
