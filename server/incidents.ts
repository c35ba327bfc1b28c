import type { LogReader, IncidentMark } from '#db/eventLog.ts'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'

/** Oldest first; of one ship, or (null) of all. */
export const incidentsOf = (log: LogReader, ship: string | null): readonly IncidentSummary[] => {
  const incidents = new Map<string, IncidentSummary>()
  for (const mark of log.incidentMarks(ship)) incidents.set(mark.event.incident, markedBy(mark, incidents))
  return [...incidents.values()]
}

const markedBy = ({ ship, event }: IncidentMark, known: ReadonlyMap<string, IncidentSummary>): IncidentSummary => {
  const { seq, at, wall } = event
  if (event.type === 'IncidentOpened') {
    const { incident: id, kind, name } = event
    return {
      ...{ id, ship, kind, name, openedSeq: seq, openedAt: at, openedWall: wall },
      ...{ closedSeq: null, closedAt: null, imported: false },
    }
  }
  const opened = known.get(event.incident)
  if (!opened) throw new Error(`Incident ${event.incident} of ship ${ship} was closed and never opened`)
  return { ...opened, closedSeq: seq, closedAt: at }
}
