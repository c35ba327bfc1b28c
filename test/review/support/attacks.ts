import { openSqliteLog } from '#db/sqliteLog.ts'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { projectEvent, projectState } from '#shared/protocol/projection.ts'
import { reviewOf } from '#shared/review/fold.ts'
import { plannedOf } from '#shared/review/planned.ts'
import type { Review, Sight } from '#shared/review/review.ts'
import { isReviewWord } from '#shared/review/words-said.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { fold } from '#shared/ship/evolve.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { newShip, shipFrom, stateOf } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { incidentsOf } from '../../../server/incidents.ts'
import type { Ends } from './recordings.ts'

/** An incident on record, with the whole log of its ship. */
export interface Attack {
  readonly plan: Plan
  readonly incident: IncidentSummary
  readonly events: readonly RecordedEvent[]
  readonly nowMs: number
}

/** Every incident of the log in a folder. */
export const attacksIn = (folder: string, ends: Ends): readonly Attack[] => {
  const log = openSqliteLog(folder)
  try {
    return log.ships().flatMap(({ id, definition, head }) => {
      const plan = planOf(definition as ShipFile)
      const events = log.events(id, 0, head)
      return incidentsOf(log, id).map((incident) => ({ plan, incident, events, nowMs: ends.get(id) ?? 0 }))
    })
  } finally {
    log.close()
  }
}

/** The log as the reader of a review gets it. */
export const asSeen = ({ events }: Attack, sight: Sight): readonly RecordedEvent[] =>
  sight === 'truth' ? events : events.map((event) => projectEvent(event, 'captain'))

/** The review of an attack, out of a log that may have been tampered with. */
export const reviewed = ({ plan, incident, nowMs }: Attack, sight: Sight, events: readonly RecordedEvent[]): Review => {
  const last = incident.closedSeq ?? events.length
  const before = fold(newShip(plan), events.slice(0, incident.openedSeq - 1))
  const ship = sight === 'truth' ? before : shipFrom(plan, projectState(stateOf(before), 'captain'))
  const untilMs = incident.closedAt ?? nowMs
  const words = events.filter((event) => isReviewWord(event) && (event.seq < incident.openedSeq || event.seq > last))
  const planned = plannedOf(ship, sight === 'truth' ? 'all' : 'before')
  return reviewOf({ incident, ship, untilMs, sight, planned }, events.slice(incident.openedSeq - 1, last), words)
}
