import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { ReviewWord } from '#shared/review/words-said.ts'
import type { ShipRun } from '../runs/shipRun.ts'
import type { Service } from '../service.ts'
import type { Recording } from './recording.ts'

/** An incident of a ship of ours, up to its end or to now. */
export const recordingFromLog = (
  { log, ships }: Pick<Service, 'log' | 'ships'>,
  run: ShipRun,
  incident: IncidentSummary,
): Recording => {
  const before = incident.openedSeq - 1
  const last = incident.closedSeq ?? run.durable.ship.seq
  const count = last - before
  const page = (from: number, limit: number) => [run.id, before + from, Math.min(limit, count - from)] as const
  return {
    incident,
    plan: run.plan,
    ownId: incident.id,
    sight: 'truth',
    untilMs: incident.closedAt ?? run.now(),
    start: () => ships.asOf(run, before),
    planned: null,
    count,
    events: (from, limit) => log.events(...page(from, limit)),
    texts: (from, limit) => log.eventsJson(...page(from, limit)),
    words: wordsAbout(incident, log.reviewWords(run.id), last),
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
