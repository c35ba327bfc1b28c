import { join } from 'node:path'
import Database from 'better-sqlite3'
import { LogInUse } from '../errors.ts'
import { isSqliteError } from './failures.ts'

/**
 * Keeps a second server off the same data folder: two would each decide on a ship that the other changes. The lock is
 * held as an open transaction, so the operating system lifts it at the very death of the process: no stale lock file.
 */
export const lockFolder = (folder: string): { release: () => void } => {
  const lock = new Database(join(folder, 'instance.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw isSqliteError(error, 'SQLITE_BUSY') ? new LogInUse(folder) : error
  }
  return { release: () => lock.close() }
}
