/**
 * A store at work, to be killed or let down by its disk: node storeChild.ts FOLDER SESSIONS BATCHES [relaxed]
 *
 * Opens the log in FOLDER, appends BATCHES, closes it, SESSIONS times over. Into FOLDER/acknowledged it writes, at once and
 * without a buffer: `ok ID` once a command is durable, `full ID` and `unknown ID` as the log says. `relaxed` does not sync
 * each commit: what a power cut must be seen to lose.
 */
import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { LogBroken, LogFull } from '#db/errors.ts'
import type { Entry, EventLog } from '#db/eventLog.ts'
import { openDatabase } from '#db/sqlite/open.ts'
import { LOG_FILE, logOn, openSqliteLog } from '#db/sqliteLog.ts'
import { ACKNOWLEDGED } from './acknowledged.ts'
import { batchAt, commission, SHIP } from './storeWork.ts'

/** Of those who find no room, each tries again so often. */
const TRIES = 3

const [folder = '', sessions = '1', batches = '1', relaxed] = process.argv.slice(2)
const acknowledged = openSync(join(folder, ACKNOWLEDGED), 'a')

const say = (outcome: 'ok' | 'full' | 'unknown', batch: readonly Entry[]): void => {
  const lines = batch.map(({ command }) => `${outcome} ${command?.id}\n`)
  writeSync(acknowledged, lines.join(''))
}

const open = (): EventLog => {
  if (relaxed === undefined) return openSqliteLog(folder)
  const db = openDatabase(join(folder, LOG_FILE))
  db.pragma('synchronous = NORMAL')
  return logOn(db, () => db.close())
}

const append = (log: EventLog, batch: readonly Entry[], tries = TRIES): void => {
  try {
    log.append(batch)
    say('ok', batch)
  } catch (error) {
    if (error instanceof LogBroken) say('unknown', batch)
    if (!(error instanceof LogFull) || tries === 0) throw error
    say('full', batch)
    append(log, batch, tries - 1)
  }
}

for (let session = 0; session < Number(sessions); session++) {
  const log = open()
  commission(log)
  if (session === 0) process.stdout.write('open\n')
  for (let batch = 0; batch < Number(batches); batch++) append(log, batchAt(log.head(SHIP)))
  log.close()
}
