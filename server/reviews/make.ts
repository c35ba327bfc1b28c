import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Review, Sight } from '#shared/review/review.ts'
import { problem } from '../problem.ts'
import type { Recording } from '../recordings/recording.ts'
import { inTurns } from '../runs/work.ts'
import { folding } from './fold.ts'
import { isReview } from './shape.ts'

/**
 * The review of a recording. What came as a file may say things that no ship ever did: a review with a figure that is none,
 * or none at all, is then the fault of the file.
 */
export const makeReview = async (recording: Recording, sight: Sight): Promise<Result<Review, Problem>> => {
  if (!recording.incident.imported) return ok(await inTurns(folding(recording, sight)))
  try {
    const review = await inTurns(folding(recording, sight))
    return isReview(review) ? ok(review) : err(notReviewable(recording))
  } catch {
    return err(notReviewable(recording))
  }
}

const notReviewable = ({ incident: { id } }: Recording): Problem =>
  problem('RecordingUnusable', `What the file of ${id} says cannot be reviewed`, { incident: id })
