import type { Review } from '#shared/review/review.ts'
import type { Trend } from '#shared/review/trend.ts'
import { getAnswer, getJson } from '../link/api.ts'
import type { Identity } from '../link/identity.ts'

/** A review as the server gives it: with the ship's other incidents beside it, where it is one of hers. */
export interface ReviewAnswer extends Review {
  readonly trend: Trend | null
}

/** Which review is wanted; `aboard`: what was known, by someone who gets the truth too. */
export interface Wanted {
  readonly incident: string
  readonly aboard: boolean
}

/** What a review is saved as: it, and the recording it was folded from. */
export const FORMATS = ['json', 'csv', 'html', 'pdf', 'recording'] as const
export type Format = (typeof FORMATS)[number]

const pathOf = ({ incident, aboard }: Wanted, format: Format): string =>
  `/incidents/${encodeURIComponent(incident)}/` +
  (format === 'recording' ? format : `review.${format}`) +
  (aboard ? '?sight=known' : '')

export const fetchReview = (as: Identity, wanted: Wanted): Promise<ReviewAnswer> => getJson(pathOf(wanted, 'json'), as)

/** The file, for a role that a link of the page could not say. */
export const fetchFile = async (as: Identity, wanted: Wanted, format: Format): Promise<Blob> =>
  (await getAnswer(pathOf(wanted, format), as)).blob()

export const fileNameOf = (incident: string, format: Format): string =>
  format === 'recording' ? `${incident}-recording.json` : `${incident}-review.${format}`
