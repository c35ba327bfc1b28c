import type { Database } from 'better-sqlite3'
import type { CommandRecord } from '../eventLog.ts'

interface ShipRow {
  readonly id: string
  readonly definition: string
  readonly wall: string
  readonly head: number
}
interface MarkRow {
  readonly ship: string
  readonly json: string
}
interface SnapshotRow {
  readonly ship: string
  readonly seq: number
  readonly at: number
  readonly text: string
  readonly coreVersion: string
  readonly hash: Uint8Array
}

/** Seq of a ship's last event, in a query on `ship`. */
export const HEAD = 'coalesce((SELECT max(seq) FROM event WHERE event.ship = ship.id), 0)'
/** Word for word the condition of the index `incident_mark`; otherwise SQLite would not use it. */
const IS_MARK = "type IN ('IncidentOpened', 'IncidentClosed')"
/** Likewise of the index `review_word`. */
const IS_REVIEW_WORD = "type IN ('NotePinned', 'ObjectiveRated', 'ImprovementRecorded', 'StandardsSet')"

/** Every question put to the log, compiled once. Numbers come back as doubles: exact to 2⁵³, and no log gets there. */
export const readStatements = (db: Database) => ({
  identity: db.prepare<[], string>('SELECT id FROM log_identity').pluck(),
  ships: db.prepare<[], ShipRow>(`SELECT id, definition, wall, ${HEAD} AS head FROM ship ORDER BY number`),
  /** No row for a ship that does not exist. */
  headOfKnown: db.prepare<[ship: string], number>(`SELECT ${HEAD} FROM ship WHERE id = ?`).pluck(),
  events: db
    .prepare<[ship: string, after: number, limit: number], string>(
      'SELECT json FROM event WHERE ship = ? AND seq > ? ORDER BY seq LIMIT ?',
    )
    .pluck(),
  incidentMarks: db.prepare<[ship: string], MarkRow>(
    `SELECT ship, json FROM event WHERE ship = ? AND ${IS_MARK} ORDER BY gseq`,
  ),
  allIncidentMarks: db.prepare<[], MarkRow>(
    `SELECT ship, json FROM event INDEXED BY incident_mark WHERE ${IS_MARK} ORDER BY gseq`,
  ),
  reviewWords: db
    .prepare<[ship: string], string>(`SELECT json FROM event WHERE ${IS_REVIEW_WORD} AND ship = ? ORDER BY seq`)
    .pluck(),
  findCommand: db.prepare<[ship: string, id: string], CommandRecord>(
    'SELECT id, digest, answer FROM command WHERE ship = ? AND id = ?',
  ),
  latestSnapshot: db.prepare<[ship: string, coreVersion: string, atOrBefore: number], SnapshotRow>(
    `SELECT ship, seq, at, state AS text, core_version AS coreVersion, hash FROM snapshot
     WHERE ship = ? AND core_version = ? AND seq <= ? ORDER BY seq DESC LIMIT 1`,
  ),
  keptTime: db.prepare<[ship: string], number>('SELECT at FROM mission_time WHERE ship = ?').pluck(),
})
