import { join } from 'node:path'
import { copyLog } from '#db/copyLog.ts'
import { LOG_FILE, openSqliteLog } from '#db/sqliteLog.ts'
import { verifyLog } from '#db/verify.ts'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { entry, logged, newShip } from './samples.ts'

/** So that copying takes several turns. */
const EVENTS = 1_500
const TEXT = 'x'.repeat(2_000)

test('[CMD6] given a log that is written to in every turn, the copy is the log as it was when it was begun', async () => {
  const folder = temporaryFolder()
  const log = openSqliteLog(folder)
  log.createShip(newShip('aurora', ...Array.from({ length: EVENTS }, () => logged(TEXT))))
  let copied = false
  let turns = 0
  const write = (): void => {
    if (copied) return
    turns++
    log.append([entry('aurora', EVENTS + turns - 1, logged('meanwhile'))])
    setImmediate(write)
  }
  const copy = join(folder, 'copy.db')
  const copying = copyLog(join(folder, LOG_FILE), copy)
  write()
  await copying
  copied = true
  log.close()
  expect(turns).toBeGreaterThan(3)
  expect(verifyLog(copy)).toMatchObject({ ships: [{ ship: 'aurora', linked: EVENTS }], faults: [] })
})
