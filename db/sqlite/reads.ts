import type { Database } from 'better-sqlite3'
import type { ReviewWord } from '#shared/review/words-said.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { ShipState } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import type { IncidentMark, LogReader, Snapshot } from '../eventLog.ts'
import { snapshotHash } from '../snapshotHash.ts'
import { readStatements } from './readStatements.ts'

/** What is on record in a database. Fetches all at once: an open cursor would keep the WAL from being reset. */
export const readsOn = (db: Database): LogReader => {
  const sql = readStatements(db)
  let damaged = 0

  const latestSnapshot = (ship: string, coreVersion: string, atOrBefore: number): Snapshot | null => {
    const row = sql.latestSnapshot.get(ship, coreVersion, atOrBefore)
    if (!row) return null
    const { text, hash, ...place } = row
    if (snapshotHash(row).equals(hash)) return { ...place, state: JSON.parse(text) as ShipState }
    damaged += 1
    return latestSnapshot(ship, coreVersion, row.seq - 1)
  }

  return {
    id: sql.identity.get() ?? '',
    ships: () => sql.ships.all().map((row) => ({ ...row, definition: shipFileIn(row.definition) })),
    findCommand: (ship, id) => sql.findCommand.get(ship, id) ?? null,

    head: (ship) => sql.headOfKnown.get(ship) ?? 0,
    events: (ship, after, limit) => sql.events.all(ship, after, limit).map((json) => JSON.parse(json) as RecordedEvent),
    eventsJson: (ship, after, limit) => sql.events.all(ship, after, limit),
    incidentMarks: (ship) => {
      const rows = ship === null ? sql.allIncidentMarks.all() : sql.incidentMarks.all(ship)
      return rows.map((row) => ({ ship: row.ship, event: JSON.parse(row.json) as IncidentMark['event'] }))
    },
    reviewWords: (ship) => sql.reviewWords.all(ship).map((json) => JSON.parse(json) as ReviewWord),

    latestSnapshot: (ship, coreVersion, atOrBefore = Number.MAX_SAFE_INTEGER) =>
      latestSnapshot(ship, coreVersion, atOrBefore),
    damagedSnapshots: () => damaged,
    keptTime: (ship) => sql.keptTime.get(ship) ?? null,
  }
}

const shipFileIn = (text: string): ShipFile | null => {
  try {
    return JSON.parse(text) as ShipFile
  } catch {
    return null
  }
}
