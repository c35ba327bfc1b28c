import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOG_FILE, openSqliteLog } from '#db/sqliteLog.ts'
import Database from 'better-sqlite3'
import { entry, logged, newShip, opened, pinned } from '../contract/samples.ts'

export const TAMPERED_SHIPS = ['aurora', 'borealis'] as const

/** A log of two ships, written to by turns; where it is. */
export const writeLog = (folder: string, eventsEach: number): string => {
  const log = openSqliteLog(folder)
  log.createShip(newShip('aurora', opened('I1')))
  log.createShip(newShip('borealis', opened('I1')))
  for (let seq = 1; seq < eventsEach; seq++)
    log.append([entry('aurora', seq, logged(`A${seq}`)), entry('borealis', seq, pinned(`B${seq}`))])
  log.close()
  return join(folder, LOG_FILE)
}

/** What somebody who owns the file can do with any SQLite tool: the triggers are no hindrance. */
export const tamper = (path: string, ...sql: readonly string[]): void => {
  const db = new Database(path)
  db.pragma('synchronous = OFF')
  for (const trigger of ['event_stays', 'event_remains', 'ship_stays', 'ship_remains'])
    db.exec(`DROP TRIGGER IF EXISTS ${trigger}`)
  for (const statement of sql) db.exec(statement)
  db.close()
}

/** A copy of a log in that folder, tampered with. */
export const tamperedCopy = (log: string, folder: string, ...sql: readonly string[]): string => {
  const path = join(folder, LOG_FILE)
  copyFileSync(log, path)
  if (sql.length > 0) tamper(path, ...sql)
  return path
}

/** All that is the truth in a log. */
export const truthIn = (path: string): unknown => {
  const db = new Database(path, { readonly: true })
  try {
    return [db.prepare('SELECT * FROM ship').all(), db.prepare('SELECT ship, seq, type, json FROM event').all()]
  } finally {
    db.close()
  }
}
