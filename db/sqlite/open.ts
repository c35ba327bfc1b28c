import Database from 'better-sqlite3'
import { LogTooNew, NotOurFile } from '../errors.ts'
import { isSqliteError } from './failures.ts'
import { migrate, readMigrations } from './migrate.ts'

/** "BLKH": tells our files from every other SQLite database. */
const APPLICATION_ID = 0x424c4b48
/** Before it, two connections on one WAL file could lose a commit: https://sqlite.org/wal.html#walresetbug. */
const OLDEST_SQLITE = [3, 51, 3] as const
/** How much of the file is read through memory, bytes: the most that SQLite is built to. Address space, not memory in use. */
const MMAP_BYTES = 0x7fff_0000
/** Pages that a connection keeps besides, KiB. Invented; the 16,000 that SQLite is built with fill up as the log grows. */
const CACHE_KIB = 4_096

/** Opens or creates a log. A file that is not ours, or is too new for us, is left exactly as it was found. */
export const openDatabase = (path: string): Database.Database => {
  const db = new Database(path)
  try {
    checkSqlite(db)
    const migrations = readMigrations()
    identify(db, path, migrations.at(-1)?.version ?? 0)
    setUp(db)
    migrate(db, APPLICATION_ID, migrations)
    return db
  } catch (error) {
    db.close()
    throw isSqliteError(error, 'SQLITE_NOTADB') ? new NotOurFile(path) : error
  }
}

/** A second connection to a log that is open, for reading while the other writes. */
export const openToRead = (path: string): Database.Database => {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  useMemory(db)
  return db
}

const checkSqlite = (db: Database.Database): void => {
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? ''
  if (isOlder(version.split('.').map(Number), OLDEST_SQLITE))
    throw new Error(`SQLite ${version} can lose commits; ${OLDEST_SQLITE.join('.')} or newer is needed`)
}

const isOlder = (version: readonly number[], than: readonly number[]): boolean => {
  const differs = than.findIndex((part, index) => version[index] !== part)
  return differs >= 0 && (version[differs] ?? 0) < (than[differs] ?? 0)
}

const identify = (db: Database.Database, path: string, newest: number): void => {
  const applicationId = db.pragma('application_id', { simple: true })
  const version = db.pragma('user_version', { simple: true }) as number
  const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (isEmpty && applicationId === 0) return
  if (applicationId !== APPLICATION_ID) throw new NotOurFile(path)
  if (version > newest) throw new LogTooNew(path, version, newest)
}

const setUp = (db: Database.Database): void => {
  insist(db, 'journal_mode', 'WAL', 'wal')
  // better-sqlite3 is compiled to relax a WAL file to NORMAL, which loses acknowledged commits in a power cut
  insist(db, 'synchronous', 'FULL', 2)
  insist(db, 'foreign_keys', 'ON', 1)
  useMemory(db)
}

const useMemory = (db: Database.Database): void => {
  db.pragma(`mmap_size = ${MMAP_BYTES}`)
  db.pragma(`cache_size = -${CACHE_KIB}`)
}

/** A pragma that SQLite cannot fulfil is passed over in silence, so each one that matters is read back. */
const insist = (db: Database.Database, pragma: string, value: string, reads: string | number): void => {
  db.pragma(`${pragma} = ${value}`)
  const actual = db.pragma(pragma, { simple: true })
  if (actual !== reads) throw new Error(`SQLite keeps ${pragma} at ${String(actual)} instead of ${value}`)
}
