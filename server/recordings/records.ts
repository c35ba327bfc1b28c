import type { LogReader } from '#db/eventLog.ts'
import type { Ships } from '../ships.ts'

/** Where incidents of our own ships are on record. */
export interface Records {
  readonly log: LogReader
  readonly ships: Ships
}
