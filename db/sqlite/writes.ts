import type { Database } from 'better-sqlite3'
import { chainStart, linked } from '../chain.ts'
import { type EncodedEntry, encoded } from '../encoded.ts'
import { checkPlace } from '../entry.ts'
import { CommandIdReused, ShipExists, UnknownShip } from '../errors.ts'
import type { LogWrites, NewShip, SnapshotText } from '../eventLog.ts'
import { snapshotHash } from '../snapshotHash.ts'
import { writeUntilBroken } from './failures.ts'
import { walOf } from './wal.ts'
import { writeStatements } from './writeStatements.ts'

/** Where a ship's log ends; it moves along while a batch is written. */
interface End {
  seq: number
  hash: Uint8Array
}

export interface SqliteWrites extends LogWrites {
  /** `append`, for whoever has the texts already. */
  appendEncoded(batch: readonly EncodedEntry[]): void
}

/** Writing to a database, each call one transaction; `release` is called last when it is closed. */
export const writesOn = (db: Database, release: () => void): SqliteWrites => {
  const sql = writeStatements(db)
  const write = writeUntilBroken()
  const wal = walOf(db)

  /** Throws for a ship that does not exist. */
  const headOf = (ship: string): number => {
    const head = sql.headOfKnown.get(ship)
    if (head === undefined) throw new UnknownShip(ship)
    return head
  }
  /** What the next event is linked to. */
  const chainEndOf = (ship: string): Uint8Array => {
    const end = sql.chainEnd.get(ship)
    if (end) return end
    const origin = sql.origin.get(ship)
    if (!origin) throw new UnknownShip(ship)
    return chainStart(origin)
  }
  const endOf = (ship: string): End => ({ seq: headOf(ship), hash: chainEndOf(ship) })
  const appendEntry = (entry: EncodedEntry, end: End): void => {
    const { ship, events, command } = entry
    checkPlace(entry, end.seq)
    if (command && sql.addCommand.run(ship, command.id, command.digest, command.answer).changes === 0)
      throw new CommandIdReused(ship, command.id)
    for (const { seq, type, json } of events) {
      end.hash = linked(end.hash, json)
      end.seq = seq
      sql.addEvent.run(ship, seq, type, json, end.hash)
    }
  }
  const appendAll = db.transaction((batch: readonly EncodedEntry[]) => {
    const ends = new Map<string, End>()
    for (const entry of batch) {
      const end = ends.get(entry.ship) ?? endOf(entry.ship)
      ends.set(entry.ship, end)
      appendEntry(entry, end)
    }
    for (const [ship, { seq, hash }] of ends) sql.setChainEnd.run(ship, seq, hash)
  })
  const appendEncoded = (batch: readonly EncodedEntry[]) =>
    write(() => {
      appendAll.immediate(batch)
      wal.keepSmall()
    })

  const createShip = db.transaction(({ id, definition, wall, events }: NewShip) => {
    if (sql.addShip.run(id, JSON.stringify(definition), wall).changes === 0) throw new ShipExists(id)
    const end = endOf(id)
    appendEntry(encoded({ ship: id, expectedSeq: 0, events }), end)
    sql.setChainEnd.run(id, end.seq, end.hash)
  })

  const saveSnapshot = db.transaction((snapshot: SnapshotText) => {
    const { ship, seq, at, coreVersion, text } = snapshot
    headOf(ship)
    sql.dropOtherSnapshots.run(ship, coreVersion)
    sql.saveSnapshot.run(ship, seq, at, coreVersion, text, snapshotHash(snapshot))
  })

  const keepTimes = db.transaction((times: ReadonlyMap<string, number>) => {
    for (const [ship, at] of times) {
      headOf(ship)
      sql.keepTime.run(ship, at)
    }
  })

  return {
    createShip: (ship) => write(() => createShip.immediate(ship)),
    append: (batch) => appendEncoded(batch.map(encoded)),
    appendEncoded,
    saveSnapshot: (snapshot) => write(() => saveSnapshot.immediate(snapshot)),
    dropSnapshots: (ship) => write(() => void sql.dropSnapshots.run(ship)),
    keepTimes: (times) => write(() => keepTimes.immediate(times)),
    probe: () => write(() => void sql.probe.run()),
    close: () => {
      wal.empty()
      release()
    },
  }
}
