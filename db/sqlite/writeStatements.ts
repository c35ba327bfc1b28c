import type { Database } from 'better-sqlite3'
import type { Origin } from '../chain.ts'
import { HEAD } from './readStatements.ts'

/** Every statement that writes, and what is looked up on the way, compiled once. */
export const writeStatements = (db: Database) => ({
  addShip: db.prepare<[id: string, definition: string, wall: string]>(
    'INSERT INTO ship (id, definition, wall) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
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
  addCommand: db.prepare<[ship: string, id: string, digest: string, answer: string]>(
    'INSERT INTO command (ship, id, digest, answer) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  dropOtherSnapshots: db.prepare<[ship: string, coreVersion: string]>(
    'DELETE FROM snapshot WHERE ship = ? AND core_version <> ?',
  ),
  dropSnapshots: db.prepare<[ship: string]>('DELETE FROM snapshot WHERE ship = ?'),
  saveSnapshot: db.prepare<
    [ship: string, seq: number, at: number, coreVersion: string, state: string, hash: Uint8Array]
  >('INSERT OR REPLACE INTO snapshot (ship, seq, at, core_version, state, hash) VALUES (?, ?, ?, ?, ?, ?)'),
  keepTime: db.prepare<[ship: string, at: number]>('INSERT OR REPLACE INTO mission_time (ship, at) VALUES (?, ?)'),
  probe: db.prepare<[]>('INSERT INTO probe (id, count) VALUES (1, 1) ON CONFLICT DO UPDATE SET count = count + 1'),
})
