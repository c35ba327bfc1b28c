import { projectState } from '#shared/protocol/projection.ts'
import { startReview } from '#shared/review/fold.ts'
import type { Review, Sight } from '#shared/review/review.ts'
import { shipFrom, stateOf } from '#shared/ship/state.ts'
import { plannedFor } from '../recordings/planned.ts'
import { type Recording, ROLE_SHOWN } from '../recordings/recording.ts'
import type { Work } from '../runs/work.ts'
import { shownEvents } from '../shown.ts'

/** Events taken between two pauses: some ms of work. */
const SLICE = 50

/** The review of a recording for whoever is shown that much: of the same ship, events and words that they get. [RVW6] */
export function* folding(recording: Recording, sight: Sight): Work<Review> {
  const { incident, ownId, untilMs, count, words } = recording
  const role = ROLE_SHOWN[sight]
  const start = yield* recording.start()
  const ship = shipFrom(start.plan, projectState(stateOf(start), role))
  const planned = plannedFor(recording, start, sight)
  const review = startReview({ incident: { ...incident, id: ownId }, ship, untilMs, sight, planned })
  for (let from = 0; from < count; from += SLICE) {
    review.take(shownEvents(recording.events(from, SLICE), role))
    yield
  }
  const done = review.finish(shownEvents(words, role))
  return { ...done, incident: { ...done.incident, id: incident.id } }
}
