import type { Review } from '#shared/review/review.ts'
import type { Trend } from '#shared/review/trend.ts'
import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import { getAnswer, getJson } from '../link/api.ts'
import type { Identity } from '../link/identity.ts'
import { opened } from '../replay/opened.svelte.ts'

/** A review with the ship's other incidents beside it, where it is one of hers. */
export interface ReviewAnswer extends Review {
  readonly trend: Trend | null
}

/** Which review is wanted; `aboard`: what was known, by someone who gets the truth too. */
export interface Wanted {
  readonly incident: string
  readonly aboard: boolean
}

/** What a review is saved as: it, and the recording it was folded from. */
const FORMATS = ['json', 'csv', 'html', 'pdf', 'recording'] as const
export type Format = (typeof FORMATS)[number]

/** Of a recording that was opened here the server knows nothing, and paper is made there. */
export const formatsOf = (incident: string): readonly Format[] =>
  opened.holds(incident) ? ['json', 'recording'] : FORMATS

const pathOf = ({ incident, aboard }: Wanted, format: Format): string =>
  `/incidents/${encodeURIComponent(incident)}/` +
  (format === 'recording' ? format : `review.${format}`) +
  (aboard ? '?sight=known' : '')

const foldHere = async (file: RecordingFile, id: string): Promise<ReviewAnswer> => {
  const { reviewOfRecording } = await import('#shared/recording-file/review-of.ts')
  const review = reviewOfRecording(file)
  return { ...review, incident: { ...review.incident, id }, trend: null }
}

/** From the server; of a recording that was opened from a file it is folded here. */
export const findReview = async (as: Identity, wanted: Wanted): Promise<ReviewAnswer> => {
  const file = opened.find(wanted.incident)
  return file ? foldHere(file, wanted.incident) : getJson(pathOf(wanted, 'json'), as)
}

/** The file, for a role that a link of the page could not say. */
export const findFile = async (as: Identity, wanted: Wanted, format: Format): Promise<Blob> => {
  const file = opened.find(wanted.incident)
  if (!file) return (await getAnswer(pathOf(wanted, format), as)).blob()
  const told = format === 'recording' ? file : await foldHere(file, wanted.incident)
  return new Blob([JSON.stringify(told)], { type: 'application/json' })
}

export const fileNameOf = (incident: string, format: Format): string =>
  format === 'recording' ? `${incident}.recording.json` : `${incident}.review.${format}`
