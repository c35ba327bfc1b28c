import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import type { LogReader } from './eventLog.ts'
import type { LogWriter } from './logWriter.ts'
import { UsedIds } from './usedIds.ts'

/** Ids read between two pauses: some 0.3 ms, so that a start and a storm of dashboards have their turns. */
const PAGE = 200

interface Store {
  readonly log: LogReader
  readonly writer: LogWriter
}

/**
 * The same log, not asked for a command whose id it cannot have: nearly every order is a new one, and to learn that from the log
 * took a third of what an order costs the loop (measured). What was there before is read in pauses; until then, and if
 * it cannot be read, the log is asked for every id. `reading` is the connection that `log` reads on, and the one to close.
 */
export const withUsedIds = (reading: Database, { log, writer }: Store): Store => {
  const used = new UsedIds()
  readAll(reading, used).then(
    () => used.knowsAll(),
    () => undefined,
  )
  return {
    log: { ...log, findCommand: (ship, id) => (used.mayBeUsed(ship, id) ? log.findCommand(ship, id) : null) },
    writer: {
      ...writer,
      append: (batch) => {
        for (const { ship, command } of batch) if (command) used.add(ship, command.id)
        return writer.append(batch)
      },
    },
  }
}

/** Adds every id that is on record. Throws if the connection is closed meanwhile. */
const readAll = async (reading: Database, used: UsedIds): Promise<void> => {
  const after = reading.prepare<
    [ship: string, id: string, limit: number],
    { readonly ship: string; readonly id: string }
  >('SELECT ship, id FROM command WHERE (ship, id) > (?, ?) ORDER BY ship, id LIMIT ?')
  let last = { ship: '', id: '' }
  for (let page = after.all('', '', PAGE); page.length > 0; page = after.all(last.ship, last.id, PAGE)) {
    for (const { ship, id } of page) used.add(ship, id)
    last = page.at(-1) ?? last
    await nextTurn()
  }
}
