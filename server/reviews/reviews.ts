import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Review, Sight } from '#shared/review/review.ts'
import { type Headline, headlineOf } from '#shared/review/headline.ts'
import { type Trend, trendOf } from '#shared/review/trend.ts'
import type { Recording } from '../recordings/recording.ts'
import type { Recordings } from '../recordings/recordings.ts'
import { Line } from '../line.ts'
import { makeReview } from './make.ts'
import { Recent } from './recent.ts'

/** A page of a review asks for the same one several times: as JSON, as paper, beside another. */
const REVIEWS_KEPT = 8
/** Trends ask for the headlines of all incidents of a ship, of two sights. */
const HEADLINES_KEPT = 1_000

type Reviewed<Value> = Promise<Result<Value, Problem>>

/**
 * Reviews, made when somebody asks for them, one after the other and in pauses. That of a closed incident is kept for a
 * while, until something more is said of it.
 */
export class Reviews {
  readonly #recordings: Recordings
  readonly #reviews = new Recent<Review>(REVIEWS_KEPT)
  readonly #headlines = new Recent<Headline>(HEADLINES_KEPT)
  readonly #underWay = new Map<string, Reviewed<Review>>()
  /** Several at once would take turns with each other, and everybody else would wait longer for theirs. */
  readonly #line = new Line()

  constructor(recordings: Recordings) {
    this.#recordings = recordings
  }

  async of(recording: Recording, sight: Sight): Reviewed<Review> {
    const key = keyOf(recording, sight)
    const kept = this.#reviews.get(key)
    if (kept) return ok(kept)
    const underWay = this.#underWay.get(key)
    if (underWay) return underWay
    const made = this.#line.add(() => makeReview(recording, sight)).finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, made)
    const review = await made
    if (review.ok && recording.incident.closedAt !== null) this.#keep(key, review.value)
    return review
  }

  async headline(recording: Recording, sight: Sight): Reviewed<Headline> {
    const kept = this.#headlines.get(keyOf(recording, sight))
    if (kept) return ok(kept)
    const review = await this.of(recording, sight)
    return review.ok ? ok(headlineOf(review.value)) : review
  }

  /** An incident, of which this is the review, among those of its ship that are over. One that came as a file has no others. */
  async trend({ incident }: Recording, review: Review): Reviewed<Trend | null> {
    if (incident.imported) return ok(null) // its ship may be another one of that name
    const headlines = [headlineOf(review)]
    for (const other of this.#besides(incident)) {
      const headline = await this.headline(other, review.sight)
      if (!headline.ok) return headline
      headlines.push(headline.value)
    }
    return ok(trendOf(headlines, incident.id))
  }

  #besides({ id, ship }: IncidentSummary): readonly Recording[] {
    const others = this.#recordings.own(ship).filter((one) => one.closedAt !== null && one.id !== id)
    return others.flatMap((one) => {
      const found = this.#recordings.ofOwn(one)
      return found.ok ? found.value : []
    })
  }

  #keep(key: string, review: Review): void {
    this.#reviews.set(key, review)
    this.#headlines.set(key, headlineOf(review))
  }
}

/** Another event or word, another review. */
const keyOf = ({ incident, count, words }: Recording, sight: Sight): string =>
  [incident.id, sight, count, words.at(-1)?.seq ?? 0].join(' ')
