import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { EventLog } from '#db/eventLog.ts'
import { openToRead } from '#db/sqlite/open.ts'
import { LOG_FILE, openSqliteLog } from '#db/sqliteLog.ts'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { entry, logged, newShip } from './samples.ts'

const MIB = 1024 * 1024
const BATCH_BYTES = 2 * MIB
const LIMIT_BYTES = 64 * MIB

const openWithReader = () => {
  const folder = temporaryFolder()
  const log = openSqliteLog(folder)
  const reader = openToRead(join(folder, LOG_FILE))
  log.createShip(newShip('aurora'))
  let closed = false
  const close = () => {
    if (closed) return
    closed = true
    reader.close()
    log.close()
  }
  onTestFinished(close)
  const walBytes = () => statSync(join(folder, `${LOG_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0
  return { log, reader, walBytes, close }
}

const write = (log: EventLog): void =>
  log.append([entry('aurora', log.head('aurora'), logged('x'.repeat(BATCH_BYTES)))])

test('[LOG9] given a long load of writes and a reader that reads between them, the WAL stays under 64 MiB', () => {
  const { log, reader, walBytes, close } = openWithReader()
  const head = reader.prepare<[], number>('SELECT max(seq) FROM event').pluck()
  let most = 0
  for (let batch = 1; batch <= 50; batch++) {
    write(log)
    expect(head.get()).toBe(batch)
    most = Math.max(most, walBytes())
  }
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThan(LIMIT_BYTES)
  close()
  expect(walBytes()).toBe(0)
})

test('[LOG9] given a reader that was in the way, as a backup is, the WAL is emptied a few commits later', () => {
  const { log, reader, walBytes } = openWithReader()
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM event').get()
  for (let batch = 0; batch < 20; batch++) write(log)
  expect(walBytes()).toBeGreaterThan(32 * MIB)
  reader.exec('COMMIT')
  for (let batch = 0; batch < 8; batch++) write(log)
  expect(walBytes()).toBeLessThan(32 * MIB)
})
