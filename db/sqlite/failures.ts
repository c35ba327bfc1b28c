import Database from 'better-sqlite3'
import { LogBroken, LogFull } from '../errors.ts'

/** True of that code and of its finer kinds (SQLITE_IOERR, SQLITE_IOERR_FSYNC …). */
export const isSqliteError = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Database.SqliteError &&
  codes.some((code) => error.code === code || error.code.startsWith(`${code}_`))

/** After these the file may hold what was just refused: an fsync that fails does not undo the write before it. */
const UNKNOWN_OUTCOME = ['SQLITE_IOERR', 'SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_READONLY', 'SQLITE_CANTOPEN']

const named = (error: unknown): unknown => {
  if (isSqliteError(error, 'SQLITE_FULL')) return new LogFull(error)
  if (isSqliteError(error, ...UNKNOWN_OUTCOME)) return new LogBroken(error)
  return error
}

export type Write = <Value>(work: () => Value) => Value

/** Runs writes until one of them has an unknown outcome; none is tried after that. */
export const writeUntilBroken = (): Write => {
  let broken: LogBroken | null = null
  return (work) => {
    if (broken) throw broken
    try {
      return work()
    } catch (error) {
      const failure = named(error)
      if (failure instanceof LogBroken) broken = failure
      throw failure
    }
  }
}
