import Database from 'better-sqlite3'
import { chainStart, linked, type Origin } from './chain.ts'

/** What is wrong with a log, where it is first wrong. */
export type LogFault =
  | { readonly fault: 'file'; readonly detail: string }
  /** An event is missing, doubled or out of place. */
  | { readonly fault: 'gap'; readonly ship: string; readonly seq: number; readonly found: number }
  /** An event is not what was written. */
  | { readonly fault: 'changed'; readonly ship: string; readonly seq: number }
  /** Events at the end are gone. */
  | { readonly fault: 'cut'; readonly ship: string; readonly head: number; readonly was: number }

export interface Verdict {
  /** The ships, and how many events of each are linked, or older than the chain. */
  readonly ships: readonly {
    readonly ship: string
    readonly linked: number
    readonly older: number
    readonly code: string
  }[]
  readonly faults: readonly LogFault[]
}

interface Row {
  readonly seq: number
  readonly type: string
  readonly json: string
  readonly hash: Uint8Array | null
}

/**
 * Reads a whole log and says whether it is as it was written: SQLite's own check, then every event of every ship against
 * the chain. One who rewrites the chain as well goes unnoticed, unless a ship's `code` was noted elsewhere: it is the
 * beginning of the last hash. Throws if there is no such file.
 */
export const verifyLog = (path: string): Verdict => {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const damage = db.pragma('integrity_check', { simple: true }) as string
    return damage === 'ok' ? verifyShips(db) : damaged(damage)
  } catch (error) {
    if (error instanceof Database.SqliteError) return damaged(error.message)
    throw error
  } finally {
    db.close()
  }
}

const damaged = (detail: string): Verdict => ({ ships: [], faults: [{ fault: 'file', detail }] })

const verifyShips = (db: Database.Database): Verdict => {
  const ships = db.prepare<[], Origin>('SELECT id, wall, definition FROM ship ORDER BY number').all()
  const verdicts = ships.map((ship) => verifyShip(db, ship))
  return { ships: verdicts.map(({ counts }) => counts), faults: verdicts.flatMap(({ fault }) => fault ?? []) }
}

type ShipVerdict = Verdict['ships'][number]

const verifyShip = (db: Database.Database, origin: Origin): { counts: ShipVerdict; fault: LogFault | null } => {
  const ship = origin.id
  const walk: Walk = { hash: chainStart(origin), seq: 0, older: 0 }
  const fault = walkAlong(db, ship, walk) ?? endFault(db, ship, walk)
  const { hash, seq, older } = walk
  return { counts: { ship, linked: seq - older, older, code: Buffer.from(hash).toString('hex').slice(0, 8) }, fault }
}

/** How far one has come along a chain. */
interface Walk {
  hash: Uint8Array
  seq: number
  /** Events from before there was a chain. */
  older: number
}

const walkAlong = (db: Database.Database, ship: string, walk: Walk): LogFault | null => {
  const rows = db.prepare<[string], Row>('SELECT seq, type, json, hash FROM event WHERE ship = ? ORDER BY seq')
  for (const row of rows.iterate(ship)) {
    const seq = walk.seq + 1
    if (row.seq !== seq) return { fault: 'gap', ship, seq, found: row.seq }
    if (row.hash === null && walk.older === walk.seq) walk.older++
    else {
      const due = linked(walk.hash, row.json)
      if (!row.hash || !due.equals(row.hash) || !isItself(row)) return { fault: 'changed', ship, seq }
      walk.hash = due
    }
    walk.seq = seq
  }
  return null
}

const endFault = (db: Database.Database, ship: string, { hash, seq, older }: Walk): LogFault | null => {
  const end = db
    .prepare<[string], { seq: number; hash: Uint8Array }>('SELECT seq, hash FROM chain_end WHERE ship = ?')
    .get(ship)
  const was = end?.seq ?? older
  if (was !== seq) return { fault: 'cut', ship, head: seq, was }
  return end && !Buffer.from(hash).equals(end.hash) ? { fault: 'changed', ship, seq } : null
}

/** What the row is found by is what its text says. */
const isItself = ({ seq, type, json }: Row): boolean => {
  const event = JSON.parse(json) as { readonly seq: number; readonly type: string }
  return event.seq === seq && event.type === type
}
