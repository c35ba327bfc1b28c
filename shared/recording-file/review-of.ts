import { reviewOf } from '../review/fold.ts'
import type { Review } from '../review/review.ts'
import { shipFrom } from '../ship/state.ts'
import { planOf } from '../ship-file/plan-of.ts'
import type { RecordingFile } from './recording-file.ts'

/** An incident that was brought in somewhere goes by another id there; its own events have the first, before the dot. */
const ownIdOf = (id: string): string => id.replace(/\..*$/, '')

/** The review of a recording that is at hand as a whole. [RVW5] */
export const reviewOfRecording = (file: RecordingFile): Review => {
  const { incident, definition, start, events, notes, untilMs, sight, planned } = file
  const ship = shipFrom(planOf(definition), start.state)
  const own = { ...incident, id: ownIdOf(incident.id) }
  const review = reviewOf({ incident: own, ship, untilMs, sight, planned }, events, notes)
  return { ...review, incident: { ...review.incident, id: incident.id } }
}
