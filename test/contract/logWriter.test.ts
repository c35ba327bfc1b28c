import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { directWriter } from '#db/directWriter.ts'
import { LogBroken, LogInUse, LogTooNew } from '#db/errors.ts'
import { memoryLog } from '#db/memoryLog.ts'
import { openDatabase } from '#db/sqlite/open.ts'
import { LOG_FILE, openSqliteLog } from '#db/sqliteLog.ts'
import { threadedWriter } from '#db/thread/threadedWriter.ts'
import { openThreadedLog, type ThreadedLog } from '#db/threadedLog.ts'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { logWriterContract } from './logWriter.contract.ts'
import { entry, logged, newShip } from './samples.ts'

const onDeath = vi.fn<(error: unknown) => void>()

const openIn = async (folder: string): Promise<ThreadedLog> => {
  const opened = await openThreadedLog(folder, onDeath)
  onTestFinished(() => opened.writer.close())
  return opened
}

const inMemory = (): ThreadedLog => {
  const log = memoryLog()
  return { log, writer: directWriter(log) }
}

describe('a direct writer', () => logWriterContract(inMemory))
describe('a writer in a thread', () => logWriterContract(() => openIn(temporaryFolder())))

describe('a log that is written in a thread', () => {
  test('[LOG7] given a folder that is in use, it is refused, in this process and while it is open', async () => {
    const folder = temporaryFolder()
    const { writer } = await openThreadedLog(folder, onDeath)
    await expect(openThreadedLog(folder, onDeath)).rejects.toThrow(LogInUse)
    expect(() => openSqliteLog(folder)).toThrow(LogInUse)
    await writer.close()
    openSqliteLog(folder).close()
    expect(onDeath).not.toHaveBeenCalled()
  })

  test('[LOG7] given a log that cannot be opened, the reason is that of a direct one, and the folder is free', async () => {
    const folder = temporaryFolder()
    openSqliteLog(folder).close()
    const db = openDatabase(join(folder, LOG_FILE))
    db.pragma('user_version = 9999')
    db.close()
    for (let attempt = 0; attempt < 2; attempt++)
      await expect(openThreadedLog(folder, onDeath)).rejects.toThrow(LogTooNew)
  })

  test('[LOG9] given a stop, the WAL is empty and all is in the one file', async () => {
    const folder = temporaryFolder()
    const { writer } = await openThreadedLog(folder, onDeath)
    await writer.createShip(newShip('aurora', logged('A1')))
    await writer.close()
    expect(statSync(join(folder, `${LOG_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
    const again = openSqliteLog(folder)
    onTestFinished(() => again.close())
    expect(again.head('aurora')).toBe(1)
  })

  test('[LOG7] given a thread that dies, what it had not answered is unknown, and nothing more is taken', async () => {
    const died = vi.fn<(error: unknown) => void>()
    const worker = new Worker(DEAF, { eval: true })
    const writer = await threadedWriter(worker, died)
    const unanswered = writer.append([entry('aurora', 0, logged('A1'))])
    void worker.terminate()
    await expect(unanswered).rejects.toThrow(LogBroken)
    await expect(writer.probe()).rejects.toThrow(LogBroken)
    expect(died).toHaveBeenCalledOnce()
  })
})

/** Says that it has opened the log, and answers nothing. */
const DEAF = `const { parentPort } = require('node:worker_threads')
parentPort.postMessage({ number: 0 })
parentPort.on('message', () => undefined)`
