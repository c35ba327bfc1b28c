import type { EventLog, IncidentMark } from '#db/eventLog.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { IncidentKind } from '#shared/ship/terms.ts'
import { problem } from './problem.ts'

/** An incident as the log tells it: from the event that opened it to the one that closed it. */
export interface RecordedIncident {
  readonly id: string
  readonly ship: string
  readonly kind: IncidentKind
  readonly name: string
  readonly openedSeq: number
  readonly openedAt: number
  readonly openedWall: string
  /** Null while it is open. */
  readonly closedSeq: number | null
  readonly closedAt: number | null
}

/** Oldest first; of one ship, or (null) of all. */
export const incidentsOf = (log: EventLog, ship: string | null): readonly RecordedIncident[] => {
  const incidents = new Map<string, RecordedIncident>()
  for (const mark of log.incidentMarks(ship)) incidents.set(mark.event.incident, markedBy(mark, incidents))
  return [...incidents.values()]
}

export const incidentOf = (log: EventLog, id: string): Result<RecordedIncident, Problem> => {
  const incident = incidentsOf(log, null).find((one) => one.id === id)
  return incident ? ok(incident) : err(problem('UnknownIncident', `There is no incident ${id}`, { incident: id }))
}

const markedBy = ({ ship, event }: IncidentMark, known: ReadonlyMap<string, RecordedIncident>): RecordedIncident => {
  const { seq, at, wall } = event
  if (event.type === 'IncidentOpened') {
    const { incident: id, kind, name } = event
    return { id, ship, kind, name, openedSeq: seq, openedAt: at, openedWall: wall, closedSeq: null, closedAt: null }
  }
  const opened = known.get(event.incident)
  if (!opened) throw new Error(`Incident ${event.incident} of ship ${ship} was closed and never opened`)
  return { ...opened, closedSeq: seq, closedAt: at }
}
