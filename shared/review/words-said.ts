import type { FactOf, RecordedEvent } from '../ship/events.ts'

/** What people say of an incident, while it is open or long after; it changes nothing aboard. */
export type ReviewWord = RecordedEvent & FactOf<(typeof REVIEW_WORDS)[number]>

export const REVIEW_WORDS = ['NotePinned', 'ObjectiveRated', 'ImprovementRecorded', 'StandardsSet'] as const

const TYPES: ReadonlySet<string> = new Set(REVIEW_WORDS)

export const isReviewWord = (event: RecordedEvent): event is ReviewWord => TYPES.has(event.type)
