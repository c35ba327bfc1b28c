import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { LogReader } from './eventLog.ts'
import type { LogWriter } from './logWriter.ts'
import { openToRead } from './sqlite/open.ts'
import { readsOn } from './sqlite/reads.ts'
import { LOG_FILE, takeFolder } from './sqliteLog.ts'
import { threadedWriter } from './thread/threadedWriter.ts'
import { withUsedIds } from './withUsedIds.ts'

export interface ThreadedLog {
  readonly log: LogReader
  readonly writer: LogWriter
}

const THREAD = new URL('./thread/writingThread.ts', import.meta.url)

/**
 * The log in `folder`, made if it is not there, held by this process alone until its writer is closed: written in a thread of
 * its own, on the one connection that writes, and read here on another. `onDeath`: the thread ended by itself, and what it
 * was writing may be there or not. Throws as `openSqliteLog`.
 */
export const openThreadedLog = async (
  folder: string,
  onDeath: (error: unknown) => void,
  thread = THREAD,
): Promise<ThreadedLog> => {
  const lock = takeFolder(folder)
  try {
    const worker = new Worker(thread, { workerData: folder, execArgv: [] })
    const writer = await threadedWriter(worker, onDeath)
    const reading = openToRead(join(folder, LOG_FILE))
    const close = async (): Promise<void> => {
      reading.close() // first, so that the last one to leave is the one who may tidy up
      await writer.close()
      lock.release()
    }
    return withUsedIds(reading, { log: readsOn(reading), writer: { ...writer, close } })
  } catch (error) {
    lock.release()
    throw error
  }
}
