import type { LogWrites } from './eventLog.ts'

/**
 * Writing without waiting for the disk. What is asked is done one after the other, in the order asked; a promise is kept when
 * it is durable, and a reading connection sees it by then. Refused as `LogWrites` throws.
 */
export type LogWriter = {
  readonly [Name in keyof LogWrites]: (...asked: Parameters<LogWrites[Name]>) => Promise<void>
}
