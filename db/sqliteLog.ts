import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { ReviewWord } from '#shared/review/words-said.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { ShipState } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { chainStart, linked } from './chain.ts'
import { checkPlace } from './entry.ts'
import { CommandIdReused, RestoreUnfinished, ShipExists, UnknownShip } from './errors.ts'
import type { Entry, EventLog, IncidentMark, NewShip, Snapshot } from './eventLog.ts'
import { keepPrivate, makePrivateFile, makePrivateFolder } from './privateFile.ts'
import { writeUntilBroken } from './sqlite/failures.ts'
import { lockFolder } from './sqlite/lock.ts'
import { openDatabase } from './sqlite/open.ts'
import { prepareStatements } from './sqlite/statements.ts'

/** In the data folder. */
export const LOG_FILE = 'log.db'

/** In the data folder while a restore exchanges what is in it. */
export const RESTORING = 'restoring'

/** A log lies in up to three files: what is not yet in the first is in the second. They belong together. */
export const logFiles = (path: string): readonly string[] => [path, `${path}-wal`, `${path}-shm`]

/**
 * The log in `folder`, made if it is not there, held by this process alone until it is closed. Throws `LogInUse`,
 * `RestoreUnfinished`, `NotOurFile`, `LogTooNew`. Reads fetch all they ask for at once: an open cursor would keep the WAL from being reset.
 */
export const openSqliteLog = (folder: string): EventLog => {
  makePrivateFolder(folder)
  const lock = lockFolder(folder)
  try {
    if (existsSync(join(folder, RESTORING))) throw new RestoreUnfinished(folder)
    const path = join(folder, LOG_FILE)
    makePrivateFile(path)
    const db = openDatabase(path)
    keepPrivate(...logFiles(path))
    return logOn(db, () => {
      db.close()
      lock.release()
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Where a ship's log ends; it moves along while a batch is written. */
interface End {
  seq: number
  hash: Uint8Array
}

/** The log on a database already open; `release` is called last when it is closed. */
export const logOn = (db: Database, release: () => void): EventLog => {
  const sql = prepareStatements(db)
  const write = writeUntilBroken()

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
  const appendEntry = (entry: Entry, end: End): string[] => {
    const { ship, events, command } = entry
    checkPlace(entry, end.seq)
    if (command && sql.addCommand.run(ship, command.id, command.digest, command.answer).changes === 0)
      throw new CommandIdReused(ship, command.id)
    return events.map((event) => {
      const json = JSON.stringify(event)
      end.hash = linked(end.hash, json)
      end.seq = event.seq
      sql.addEvent.run(ship, event.seq, event.type, json, end.hash)
      return json
    })
  }
  const appendAll = db.transaction((batch: readonly Entry[]) => {
    const ends = new Map<string, End>()
    const texts = batch.map((entry) => {
      const end = ends.get(entry.ship) ?? endOf(entry.ship)
      ends.set(entry.ship, end)
      return appendEntry(entry, end)
    })
    for (const [ship, { seq, hash }] of ends) sql.setChainEnd.run(ship, seq, hash)
    return texts
  })

  const createShip = db.transaction(({ id, definition, wall, events }: NewShip) => {
    if (sql.addShip.run(id, JSON.stringify(definition), wall).changes === 0) throw new ShipExists(id)
    const end = endOf(id)
    appendEntry({ ship: id, expectedSeq: 0, events }, end)
    sql.setChainEnd.run(id, end.seq, end.hash)
  })

  const saveSnapshot = db.transaction(({ ship, seq, at, state, coreVersion }: Snapshot) => {
    headOf(ship)
    sql.dropOtherSnapshots.run(ship, coreVersion)
    sql.saveSnapshot.run(ship, seq, at, coreVersion, JSON.stringify(state))
  })

  const keepTime = db.transaction((ship: string, at: number) => {
    headOf(ship)
    sql.keepTime.run(ship, at)
  })

  return {
    id: sql.identity.get() ?? '',
    createShip: (ship) => write(() => createShip.immediate(ship)),
    ships: () => sql.ships.all().map((row) => ({ ...row, definition: JSON.parse(row.definition) as ShipFile })),

    append: (batch) => write(() => appendAll.immediate(batch)),
    findCommand: (ship, id) => sql.findCommand.get(ship, id) ?? null,

    head: (ship) => sql.headOfKnown.get(ship) ?? 0,
    events: (ship, after, limit) => sql.events.all(ship, after, limit).map((json) => JSON.parse(json) as RecordedEvent),
    eventsJson: (ship, after, limit) => sql.events.all(ship, after, limit),
    incidentMarks: (ship) => {
      const rows = ship === null ? sql.allIncidentMarks.all() : sql.incidentMarks.all(ship)
      return rows.map((row) => ({ ship: row.ship, event: JSON.parse(row.json) as IncidentMark['event'] }))
    },
    reviewWords: (ship) => sql.reviewWords.all(ship).map((json) => JSON.parse(json) as ReviewWord),

    saveSnapshot: (snapshot) => write(() => saveSnapshot.immediate(snapshot)),
    latestSnapshot: (ship, coreVersion, atOrBefore = Number.MAX_SAFE_INTEGER) => {
      const row = sql.latestSnapshot.get(ship, coreVersion, atOrBefore)
      return row ? { ...row, state: JSON.parse(row.state) as ShipState } : null
    },

    keepTime: (ship, at) => write(() => keepTime.immediate(ship, at)),
    keptTime: (ship) => sql.keptTime.get(ship) ?? null,

    writable: () => {
      try {
        write(() => sql.probe.run())
        return true
      } catch {
        return false
      }
    },
    close: () => {
      db.pragma('wal_checkpoint(TRUNCATE)')
      release()
    },
  }
}
