import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { LOG_FILE, openSqliteLog } from '#db/sqliteLog.ts'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { entry, logged, newShip } from '../contract/samples.ts'
import { temporaryFolder } from '../support/folders.ts'

const ROOT = new URL('../../', import.meta.url)

const verify = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['server/cli.ts', 'verify', ...args], { cwd: ROOT, encoding: 'utf8' })

test('[CMD5] a log is looked over while it is in use, and what was changed in it is named', () => {
  const folder = temporaryFolder()
  const file = join(folder, LOG_FILE)
  const log = openSqliteLog(folder)
  log.createShip(newShip('aurora', logged('A1')))
  log.append([entry('aurora', 1, logged('A2'), logged('A3'))])
  const inUse = verify(file)
  log.close()
  expect(inUse).toMatchObject({ status: 0, stderr: '' })
  expect(inUse.stdout).toMatch(/^aurora: 3 events linked, code [0-9a-f]{8}\n.* is as it was written\n$/)

  const db = new Database(file)
  db.exec("DROP TRIGGER event_stays; UPDATE event SET json = replace(json, 'A2', 'A9') WHERE seq = 2")
  db.close()
  const changed = verify(file)
  expect(changed.status).toBe(1)
  expect(changed.stdout).toContain('aurora: event 2 is not what was written')
  const json: unknown = JSON.parse(verify(file, '--json').stdout)
  expect(json).toMatchObject({ file, intact: false, faults: [{ fault: 'changed', ship: 'aurora', seq: 2 }] })
  expect(verify(join(folder, 'none.db')).status).toBe(1)
})
