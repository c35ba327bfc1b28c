import { LogBroken, LogFull } from '#db/errors.ts'
import { writeUntilBroken } from '#db/sqlite/failures.ts'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'

const failing = (code: string) => () => {
  throw new Database.SqliteError('it failed', code)
}

test.each(['SQLITE_IOERR', 'SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_WRITE', 'SQLITE_CORRUPT', 'SQLITE_READONLY_DBMOVED'])(
  'after %s the outcome is unknown, and nothing more is written',
  (code) => {
    const write = writeUntilBroken()
    const next = vi.fn<() => void>()
    expect(() => write(failing(code))).toThrow(LogBroken)
    expect(() => write(next)).toThrow(LogBroken)
    expect(next).not.toHaveBeenCalled()
  },
)

test('after SQLITE_FULL writing goes on', () => {
  const write = writeUntilBroken()
  expect(() => write(failing('SQLITE_FULL'))).toThrow(LogFull)
  expect(write(() => 'written')).toBe('written')
})

test('any other failure is passed on as it is', () => {
  const bug = new TypeError('a bug')
  const write = writeUntilBroken()
  expect(() =>
    write(() => {
      throw bug
    }),
  ).toThrow(bug)
})
