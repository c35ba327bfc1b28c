/** The thread that writes, on a disk that takes a fixed time a sync: it stands still that long for every commit. */
import { parentPort, workerData } from 'node:worker_threads'
import { openLogFile } from '#db/sqliteLog.ts'
import { writesOn } from '#db/sqlite/writes.ts'
import { serveWrites } from '#db/thread/serveWrites.ts'
import { toldSyncMs, waitForDisk } from './slowDisk.ts'

if (parentPort)
  serveWrites(parentPort, () => {
    const db = openLogFile(workerData as string)
    db.pragma('synchronous = OFF') // the real disk takes none of its own
    const writes = writesOn(db, () => db.close())
    const syncMs = toldSyncMs()
    return {
      ...writes,
      appendEncoded: (batch) => {
        writes.appendEncoded(batch)
        waitForDisk(syncMs)
      },
    }
  })
