import {
  CommandIdReused,
  LogBroken,
  LogFull,
  LogTooNew,
  NotOurFile,
  SequenceConflict,
  ShipExists,
  UnknownShip,
} from '../errors.ts'

/** An error on its way to another thread, where only plain values arrive. */
export interface PackedError {
  readonly name: string
  readonly message: string
  readonly stack: string
  readonly cause: string
  /** Its own members, such as the ship it is about. */
  readonly members: object
}

const KINDS: Readonly<Record<string, { readonly prototype: Error }>> = {
  ...{
    CommandIdReused,
    LogBroken,
    LogFull,
    LogTooNew,
    NotOurFile,
    SequenceConflict,
    ShipExists,
    UnknownShip,
    RangeError,
  },
}

export const packed = (error: unknown): PackedError => {
  const { name, message, stack = '', cause, ...members } = error instanceof Error ? error : new Error(String(error))
  return { name, message, stack, cause: cause instanceof Error ? cause.message : '', members }
}

/** The same error again, of its own kind. */
export const unpacked = ({ name, message, stack, cause, members }: PackedError): Error => {
  const kind = KINDS[name]?.prototype ?? Error.prototype
  const error = Object.create(kind) as Error
  return Object.assign(error, { ...members, name, message, stack, ...(cause && { cause }) })
}
