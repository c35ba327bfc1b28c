import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { isSqliteError } from './failures.ts'

/** SQLite empties the WAL by itself as long as nobody reads just then; beyond this it is made to. */
const WAL_BYTES_MOST = 32 * 1024 * 1024
/** While a reader (a backup, say) stands in the way, it is tried again only every so many commits. Invented. */
const TRY_EVERY_COMMITS = 8
/** Readers in this process are done within a turn of its loop; for others nobody here waits. */
const READERS_MS_MAX = 20

/** Keeps the WAL of the one connection that writes small. */
export const walOf = (db: Database) => {
  let commitsToWait = 0
  const bytes = (): number => statSync(`${db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0

  /** Moves what it holds into the main file, as far as readers and room allow. Nothing is lost by what stays in it. */
  const empty = (): void => {
    const usualMs = db.pragma('busy_timeout', { simple: true }) as number
    db.pragma(`busy_timeout = ${READERS_MS_MAX}`)
    try {
      db.pragma('wal_checkpoint(TRUNCATE)')
    } catch (error) {
      if (!isSqliteError(error, 'SQLITE_FULL', 'SQLITE_BUSY')) throw error
    } finally {
      db.pragma(`busy_timeout = ${usualMs}`)
    }
  }
  /** After a commit. */
  const keepSmall = (): void => {
    commitsToWait = Math.max(0, commitsToWait - 1)
    if (commitsToWait > 0 || bytes() <= WAL_BYTES_MOST) return
    empty()
    commitsToWait = TRY_EVERY_COMMITS
  }
  return { empty, keepSmall }
}
