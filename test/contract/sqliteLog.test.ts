import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LogFull, LogInUse, LogTooNew, NotOurFile } from '#db/errors.ts'
import { openDatabase } from '#db/sqlite/open.ts'
import { readStatements } from '#db/sqlite/readStatements.ts'
import { logOn, openSqliteLog } from '#db/sqliteLog.ts'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { eventLogContract } from './eventLog.contract.ts'
import { commanded, entry, logged, newShip, opened, savedAs, snapshot } from './samples.ts'

const fileIn = (folder: string) => join(folder, 'log.db')

const openIn = (folder: string) => {
  const log = openSqliteLog(folder)
  onTestFinished(() => log.close())
  return log
}

/** A folder with a log that has been written to and closed. */
const writtenFolder = () => {
  const folder = temporaryFolder()
  const log = openSqliteLog(folder)
  log.createShip(newShip('aurora', opened('I1')))
  log.append([commanded('command-1', entry('aurora', 1, logged('A2')))])
  log.saveSnapshot(savedAs(snapshot('aurora', 2)))
  log.keepTimes(new Map([['aurora', 2500]]))
  log.close()
  return folder
}

/** What any SQLite tool may try on a closed log. */
const tamper = (folder: string, sql: string) => {
  const db = new Database(fileIn(folder))
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}

describe('the log in SQLite', () => eventLogContract(() => openIn(temporaryFolder())))

describe('a log opened again', () => {
  test('has everything that was in it', () => {
    const log = openIn(writtenFolder())
    expect(log.ships()).toMatchObject([{ id: 'aurora', head: 2 }])
    expect(log.events('aurora', 0, 10).map((event) => event.type)).toEqual(['IncidentOpened', 'LogRecorded'])
    expect(log.findCommand('aurora', 'command-1')).toMatchObject({ digest: 'digest of command-1' })
    expect(log.incidentMarks(null)).toHaveLength(1)
    expect(log.latestSnapshot('aurora', 'core-1')).toEqual(snapshot('aurora', 2))
    expect(log.keptTime('aurora')).toBe(2500)
  })

  test('does without what is not the truth', () => {
    const folder = writtenFolder()
    tamper(folder, 'DELETE FROM snapshot; DELETE FROM mission_time; DELETE FROM probe')
    const log = openIn(folder)
    expect(log.latestSnapshot('aurora', 'core-1')).toBeNull()
    expect(log.keptTime('aurora')).toBeNull()
    expect(() => log.probe()).not.toThrow()
    expect(log.head('aurora')).toBe(2)
  })
})

describe('a snapshot that was damaged', () => {
  const damaged = (sql: string) => {
    const folder = temporaryFolder()
    const log = openSqliteLog(folder)
    log.createShip(newShip('aurora'))
    log.createShip(newShip('borealis'))
    for (const seq of [10, 20]) log.saveSnapshot(savedAs(snapshot('aurora', seq)))
    log.close()
    tamper(folder, sql)
    return openIn(folder)
  }
  test.each([
    "UPDATE snapshot SET state = replace(state, 'red', 'green') WHERE seq = 20",
    "UPDATE snapshot SET state = '{' WHERE seq = 20",
    'UPDATE snapshot SET seq = 21 WHERE seq = 20',
    'UPDATE snapshot SET hash = zeroblob(32) WHERE seq = 20',
  ])('[LOG10] is not used, but the one before it, and is counted: %s', (sql) => {
    const log = damaged(sql)
    expect(log.latestSnapshot('aurora', 'core-1')).toEqual(snapshot('aurora', 10))
    expect(log.damagedSnapshots()).toBe(1)
  })

  test('[LOG10] is none of another ship, nor of another core', () => {
    const log = damaged("UPDATE snapshot SET ship = 'borealis', core_version = 'core-2'")
    expect(log.latestSnapshot('borealis', 'core-2')).toBeNull()
    expect(log.damagedSnapshots()).toBe(2)
  })
})

describe('nothing recorded is changed or removed', () => {
  const attempts = [
    "UPDATE event SET json = '{}'",
    'DELETE FROM event',
    "UPDATE command SET answer = '{}'",
    'DELETE FROM command',
    "UPDATE ship SET definition = '{}'",
    'DELETE FROM ship',
  ]
  test.each(attempts)('%s', (sql) => {
    expect(() => tamper(writtenFolder(), sql)).toThrow(/never (changed|removed)/)
  })
})

describe('durability', () => {
  test('every commit is synced, and references are enforced', () => {
    const db = openDatabase(fileIn(temporaryFolder()))
    onTestFinished(() => void db.close())
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  test('closing leaves one whole file', () => {
    const folder = writtenFolder()
    const elsewhere = temporaryFolder()
    copyFileSync(fileIn(folder), fileIn(elsewhere))
    const copy = new Database(fileIn(elsewhere))
    onTestFinished(() => void copy.close())
    expect(copy.prepare('SELECT count(*) FROM event').pluck().get()).toBe(2)
  })

  test('a full disk is a definite no: nothing of the batch is there, and room makes it work again', () => {
    const db = openDatabase(fileIn(temporaryFolder()))
    const log = logOn(db, () => void db.close())
    onTestFinished(() => log.close())
    log.createShip(newShip('aurora'))
    const pages = db.pragma('page_count', { simple: true }) as number
    db.pragma(`max_page_count = ${pages + 4}`)
    const large = entry('aurora', 0, ...Array.from({ length: 100 }, () => logged('x'.repeat(500))))
    expect(() => log.append([large])).toThrow(LogFull)
    expect(log.head('aurora')).toBe(0)
    db.pragma(`max_page_count = ${pages + 400}`)
    log.append([large])
    expect(log.head('aurora')).toBe(100)
  })

  test('the incidents are found without reading the log', () => {
    const db = openDatabase(fileIn(temporaryFolder()))
    onTestFinished(() => void db.close())
    const { incidentMarks, allIncidentMarks } = readStatements(db)
    for (const { source } of [incidentMarks, allIncidentMarks]) {
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${source}`).all(source.includes('?') ? ['aurora'] : [])
      expect(JSON.stringify(plan)).toContain('incident_mark')
    }
  })

  test('[RVW3] so is what was said for reviews', () => {
    const db = openDatabase(fileIn(temporaryFolder()))
    onTestFinished(() => void db.close())
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${readStatements(db).reviewWords.source}`).all('aurora')
    expect(JSON.stringify(plan)).toContain('review_word')
  })
})

describe('a file is only opened when it is ours to open', () => {
  test('two servers cannot have the same folder', () => {
    const folder = temporaryFolder()
    const first = openSqliteLog(folder)
    expect(() => openSqliteLog(folder)).toThrow(LogInUse)
    first.close()
    openIn(folder)
  })

  const refused = (folder: string, failure: new (...parts: never[]) => Error) => {
    const before = readFileSync(fileIn(folder))
    expect(() => openSqliteLog(folder)).toThrow(failure)
    expect(readFileSync(fileIn(folder)).equals(before)).toBe(true)
  }

  test('a log of a newer program is left as it is', () => {
    const folder = writtenFolder()
    tamper(folder, 'PRAGMA user_version = 9999')
    refused(folder, LogTooNew)
  })

  test("another program's database is left as it is", () => {
    const folder = temporaryFolder()
    tamper(folder, 'CREATE TABLE recipe (name TEXT)')
    refused(folder, NotOurFile)
  })

  test('so is a file that is no database', () => {
    const folder = temporaryFolder()
    writeFileSync(fileIn(folder), 'Dear diary, '.repeat(100))
    refused(folder, NotOurFile)
  })

  test('a refused folder is not kept locked', () => {
    const folder = temporaryFolder()
    writeFileSync(fileIn(folder), 'Dear diary, '.repeat(100))
    expect(() => openSqliteLog(folder)).toThrow(NotOurFile)
    expect(() => openSqliteLog(folder)).toThrow(NotOurFile)
  })
})
