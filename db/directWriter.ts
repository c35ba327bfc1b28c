import type { LogWrites } from './eventLog.ts'
import type { LogWriter } from './logWriter.ts'

/** Writes at once, in the caller's own thread: for a log in memory, and for whoever has nothing else to do meanwhile. */
export const directWriter = (log: LogWrites): LogWriter => ({
  createShip: (ship) => tried(() => log.createShip(ship)),
  append: (batch) => tried(() => log.append(batch)),
  saveSnapshot: (snapshot) => tried(() => log.saveSnapshot(snapshot)),
  dropSnapshots: (ship) => tried(() => log.dropSnapshots(ship)),
  keepTimes: (times) => tried(() => log.keepTimes(times)),
  probe: () => tried(() => log.probe()),
  close: () => tried(() => log.close()),
})

const tried = (write: () => void): Promise<void> =>
  new Promise((done) => {
    write()
    done()
  })
