import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LogTooNew, NotOurFile } from '#db/errors.ts'
import { memoryAccess } from '#db/memoryAccess.ts'
import { ACCESS_FILE, openSqliteAccess } from '#db/sqliteAccess.ts'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { accessStoreContract, storedInvite, storedSession } from './accessStore.contract.ts'

const openIn = (folder: string) => {
  const store = openSqliteAccess(folder)
  onTestFinished(() => store.close())
  return store
}

describe('who may come in, in memory', () => accessStoreContract(memoryAccess))
describe('who may come in, in SQLite', () => accessStoreContract(() => openIn(temporaryFolder())))

describe('a file of its own', () => {
  test('opened again it has what was in it, and is for its owner alone', () => {
    const folder = temporaryFolder()
    const first = openSqliteAccess(folder)
    first.saveInvite(storedInvite('a'))
    first.saveSession(storedSession('b'))
    first.close()
    const again = openIn(folder)
    expect(again.invites()).toEqual([storedInvite('a')])
    expect(again.sessions()).toEqual([storedSession('b')])
    expect(statSync(join(folder, ACCESS_FILE)).mode & 0o777).toBe(0o600)
  })

  test('one of a newer program, of another one, or that is no database is left as it is', () => {
    const folder = temporaryFolder()
    openSqliteAccess(folder).close()
    const db = new Database(join(folder, ACCESS_FILE))
    db.pragma('user_version = 99')
    db.close()
    expect(() => openSqliteAccess(folder)).toThrow(LogTooNew)

    const other = temporaryFolder()
    const recipes = new Database(join(other, ACCESS_FILE))
    recipes.exec('CREATE TABLE recipe (name TEXT)')
    recipes.close()
    expect(() => openSqliteAccess(other)).toThrow(NotOurFile)

    const diary = temporaryFolder()
    writeFileSync(join(diary, ACCESS_FILE), 'Dear diary, '.repeat(100))
    expect(() => openSqliteAccess(diary)).toThrow(NotOurFile)
  })
})
