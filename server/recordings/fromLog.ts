import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { ReviewWord } from '#shared/review/words-said.ts'
import type { Recording } from './recording.ts'
import type { Records } from './records.ts'

/** As far as a ship has come: seq of her last event, and mission time in ms. */
export interface Now {
  readonly seq: number
  readonly at: number
}

/** An incident of a ship of ours, up to its end or to now. */
export const recordingFromLog = (
  { log, ships }: Records,
  plan: Plan,
  incident: IncidentSummary,
  now: Now,
): Recording => {
  const id = incident.ship
  const before = incident.openedSeq - 1
  const last = incident.closedSeq ?? now.seq
  const count = last - before
  const page = (from: number, limit: number) => [id, before + from, Math.min(limit, count - from)] as const
  return {
    incident,
    plan,
    ownId: incident.id,
    sight: 'truth',
    untilMs: incident.closedAt ?? now.at,
    start: () => ships.asOf({ id, plan }, before),
    planned: null,
    count,
    events: (from, limit) => log.events(...page(from, limit)),
    texts: (from, limit) => log.eventsJson(...page(from, limit)),
    words: wordsAbout(incident, log.reviewWords(id), last),
  }
}

/** What was said of an incident outside it: before it (standards) or since it was closed. */
const wordsAbout = (
  { id, openedAt, openedSeq, closedAt }: IncidentSummary,
  words: readonly ReviewWord[],
  last: number,
): readonly ReviewWord[] =>
  words.filter((word) => {
    if (word.seq >= openedSeq && word.seq <= last) return false
    if (word.type === 'StandardsSet') return true
    if (word.type !== 'NotePinned') return word.incident === id
    return closedAt !== null && word.seq > last && word.pinnedAt >= openedAt && word.pinnedAt <= closedAt
  })
