import { parentPort, workerData } from 'node:worker_threads'
import { openLogFile } from '../sqliteLog.ts'
import { writesOn } from '../sqlite/writes.ts'
import { serveWrites } from './serveWrites.ts'

/** Where the thread that writes begins: it opens the log of the folder named by whoever started it, who holds the folder. */
if (parentPort) {
  serveWrites(parentPort, () => {
    const db = openLogFile(workerData as string)
    return writesOn(db, () => db.close())
  })
}
