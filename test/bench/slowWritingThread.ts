/** The thread that writes, on a disk that takes 10 ms a sync: it stands still that long for every commit. */
import { parentPort, workerData } from 'node:worker_threads'
import { openLogFile } from '#db/sqliteLog.ts'
import { writesOn } from '#db/sqlite/writes.ts'
import { serveWrites } from '#db/thread/serveWrites.ts'
import { waitForDisk } from './slowDisk.ts'

if (parentPort)
  serveWrites(parentPort, () => {
    const db = openLogFile(workerData as string)
    const writes = writesOn(db, () => db.close())
    return {
      ...writes,
      appendEncoded: (batch) => {
        writes.appendEncoded(batch)
        waitForDisk()
      },
    }
  })
