import type { Planned } from '#shared/review/parts/assessment.ts'
import { type PlanReader, plannedOf } from '#shared/review/planned.ts'
import type { Sight } from '#shared/review/review.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Recording } from './recording.ts'

/** What was to happen, as far as a reader may know it. `start` is the ship in truth. [REV25] */
export const plannedFor = ({ planned, incident }: Recording, start: Ship, sight: Sight): Planned =>
  planned ?? plannedOf(start, sight === 'truth' ? 'all' : afterwards(incident.closedAt))

const afterwards = (closedAt: number | null): PlanReader => (closedAt === null ? 'before' : 'afterwards')
