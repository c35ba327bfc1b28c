import type { LogWrites, NewShip, SnapshotText } from '../eventLog.ts'
import type { PackedBatch } from './packedBatch.ts'
import type { PackedError } from './packedError.ts'

/** What the writing thread is asked to do, by the name of the call. */
export interface Asks {
  readonly createShip: NewShip
  readonly append: PackedBatch
  readonly saveSnapshot: SnapshotText
  readonly dropSnapshots: string
  readonly keepTimes: ReadonlyMap<string, number>
  readonly probe: null
  readonly close: null
}

export interface Ask<Name extends keyof LogWrites = keyof LogWrites> {
  readonly number: number
  readonly name: Name
  readonly what: Asks[Name]
}

/** What became of the ask of that number; the thread says 0 once it has opened the log, or why it could not. */
export interface Done {
  readonly number: number
  readonly error?: PackedError
}

export const OPENED = 0
