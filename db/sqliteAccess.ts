import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { AccessStore, StoredInvite, StoredSession } from './accessStore.ts'
import { LogTooNew, NotOurFile } from './errors.ts'
import { keepPrivate, makePrivateFile, makePrivateFolder } from './privateFile.ts'
import { isSqliteError, writeUntilBroken } from './sqlite/failures.ts'

/** In the data folder. No backup takes it along. */
export const ACCESS_FILE = 'access.db'

/** "BLKA": tells it from a log and from every other database. */
const APPLICATION_ID = 0x424c4b41
const VERSION = 1

const TABLES = `
  CREATE TABLE IF NOT EXISTS invite (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    ship TEXT,
    usesLeft INTEGER NOT NULL,
    expiresAtMs INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS session (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    ship TEXT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    createdAtMs INTEGER NOT NULL,
    seenAtMs INTEGER NOT NULL,
    expiresAtMs INTEGER NOT NULL
  ) STRICT`

const INVITE = 'id, digest, role, ship, usesLeft, expiresAtMs'
const SESSION = 'id, digest, role, ship, name, kind, state, createdAtMs, seenAtMs, expiresAtMs'

const valuesOf = (columns: string): string => columns.replace(/\w+/g, '@$&')

/** In a folder that this process holds (by its log). Throws `NotOurFile`, `LogTooNew`. */
export const openSqliteAccess = (folder: string): AccessStore => {
  makePrivateFolder(folder)
  const path = join(folder, ACCESS_FILE)
  makePrivateFile(path)
  const db = openFile(path)
  keepPrivate(path)
  return storeOn(db)
}

const openFile = (path: string): Database.Database => {
  const db = new Database(path)
  try {
    identify(db, path)
    // One file, not three; every commit is synced, or somebody sent away would be back after a power cut
    db.pragma('journal_mode = TRUNCATE')
    db.pragma('synchronous = FULL')
    db.exec(TABLES)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${VERSION}`)
    return db
  } catch (error) {
    db.close()
    throw isSqliteError(error, 'SQLITE_NOTADB') ? new NotOurFile(path) : error
  }
}

const identify = (db: Database.Database, path: string): void => {
  const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (!isEmpty && db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new NotOurFile(path)
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > VERSION) throw new LogTooNew(path, version, VERSION)
}

const storeOn = (db: Database.Database): AccessStore => {
  const write = writeUntilBroken()
  const saveInvite = db.prepare<[StoredInvite]>(
    `INSERT OR REPLACE INTO invite (${INVITE}) VALUES (${valuesOf(INVITE)})`,
  )
  const invites = db.prepare<[], StoredInvite>(`SELECT ${INVITE} FROM invite ORDER BY number`)
  const takeUse = db.prepare<[digest: string, nowMs: number], StoredInvite>(
    `UPDATE invite SET usesLeft = usesLeft - 1 WHERE digest = ? AND usesLeft > 0 AND expiresAtMs > ? RETURNING ${INVITE}`,
  )
  const removeInvite = db.prepare<[id: string]>('DELETE FROM invite WHERE id = ?')
  const saveSession = db.prepare<[StoredSession]>(
    `INSERT INTO session (${SESSION}) VALUES (${valuesOf(SESSION)})
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, seenAtMs = excluded.seenAtMs, expiresAtMs = excluded.expiresAtMs`,
  )
  const sessions = db.prepare<[], StoredSession>(`SELECT ${SESSION} FROM session ORDER BY number`)
  const session = db.prepare<[digest: string], StoredSession>(`SELECT ${SESSION} FROM session WHERE digest = ?`)
  const removeSession = db.prepare<[id: string]>('DELETE FROM session WHERE id = ?')

  return {
    saveInvite: (invite) => void write(() => saveInvite.run(invite)),
    invites: () => invites.all(),
    takeUse: (digest, nowMs) => write(() => takeUse.get(digest, nowMs)) ?? null,
    removeInvite: (id) => write(() => removeInvite.run(id)).changes > 0,
    saveSession: (one) => void write(() => saveSession.run(one)),
    sessions: () => sessions.all(),
    session: (digest) => session.get(digest) ?? null,
    removeSession: (id) => write(() => removeSession.run(id)).changes > 0,
    close: () => db.close(),
  }
}
