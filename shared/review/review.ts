import type { IncidentKind } from '../ship/terms.ts'
import type { Finding, Improvement, Objective, Planned } from './parts/assessment.ts'
import type { Moment, Pin, Series } from './parts/course.ts'
import type { BoundaryIntegrity, Exposure, HazardCourse, UncrewedCritical } from './parts/hazards.ts'
import type { CasualtyCourse, CasualtyFlow, CrewUse } from './parts/people.ts'
import type { ResponseTimes } from './parts/responses.ts'
import type { AlarmReview, CapabilityLoss, Harm, PowerUse } from './parts/ship.ts'

/**
 * The after-action review of one incident: folded from its recording and nothing else. Instants and durations are mission
 * time in ms, unless a name says otherwise. Definitions: docs/SPEC.md, "After-action review".
 */
export interface Review {
  readonly schema: 'bulkhead/review@1'
  readonly incident: ReviewedIncident
  /** Whether this is what was so, or what was known aboard. [REV2] */
  readonly sight: Sight
  readonly planned: Planned
  readonly counts: Counts
  readonly harm: Harm
  readonly responses: readonly ResponseTimes[]
  /** In the order in which they began. */
  readonly hazards: readonly HazardCourse[]
  readonly uncrewedCritical: UncrewedCritical
  readonly boundaries: BoundaryIntegrity
  readonly exposure: Exposure
  /** In the order in which they were reported. */
  readonly casualties: readonly CasualtyCourse[]
  readonly casualtyFlow: CasualtyFlow
  /** In the order of the ship file. */
  readonly crews: readonly CrewUse[]
  readonly power: PowerUse
  readonly alarms: AlarmReview
  /** In the order of the ship file. */
  readonly capabilities: readonly CapabilityLoss[]
  readonly series: Series
  readonly timeline: readonly Moment[]
  /** Moments left out of the timeline, because there were too many. */
  readonly momentsLeftOut: number
  readonly pins: readonly Pin[]
  readonly findings: readonly Finding[]
  readonly objectives: readonly Objective[]
  readonly improvements: readonly Improvement[]
}

export type Sight = 'truth' | 'known'

export interface ReviewedIncident {
  readonly id: string
  readonly ship: string
  readonly shipName: string
  readonly kind: IncidentKind
  readonly name: string
  readonly fromMs: number
  readonly untilMs: number
  /** Still open: everything is as of now. */
  readonly open: boolean
  /** When in the world it was opened, ISO 8601. */
  readonly openedWall: string
  /** At its opening; null on a ship without stardates. */
  readonly stardate: number | null
  /** Events it came to. */
  readonly events: number
}

/** What happened, counted. [REV3] */
export interface Counts {
  readonly hits: number
  readonly orders: number
  readonly hazards: number
  readonly reports: number
  /** The lowest the hull was, %, and the most hazards that stood at once. */
  readonly leastHullPercent: number
  readonly mostHazards: number
}
