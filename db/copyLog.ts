import Database from 'better-sqlite3'
import { makePrivateFile } from './privateFile.ts'

/** Pages (4 KiB) between two pauses. */
const PAGES_A_TURN = 200

/**
 * Copies a log as it is at the moment of asking, into one file without a -wal, which must not be there yet. A server may
 * go on writing to the log. Throws if there is no such log.
 */
export const copyLog = async (from: string, to: string): Promise<void> => {
  const db = new Database(from, { readonly: true, fileMustExist: true })
  try {
    // All of it as of one moment. Without, SQLite begins again whenever somebody writes between two turns: under load, for ever.
    db.exec('BEGIN')
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    makePrivateFile(to)
    await db.backup(to, { progress: () => PAGES_A_TURN })
  } finally {
    db.close()
  }
  makeOneFile(to)
}

/** A copy is in WAL mode like its original: even who only reads it would leave a -wal and a -shm beside it. */
const makeOneFile = (path: string): void => {
  const db = new Database(path, { fileMustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}
