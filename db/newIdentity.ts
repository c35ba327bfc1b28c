import { openDatabase } from './sqlite/open.ts'

/**
 * Makes another log of a copy: what a dashboard knows from the one before is no longer taken for granted. Brings it up to
 * this program's version on the way. Throws `NotOurFile`, `LogTooNew`.
 */
export const giveNewIdentity = (path: string): void => {
  const db = openDatabase(path)
  try {
    db.exec('UPDATE log_identity SET id = lower(hex(randomblob(16)))')
  } finally {
    db.close()
  }
}
