/**
 * A store at work, to be killed or let down by its disk: node storeChild.ts FOLDER SESSIONS BATCHES WRITING
 *
 * Opens the log in FOLDER, appends BATCHES, closes it, SESSIONS times over. Into FOLDER/acknowledged it writes, at once and
 * without a buffer: `ok ID` once a command is durable, `full ID` and `unknown ID` as the log says. `relaxed` does not sync
 * each commit: what a power cut must be seen to lose.
 */
import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { directWriter } from '#db/directWriter.ts'
import { LogBroken, LogFull } from '#db/errors.ts'
import type { Entry, EventLog } from '#db/eventLog.ts'
import { openDatabase } from '#db/sqlite/open.ts'
import { LOG_FILE, logOn, openSqliteLog } from '#db/sqliteLog.ts'
import { openThreadedLog, type ThreadedLog } from '#db/threadedLog.ts'
import { ACKNOWLEDGED } from './acknowledged.ts'
import { batchAt, commissioned, SHIP } from './storeWork.ts'

/** Of those who find no room, each tries again so often. */
const TRIES = 3

const [folder = '', sessions = '1', batches = '1', writing] = process.argv.slice(2)
const acknowledged = openSync(join(folder, ACKNOWLEDGED), 'a')

const say = (outcome: 'ok' | 'full' | 'unknown', batch: readonly Entry[]): void => {
  const lines = batch.map(({ command }) => `${outcome} ${command?.id}\n`)
  writeSync(acknowledged, lines.join(''))
}

const die = (error: unknown): never => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
}

const relaxed = (): EventLog => {
  const db = openDatabase(join(folder, LOG_FILE))
  db.pragma('synchronous = NORMAL')
  return logOn(db, () => db.close())
}

const open = async (): Promise<ThreadedLog> => {
  if (writing === 'threaded') return openThreadedLog(folder, die)
  const log = writing === 'relaxed' ? relaxed() : openSqliteLog(folder)
  return { log, writer: directWriter(log) }
}

/** False for want of room. */
const append = async ({ writer }: ThreadedLog, batch: readonly Entry[]): Promise<boolean> => {
  try {
    await writer.append(batch)
    say('ok', batch)
    return true
  } catch (error) {
    if (error instanceof LogBroken) say('unknown', batch)
    if (!(error instanceof LogFull)) throw error
    say('full', batch)
    return false
  }
}

/** Until it is durable. */
const insist = async (store: ThreadedLog, batch: readonly Entry[]): Promise<void> => {
  for (let tries = TRIES; !(await append(store, batch)); tries--) if (tries === 0) throw new Error('no room at all')
}

for (let session = 0; session < Number(sessions); session++) {
  const store = await open()
  if (store.log.ships().length === 0) await store.writer.createShip(commissioned)
  if (session === 0) process.stdout.write('open\n')
  for (let batch = 0; batch < Number(batches); batch++) await insist(store, batchAt(store.log.head(SHIP)))
  await store.writer.close()
}
