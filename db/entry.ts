import type { RecordedEvent } from '#shared/ship/events.ts'
import type { EncodedEntry } from './encoded.ts'
import { SequenceConflict } from './errors.ts'
import type { Entry, IncidentMark } from './eventLog.ts'

/** Throws unless the entry goes on exactly where the ship's log ends. */
export const checkPlace = (entry: Entry | EncodedEntry, head: number): void => {
  if (entry.expectedSeq !== head) throw new SequenceConflict(entry.ship, entry.expectedSeq, head)
  entry.events.forEach(({ seq: found }, index) => {
    const seq = head + 1 + index
    if (found !== seq) throw new RangeError(`An event numbered ${found} stands where ${seq} belongs`)
  })
}

export const isIncidentMark = (event: RecordedEvent): event is IncidentMark['event'] =>
  event.type === 'IncidentOpened' || event.type === 'IncidentClosed'
