import { LogBroken, LogFull } from '#db/errors.ts'
import type { LogWriter } from '#db/logWriter.ts'
import type { Config } from './config.ts'

/** Writes before anybody is let in: on a disk that fails, the first order would be the end. A full one is no reason not to start. */
export const tryTheDisk = async (writer: LogWriter): Promise<void> => {
  try {
    await writer.probe()
  } catch (error) {
    if (!(error instanceof LogFull)) throw error
  }
}

/** Why it did not start, for whoever tried. */
export const startFault = (error: unknown, { port, data }: Config): string => {
  if (!(error instanceof Error)) return String(error)
  if (codeOf(error) === 'EADDRINUSE')
    return `Port ${port} is taken: perhaps by another Bulkhead. Choose another one with PORT or --port`
  if (error instanceof LogBroken || OF_THE_DISK.test(codeOf(error)))
    return `The log in ${data} cannot be used: ${reasonOf(error)}. Look at the disk; npm run bulkhead -- verify looks the log over`
  return error.message
}

const OF_THE_DISK = /^SQLITE_(IOERR|CORRUPT|CANTOPEN|READONLY)/

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '')

/** SQLite's own words, if they are there. */
const reasonOf = ({ message, cause }: Error): string => {
  if (cause instanceof Error) return cause.message
  return typeof cause === 'string' ? cause : message
}
