import type { Database } from 'better-sqlite3'
import type { Origin } from '../chain.ts'
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
  readonly state: string
  readonly coreVersion: string
}

const HEAD = 'coalesce((SELECT max(seq) FROM event WHERE event.ship = ship.id), 0)'
/** Word for word the condition of the index `incident_mark`; otherwise SQLite would not use it. */
const IS_MARK = "type IN ('IncidentOpened', 'IncidentClosed')"
/** Likewise of the index `review_word`. */
const IS_REVIEW_WORD = "type IN ('NotePinned', 'ObjectiveRated', 'ImprovementRecorded', 'StandardsSet')"

/** Every statement the log runs, each compiled once. Numbers come back as doubles: exact to 2⁵³, and no log gets there. */
export const prepareStatements = (db: Database) => ({
  identity: db.prepare<[], string>('SELECT id FROM log_identity').pluck(),
  addShip: db.prepare<[id: string, definition: string, wall: string]>(
    'INSERT INTO ship (id, definition, wall) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  ships: db.prepare<[], ShipRow>(`SELECT id, definition, wall, ${HEAD} AS head FROM ship ORDER BY number`),
  origin: db.prepare<[ship: string], Origin>('SELECT id, wall, definition FROM ship WHERE id = ?'),
  /** No row for a ship that does not exist. */
  headOfKnown: db.prepare<[ship: string], number>(`SELECT ${HEAD} FROM ship WHERE id = ?`).pluck(),

  addEvent: db.prepare<[ship: string, seq: number, type: string, json: string, hash: Uint8Array]>(
    'INSERT INTO event (ship, seq, type, json, hash) VALUES (?, ?, ?, ?, ?)',
  ),
  chainEnd: db.prepare<[ship: string], Uint8Array>('SELECT hash FROM chain_end WHERE ship = ?').pluck(),
  setChainEnd: db.prepare<[ship: string, seq: number, hash: Uint8Array]>(
    'INSERT OR REPLACE INTO chain_end (ship, seq, hash) VALUES (?, ?, ?)',
  ),
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

  addCommand: db.prepare<[ship: string, id: string, digest: string, answer: string]>(
    'INSERT INTO command (ship, id, digest, answer) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  findCommand: db.prepare<[ship: string, id: string], CommandRecord>(
    'SELECT id, digest, answer FROM command WHERE ship = ? AND id = ?',
  ),

  dropOtherSnapshots: db.prepare<[ship: string, coreVersion: string]>(
    'DELETE FROM snapshot WHERE ship = ? AND core_version <> ?',
  ),
  saveSnapshot: db.prepare<[ship: string, seq: number, at: number, coreVersion: string, state: string]>(
    'INSERT OR REPLACE INTO snapshot (ship, seq, at, core_version, state) VALUES (?, ?, ?, ?, ?)',
  ),
  latestSnapshot: db.prepare<[ship: string, coreVersion: string, atOrBefore: number], SnapshotRow>(
    `SELECT ship, seq, at, state, core_version AS coreVersion FROM snapshot
     WHERE ship = ? AND core_version = ? AND seq <= ? ORDER BY seq DESC LIMIT 1`,
  ),

  keepTime: db.prepare<[ship: string, at: number]>('INSERT OR REPLACE INTO mission_time (ship, at) VALUES (?, ?)'),
  keptTime: db.prepare<[ship: string], number>('SELECT at FROM mission_time WHERE ship = ?').pluck(),

  probe: db.prepare<[]>('INSERT INTO probe (id, count) VALUES (1, 1) ON CONFLICT DO UPDATE SET count = count + 1'),
})
