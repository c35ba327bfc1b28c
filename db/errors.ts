/** Someone else wrote first: the ship's head is not where the entry expected it. Nothing was written. */
export class SequenceConflict extends Error {
  readonly ship: string
  readonly expectedSeq: number
  readonly head: number

  constructor(ship: string, expectedSeq: number, head: number) {
    super(`Ship ${ship} is at seq ${head}, not at ${expectedSeq}`)
    this.name = 'SequenceConflict'
    this.ship = ship
    this.expectedSeq = expectedSeq
    this.head = head
  }
}

/** A command of this id is already recorded for this ship; ask `findCommand` first. Nothing was written. */
export class CommandIdReused extends Error {
  readonly ship: string
  readonly command: string

  constructor(ship: string, command: string) {
    super(`Ship ${ship} already has a command ${command}`)
    this.name = 'CommandIdReused'
    this.ship = ship
    this.command = command
  }
}

export class UnknownShip extends Error {
  readonly ship: string

  constructor(ship: string) {
    super(`No ship ${ship}`)
    this.name = 'UnknownShip'
    this.ship = ship
  }
}

export class ShipExists extends Error {
  readonly ship: string

  constructor(ship: string) {
    super(`There already is a ship ${ship}`)
    this.name = 'ShipExists'
    this.ship = ship
  }
}

/** No room left on the disk. Definite: nothing was written; the same entries may be tried again once there is room. */
export class LogFull extends Error {
  constructor(cause: unknown) {
    super('The disk is full: nothing was written', { cause })
    this.name = 'LogFull'
  }
}

/**
 * The disk failed in the middle of a write: what was being written may or may not be there. Only a restart, which reads
 * the file again, can tell; until then every further write throws this too. Senders ask again with the same command id.
 */
export class LogBroken extends Error {
  constructor(cause: unknown) {
    super('The disk failed: whether the last write is there is not known before a restart', { cause })
    this.name = 'LogBroken'
  }
}

/** Written by newer code than this. Not opened, so that nothing of it is lost. */
export class LogTooNew extends Error {
  readonly path: string

  constructor(path: string, version: number, newest: number) {
    super(`${path} has log version ${version}; this program knows up to ${newest}. Use a newer Bulkhead`)
    this.name = 'LogTooNew'
    this.path = path
  }
}

/** A database, or another kind of file, that is not a log of ours. Not touched. */
export class NotOurFile extends Error {
  readonly path: string

  constructor(path: string) {
    super(`${path} is not a Bulkhead log`)
    this.name = 'NotOurFile'
    this.path = path
  }
}

/** What a restore puts in the place of something else is only partly there. */
export class RestoreUnfinished extends Error {
  readonly folder: string

  constructor(folder: string) {
    super(
      `A restore to ${folder} was cut short. Run npm run bulkhead -- restore again; what was there before is beside it`,
    )
    this.name = 'RestoreUnfinished'
    this.folder = folder
  }
}

/** Another server has this data folder. */
export class LogInUse extends Error {
  readonly folder: string

  constructor(folder: string) {
    super(`Another server is using ${folder}`)
    this.name = 'LogInUse'
    this.folder = folder
  }
}
