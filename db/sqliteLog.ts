import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { RestoreUnfinished } from './errors.ts'
import type { EventLog } from './eventLog.ts'
import { keepPrivate, makePrivateFile, makePrivateFolder } from './privateFile.ts'
import { lockFolder } from './sqlite/lock.ts'
import { openDatabase } from './sqlite/open.ts'
import { readsOn } from './sqlite/reads.ts'
import { writesOn } from './sqlite/writes.ts'

/** In the data folder. */
export const LOG_FILE = 'log.db'

/** In the data folder while a restore exchanges what is in it. */
export const RESTORING = 'restoring'

/** A log lies in up to three files: what is not yet in the first is in the second. They belong together. */
export const logFiles = (path: string): readonly string[] => [path, `${path}-wal`, `${path}-shm`]

/**
 * The log in `folder`, made if it is not there, held by this process alone until it is closed. Reads and writes in the thread
 * that asks; a server has `openThreadedLog`. Throws `LogInUse`, `RestoreUnfinished`, `NotOurFile`, `LogTooNew`.
 */
export const openSqliteLog = (folder: string): EventLog => {
  const lock = takeFolder(folder)
  try {
    const db = openLogFile(folder)
    return logOn(db, () => {
      db.close()
      lock.release()
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Keeps every other process off the folder. Throws `LogInUse`, `RestoreUnfinished`. */
export const takeFolder = (folder: string): { readonly release: () => void } => {
  makePrivateFolder(folder)
  const lock = lockFolder(folder)
  if (!existsSync(join(folder, RESTORING))) return lock
  lock.release()
  throw new RestoreUnfinished(folder)
}

/** The database of a folder that is held, brought up to this program's version. Throws `NotOurFile`, `LogTooNew`. */
export const openLogFile = (folder: string): Database => {
  const path = join(folder, LOG_FILE)
  makePrivateFile(path)
  const db = openDatabase(path)
  keepPrivate(...logFiles(path))
  return db
}

/** The log on a database already open; `release` is called last when it is closed. */
export const logOn = (db: Database, release: () => void): EventLog => ({ ...readsOn(db), ...writesOn(db, release) })
