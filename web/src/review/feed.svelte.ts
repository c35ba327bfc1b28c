import type { RecordedEvent } from '#shared/ship/events.ts'
import { isReviewWord } from '#shared/review/words-said.ts'
import type { Identity } from '../link/identity.ts'
import { findReview, type ReviewAnswer, type Wanted } from './reviews.ts'

/** Whether somebody has said something that this incident's review has to tell. */
export const concerns = (incident: string, events: readonly RecordedEvent[]): boolean =>
  events.some((event) => isReviewWord(event) && (!('incident' in event) || event.incident === incident))

/** The review that is shown. While a newer one of the same incident is fetched, the old one stays. */
export class ReviewFeed {
  #answer = $state.raw<ReviewAnswer | null>(null)
  #problem = $state.raw<string | null>(null)
  #loading = $state(false)
  #asked = 0

  get answer() {
    return this.#answer
  }

  get problem() {
    return this.#problem
  }

  get loading() {
    return this.#loading
  }

  async show(as: Identity, wanted: Wanted): Promise<void> {
    const asked = ++this.#asked
    if (this.#answer?.incident.id !== wanted.incident) this.#answer = null
    this.#loading = true
    const outcome = await findReview(as, wanted).then(
      (answer) => ({ answer, problem: null }),
      (error: unknown) => ({ answer: this.#answer, problem: error instanceof Error ? error.message : String(error) }),
    )
    // Asked again meanwhile: the later answer counts, whichever comes last.
    if (asked !== this.#asked) return
    this.#answer = outcome.answer
    this.#problem = outcome.problem
    this.#loading = false
  }
}
