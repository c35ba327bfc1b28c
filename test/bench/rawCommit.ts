import { join } from 'node:path'
import type { Entry } from '#db/eventLog.ts'
import { openDatabase } from '#db/sqlite/open.ts'
import { newFolder } from './folders.ts'

/** The bare minimum of a durable log: rows already encoded, nothing looked up, one transaction a call. */
export const rawLog = (ship: string) => {
  const db = openDatabase(join(newFolder(), 'log.db'))
  db.prepare('INSERT INTO ship (id, definition, wall) VALUES (?, ?, ?)').run(ship, '{}', '')
  const addEvent = db.prepare('INSERT INTO event (ship, seq, type, json) VALUES (?, ?, ?, ?)')
  const addCommand = db.prepare('INSERT INTO command (ship, id, digest, answer) VALUES (?, ?, ?, ?)')
  const commit = db.transaction((rows: readonly Row[]) => {
    for (const { events, command } of rows) {
      if (command) addCommand.run(ship, command.id, command.digest, command.answer)
      for (const { seq, type, json } of events) addEvent.run(ship, seq, type, json)
    }
  })
  return { commit: (rows: readonly Row[]) => commit.immediate(rows), close: () => db.close() }
}

export type Row = ReturnType<typeof rowOf>

export const rowOf = ({ events, command }: Entry) => ({
  events: events.map((event) => ({ seq: event.seq, type: event.type, json: JSON.stringify(event) })),
  command,
})
