import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RestoreUnfinished } from '#db/errors.ts'
import { LOG_FILE, openSqliteLog, RESTORING } from '#db/sqliteLog.ts'
import { verifyLog } from '#db/verify.ts'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { entry, logged, newShip } from '../contract/samples.ts'
import { temporaryFolder } from '../support/folders.ts'

const ROOT = new URL('../../', import.meta.url)

const bulkhead = (data: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['server/cli.ts', ...args], {
    ...{ cwd: ROOT, encoding: 'utf8' },
    env: { ...process.env, BULKHEAD_DATA: data },
  })

/** Rights of a file or folder, as chmod takes them. */
const rightsOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

/** A data folder with a ship of three events, and a ship file of the user's own. */
const dataFolder = (): string => {
  const data = join(temporaryFolder(), 'data')
  const log = openSqliteLog(data)
  log.createShip(newShip('aurora', logged('A1'), logged('A2'), logged('A3')))
  log.close()
  mkdirSync(join(data, 'ships'))
  writeFileSync(join(data, 'ships', 'own.json'), '{}')
  writeFileSync(join(data, 'ships', '.incoming-1.json'), '{')
  return data
}

const damage = (file: string): void => {
  const db = new Database(file)
  db.exec("DROP TRIGGER event_stays; UPDATE event SET json = replace(json, 'A2', 'A9') WHERE seq = 2")
  db.close()
}

test('[LOG4] a log and the folder made for it are for their owner alone', () => {
  const data = dataFolder()
  const log = openSqliteLog(data)
  const files = readdirSync(data).filter((name) => name.startsWith(LOG_FILE))
  expect(files.map((name) => rightsOf(join(data, name)))).toEqual(['600', '600', '600'])
  expect(rightsOf(data)).toBe('700')
  log.close()
})

test('[CMD6] a data folder is backed up while its log is in use', () => {
  const data = dataFolder()
  const backup = join(data, '..', 'backup')
  const log = openSqliteLog(data)
  log.append([entry('aurora', 3, logged('A4'))])
  const made = bulkhead(data, 'backup', backup)
  log.close()
  expect(made).toMatchObject({ status: 0, stderr: '' })
  expect(made.stdout).toMatch(
    /^aurora: 4 events linked, code [0-9a-f]{8}\nEvents: 4; ships: 1; files beside the log: 1\n/,
  )

  expect(verifyLog(join(backup, LOG_FILE))).toEqual(verifyLog(join(data, LOG_FILE)))
  expect(readdirSync(backup).sort()).toEqual([LOG_FILE, 'ships'])
  expect(readdirSync(join(backup, 'ships'))).toEqual(['own.json'])
  const kept = [LOG_FILE, 'ships/own.json'].map((name) => rightsOf(join(backup, name)))
  expect([rightsOf(backup), ...kept]).toEqual(['700', '600', '600'])
})

test('[CMD6] what is there already is not written over', () => {
  const data = dataFolder()
  const taken = join(data, '..', 'taken')
  writeFileSync(taken, 'mine')
  expect(bulkhead(data, 'backup', taken)).toMatchObject({
    status: 1,
    stdout: '',
    stderr: `There already is ${taken}\n`,
  })
  expect(readFileSync(taken, 'utf8')).toBe('mine')
})

test('[CMD6] of a log that is not as it was written nothing is kept', () => {
  const data = dataFolder()
  const around = join(data, '..')
  damage(join(data, LOG_FILE))
  const refused = bulkhead(data, 'backup', join(around, 'backup'))
  expect(refused).toMatchObject({ status: 1, stdout: '' })
  expect(refused.stderr).toContain('aurora: event 2 is not what was written')
  expect(readdirSync(around)).toEqual(['data'])
})

/** The texts of the ship's log notes. */
const notesIn = (data: string): readonly string[] => {
  const log = openSqliteLog(data)
  const notes = log.events('aurora', 0, 100).map((event) => ('text' in event ? String(event.text) : event.type))
  log.close()
  return notes
}

const idOf = (data: string): string => {
  const log = openSqliteLog(data)
  log.close()
  return log.id
}

test('[CMD7] a backup is put in the place of what is there, which is moved aside and not removed', () => {
  const data = dataFolder()
  const backup = join(data, '..', 'backup')
  expect(bulkhead(data, 'backup', backup).status).toBe(0)
  const log = openSqliteLog(data)
  log.append([entry('aurora', 3, logged('A4'))])
  expect(bulkhead(data, 'restore', backup)).toMatchObject({
    ...{ status: 1, stdout: '', stderr: `A server is running on ${data}. Stop it first\n` },
  })
  log.close()

  const restored = bulkhead(data, 'restore', backup)
  expect(restored).toMatchObject({ status: 0, stderr: '' })
  expect(notesIn(data)).toEqual(['A1', 'A2', 'A3'])
  const [aside] = readdirSync(data).filter((name) => name.startsWith('replaced-'))
  expect(restored.stdout).toContain(`What was there before is in ${join(data, String(aside))}\n`)
  expect(notesIn(join(data, String(aside)))).toEqual(['A1', 'A2', 'A3', 'A4'])
  expect(new Set([data, backup, join(data, String(aside))].map(idOf)).size).toBe(2)
  expect(readdirSync(join(data, String(aside), 'ships'))).toContain('own.json')
})

test('[CMD7] a backup that is not as it was written, or is none, changes nothing', () => {
  const data = dataFolder()
  const backup = join(data, '..', 'backup')
  expect(bulkhead(data, 'backup', backup).status).toBe(0)
  damage(join(backup, LOG_FILE))
  const refused = bulkhead(data, 'restore', backup)
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('nothing was restored')
  writeFileSync(join(backup, LOG_FILE), 'not a database at all')
  expect(bulkhead(data, 'restore', backup).status).toBe(1)
  expect(notesIn(data)).toEqual(['A1', 'A2', 'A3'])
  expect(readdirSync(data).sort()).toEqual(['instance.lock', LOG_FILE, 'ships'])
})

test('[CMD7] after a restore that was cut short nothing starts until it is done again', () => {
  const data = dataFolder()
  const backup = join(data, '..', 'backup')
  expect(bulkhead(data, 'backup', backup).status).toBe(0)
  writeFileSync(join(data, RESTORING), '')
  expect(() => openSqliteLog(data)).toThrow(RestoreUnfinished)
  expect(bulkhead(data, 'restore', backup).status).toBe(0)
  expect(notesIn(data)).toEqual(['A1', 'A2', 'A3'])
})
