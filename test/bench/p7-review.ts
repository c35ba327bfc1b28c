import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { reviewOf } from '#shared/review/fold.ts'
import { plannedOf } from '#shared/review/planned.ts'
import { newShip } from '#shared/ship/state.ts'
import { plan, SHIP } from './attack.ts'
import type { Finding } from './goals.ts'
import { longText, VERY_LONG, veryLongEvents } from './longRecording.ts'
import { computing } from './measure.ts'

/** A million in ten seconds. Invented. */
const EVENTS_PER_S = 100_000

const incidentOver = (untilMs: number): IncidentSummary => ({
  ...{ id: `${SHIP}-1`, ship: SHIP, kind: 'attack', name: 'Many attacks as one', imported: false },
  ...{ openedSeq: 1, openedAt: 0, openedWall: '2026-11-22T12:00:00.000Z', closedSeq: VERY_LONG, closedAt: untilMs },
})

/** Every figure of a review, folded from a campaign in one pass. */
export const review = (): readonly Finding[] => {
  const events = veryLongEvents(longText())
  const untilMs = events.at(-1)?.at ?? 0
  const ship = newShip(plan)
  const planned = plannedOf(ship, 'all')
  const ms = computing(() =>
    reviewOf({ incident: incidentOver(untilMs), ship, untilMs, sight: 'truth', planned }, events, []),
  )
  return [
    {
      goal: 'P7',
      what: `whole review of ${VERY_LONG.toLocaleString('en')} events, folded`,
      value: (1000 * events.length) / ms,
      must: { atLeast: EVENTS_PER_S },
      unit: '/s',
      behind: `events; ${(ms / 1000).toFixed(1)} s of processor time in all`,
    },
  ]
}
