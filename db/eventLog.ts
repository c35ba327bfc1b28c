import type { ReviewWord } from '#shared/review/words-said.ts'
import type { FactOf, RecordedEvent } from '#shared/ship/events.ts'
import type { ShipState } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'

/** What is on record. Reads fetch all they ask for at once, and see what has been committed when they are asked. */
export interface LogReader {
  /** Which log it is: another one after a restore, so that nobody takes what they know from before for a part of it. */
  readonly id: string

  /** In the order in which they were created. */
  ships(): readonly StoredShip[]

  /** What a command was answered the first time, or null if it was never recorded. */
  findCommand(ship: string, id: string): CommandRecord | null

  /** Seq of the ship's last event; 0 for none, and for a ship that does not exist. */
  head(ship: string): number
  /** The events after that seq, oldest first, at most `limit`. */
  events(ship: string, after: number, limit: number): readonly RecordedEvent[]
  /** The same as stored JSON text, for whoever only passes them on. */
  eventsJson(ship: string, after: number, limit: number): readonly string[]
  /** Where the incidents begin and end, of one ship or (null) of all, in the order written. Does not scan the log. */
  incidentMarks(ship: string | null): readonly IncidentMark[]

  /** What was said for reviews (notes, ratings, improvements, standards), in the order written. Does not scan the log. */
  reviewWords(ship: string): readonly ReviewWord[]

  /**
   * The newest one made by this core version, at or before that seq if one is given, whose text is what was written. Null
   * is always a possible answer.
   */
  latestSnapshot(ship: string, coreVersion: string, atOrBefore?: number): Snapshot | null
  /** How many snapshots were found not to be what was written, and passed over, since the log was opened. */
  damagedSnapshots(): number

  /** Mission time in ms as last kept, or null. May be older than the last event. */
  keptTime(ship: string): number | null
}

/**
 * Writing to the log. Entries are added at the end and never changed or removed. When a call returns, what it wrote
 * survives a power cut; when it throws, nothing of it was written, except for `LogBroken` (see `errors.ts`, where all that
 * it throws is named).
 */
export interface LogWrites {
  /** Throws `ShipExists`. The ship and its first events are written together or not at all. */
  createShip(ship: NewShip): void

  /**
   * All or nothing, and one sync to disk: for any number of ships; entries of one ship follow each other.
   * Throws `SequenceConflict`, `CommandIdReused`, `UnknownShip`, `LogFull`, `LogBroken`.
   */
  append(batch: readonly Entry[]): void

  /** Saves time at the next start. Replaces one of the same seq; those of another core version are dropped. */
  saveSnapshot(snapshot: SnapshotText): void
  /** All of that ship: the next start folds her from her first event. */
  dropSnapshots(ship: string): void

  /** How far mission clocks got, ms by ship, for a start after a crash. Not events; one sync for all of them. */
  keepTimes(times: ReadonlyMap<string, number>): void

  /** Tries a real write. */
  probe(): void
  /** Moves everything into the one main file and lets go of it. Nothing may be called afterwards. */
  close(): void
}

/** The log: the only truth. Everything else about a ship is a fold over it and can be thrown away. */
export interface EventLog extends LogReader, LogWrites {}

export interface NewShip {
  readonly id: string
  readonly definition: ShipFile
  /** When in the world it was created, ISO 8601. */
  readonly wall: string
  /** Its first events, seq from 1; may be empty. */
  readonly events: readonly RecordedEvent[]
}

export interface StoredShip {
  readonly id: string
  /** Her ship file; null if what is stored is not JSON. */
  readonly definition: ShipFile | null
  readonly wall: string
  /** Seq of its last event. */
  readonly head: number
}

/** What one command, or time alone, came to for one ship. A refused command has no events, but has its answer recorded. */
export interface Entry {
  readonly ship: string
  /** The ship's head before this entry; the seq of `events` go on from there. */
  readonly expectedSeq: number
  readonly events: readonly RecordedEvent[]
  /** Absent when nobody ordered it. */
  readonly command?: CommandRecord
}

export interface CommandRecord {
  readonly id: string
  /** Fingerprint of the command's content: the same id with another digest is another command. */
  readonly digest: string
  /** JSON text of the answer, given back as it is. */
  readonly answer: string
}

export interface IncidentMark {
  readonly ship: string
  readonly event: RecordedEvent & (FactOf<'IncidentOpened'> | FactOf<'IncidentClosed'>)
}

/** A fold up to and including `seq`, made by the code called `coreVersion`. */
export interface Snapshot extends SnapshotPlace {
  readonly state: ShipState
}

/** The same as it is stored: who saves it makes the text, in pauses if need be. */
export interface SnapshotText extends SnapshotPlace {
  /** The state as JSON. */
  readonly text: string
}

export interface SnapshotPlace {
  readonly ship: string
  readonly seq: number
  /** Mission time, ms. */
  readonly at: number
  readonly coreVersion: string
}
