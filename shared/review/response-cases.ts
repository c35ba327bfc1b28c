import type { ResponseMeasure } from '../ship/terms.ts'
import type { CasualtyReading } from './casualties.ts'
import type { HazardCourse } from './parts/hazards.ts'
import type { CasualtyCourse } from './parts/people.ts'

/** One case of a measure: from one instant to another, mission ms. Of the two, what is null has not come. */
export interface ResponseCase {
  readonly fromMs: number | null
  readonly toMs: number | null
  /** Whether the second instant is still to be waited for. */
  readonly waits: boolean
}

export type CasesByMeasure = Readonly<Record<ResponseMeasure, readonly ResponseCase[]>>

type Instant = (hazard: HazardCourse) => number | null

const ofHazards = (hazards: readonly HazardCourse[], from: Instant, to: Instant): readonly ResponseCase[] =>
  hazards.map((hazard) => ({ fromMs: from(hazard), toMs: to(hazard), waits: hazard.endedAt === null }))

const ofCasualties = (
  { courses, gone }: CasualtyReading,
  to: (casualty: CasualtyCourse) => number | null,
): readonly ResponseCase[] =>
  courses.map((casualty) => ({
    fromMs: casualty.reportedAt,
    toMs: to(casualty),
    waits: !gone.has(casualty.casualty) && casualty.outcome !== 'dead' && casualty.outcome !== 'discharged',
  }))

/** [REV10] From which instant to which each measure is taken. */
export const casesOf = (
  hazards: readonly HazardCourse[],
  casualties: CasualtyReading,
  acknowledge: readonly ResponseCase[],
): CasesByMeasure => ({
  report: ofHazards(
    hazards,
    ({ beganAt }) => beganAt,
    ({ reportedAt }) => reportedAt,
  ),
  acknowledge,
  dispatch: ofHazards(
    hazards,
    ({ reportedAt }) => reportedAt,
    ({ dispatchedAt }) => dispatchedAt,
  ),
  turnout: ofHazards(
    hazards,
    ({ dispatchedAt }) => dispatchedAt,
    ({ departedAt }) => departedAt,
  ),
  travel: ofHazards(
    hazards,
    ({ departedAt }) => departedAt,
    ({ arrivedAt }) => arrivedAt,
  ),
  contain: ofHazards(
    hazards,
    ({ beganAt }) => beganAt,
    ({ containedAt }) => containedAt,
  ),
  restore: ofHazards(
    hazards,
    ({ beganAt }) => beganAt,
    ({ restoredAt }) => restoredAt,
  ),
  triage: ofCasualties(casualties, ({ triagedAt }) => triagedAt),
  bed: ofCasualties(casualties, ({ beddedAt }) => beddedAt),
})
