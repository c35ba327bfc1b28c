import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { ReviewWord } from '#shared/review/words-said.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { ShipState } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { checkPlace } from './entry.ts'
import { CommandIdReused, ShipExists, UnknownShip } from './errors.ts'
import type { Entry, EventLog, IncidentMark, NewShip, Snapshot } from './eventLog.ts'
import { writeUntilBroken } from './sqlite/failures.ts'
import { lockFolder } from './sqlite/lock.ts'
import { openDatabase } from './sqlite/open.ts'
import { prepareStatements } from './sqlite/statements.ts'

/**
 * The log in `folder`, made if it is not there, held by this process alone until it is closed. Throws `LogInUse`,
 * `NotOurFile`, `LogTooNew`. Reads fetch all they ask for at once: an open cursor would keep the WAL from being reset.
 */
export const openSqliteLog = (folder: string): EventLog => {
  mkdirSync(folder, { recursive: true })
  const lock = lockFolder(folder)
  try {
    const db = openDatabase(join(folder, 'log.db'))
    return logOn(db, () => {
      db.close()
      lock.release()
    })
  } catch (error) {
    lock.release()
    throw error
  }
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
  const appendEntry = (entry: Entry, head: number): string[] => {
    const { ship, events, command } = entry
    checkPlace(entry, head)
    if (command && sql.addCommand.run(ship, command.id, command.digest, command.answer).changes === 0)
      throw new CommandIdReused(ship, command.id)
    return events.map((event) => {
      const json = JSON.stringify(event)
      sql.addEvent.run(ship, event.seq, event.type, json)
      return json
    })
  }
  const appendAll = db.transaction((batch: readonly Entry[]) => {
    const heads = new Map<string, number>()
    return batch.map((entry) => {
      const head = heads.get(entry.ship) ?? headOf(entry.ship)
      heads.set(entry.ship, head + entry.events.length)
      return appendEntry(entry, head)
    })
  })

  const createShip = db.transaction(({ id, definition, wall, events }: NewShip) => {
    if (sql.addShip.run(id, JSON.stringify(definition), wall).changes === 0) throw new ShipExists(id)
    appendEntry({ ship: id, expectedSeq: 0, events }, 0)
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
