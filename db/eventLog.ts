import type { ReviewWord } from '#shared/review/words-said.ts'
import type { FactOf, RecordedEvent } from '#shared/ship/events.ts'
import type { ShipState } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'

/**
 * The log: the only truth. Everything else about a ship is a fold over it and can be thrown away. Entries are added at
 * the end and never changed or removed. Synchronous: when a call returns, what it wrote survives a power cut; when it
 * throws, nothing of it was written, except for `LogBroken` (see `errors.ts`, where all that it throws is named).
 */
export interface EventLog {
  /** Which log it is: another one after a restore, so that nobody takes what they know from before for a part of it. */
  readonly id: string

  /** Throws `ShipExists`. The ship and its first events are written together or not at all. */
  createShip(ship: NewShip): void
  /** In the order in which they were created. */
  ships(): readonly StoredShip[]

  /**
   * All or nothing, and one sync to disk: give it everything that arrived in one turn of the loop, for any number of
   * ships; entries of one ship follow each other. Returns, for each entry, its events as the JSON text that was stored,
   * so that nobody needs to encode them again in order to send them.
   * Throws `SequenceConflict`, `CommandIdReused`, `UnknownShip`, `LogFull`, `LogBroken`.
   */
  append(batch: readonly Entry[]): readonly (readonly string[])[]

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

  /** Saves time at the next start. Replaces one of the same seq; those of another core version are dropped. */
  saveSnapshot(snapshot: Snapshot): void
  /** The newest one made by this core version, at or before that seq if one is given. Null is always a possible answer. */
  latestSnapshot(ship: string, coreVersion: string, atOrBefore?: number): Snapshot | null

  /** How far the mission clock got, for a start after a crash. Not an event; at most once a second, as it costs a sync. */
  keepTime(ship: string, at: number): void
  /** Mission time in ms as last kept, or null. May be older than the last event. */
  keptTime(ship: string): number | null

  /** Tries a real write and says whether it went through. */
  writable(): boolean
  /** Moves everything into the one main file and lets go of it. Nothing may be called afterwards. */
  close(): void
}

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
  readonly definition: ShipFile
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
export interface Snapshot {
  readonly ship: string
  readonly seq: number
  /** Mission time, ms. */
  readonly at: number
  readonly state: ShipState
  readonly coreVersion: string
}
