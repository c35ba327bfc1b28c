import type { MessagePort } from 'node:worker_threads'
import type { SqliteWrites } from '../sqlite/writes.ts'
import { type Ask, type Asks, type Done, OPENED } from './messages.ts'
import { unpackedBatch } from './packedBatch.ts'
import { packed } from './packedError.ts'

/** Opens the log and does what is asked through the port, one after the other, until it is closed. */
export const serveWrites = (port: MessagePort, open: () => SqliteWrites): void => {
  const answer = (number: number, work: () => void): boolean => {
    let done: Done = { number }
    try {
      work()
    } catch (error) {
      done = { number, error: packed(error) }
    }
    port.postMessage(done)
    return done.error === undefined
  }

  const serve = (log: SqliteWrites): void => {
    const calls = callsOf(log)
    port.on('message', ({ number, name, what }: Ask) => {
      answer(number, () => (calls[name] as (what: unknown) => void)(what))
      if (name === 'close') port.close()
    })
  }

  let log: SqliteWrites | null = null
  if (answer(OPENED, () => (log = open())) && log) serve(log)
}

type Calls = { readonly [Name in keyof Asks]: (what: Asks[Name]) => void }

const callsOf = (log: SqliteWrites): Calls => ({
  createShip: (ship) => log.createShip(ship),
  append: (batch) => log.appendEncoded(unpackedBatch(batch)),
  saveSnapshot: (snapshot) => log.saveSnapshot(snapshot),
  dropSnapshots: (ship) => log.dropSnapshots(ship),
  keepTimes: (times) => log.keepTimes(times),
  probe: () => log.probe(),
  close: () => log.close(),
})
