import type { Worker } from 'node:worker_threads'
import { encoded } from '../encoded.ts'
import { LogBroken } from '../errors.ts'
import type { LogWriter } from '../logWriter.ts'
import { type Asks, type Done, OPENED } from './messages.ts'
import { packedBatch } from './packedBatch.ts'
import { unpacked } from './packedError.ts'

interface Waiting {
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/**
 * Hands what is to be written to a thread and waits for its word. Whatever it has not given its word on when it ends may be
 * written or not. `onDeath` is called if it ends without having been closed. Throws what opening the log throws.
 */
export const threadedWriter = async (worker: Worker, onDeath: (error: unknown) => void): Promise<LogWriter> => {
  const waiting = new Map<number, Waiting>()
  let next = OPENED
  let closed = false
  let dead: LogBroken | null = null

  const wait = (): Promise<void> => {
    const number = next++
    return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }))
  }
  const ask = async <Name extends keyof Asks>(name: Name, what: Asks[Name]): Promise<void> => {
    if (dead) throw dead
    worker.postMessage({ number: next, name, what })
    await wait()
  }
  const die = (cause: unknown): void => {
    if (dead) return
    dead = new LogBroken(cause)
    for (const { reject } of waiting.values()) reject(dead)
    waiting.clear()
    if (!closed) onDeath(dead)
  }

  worker.on('message', ({ number, error }: Done) => {
    const asked = waiting.get(number)
    waiting.delete(number)
    if (error) asked?.reject(unpacked(error))
    else asked?.resolve()
  })
  worker.on('error', die)
  worker.on('exit', (status) => die(new Error(`The thread that writes ended with status ${status}`)))

  await wait().catch((error: unknown) => {
    closed = true
    throw error
  })
  return {
    createShip: (ship) => ask('createShip', ship),
    append: (batch) => ask('append', packedBatch(batch.map(encoded))),
    saveSnapshot: (snapshot) => ask('saveSnapshot', snapshot),
    dropSnapshots: (ship) => ask('dropSnapshots', ship),
    keepTimes: (times) => ask('keepTimes', times),
    probe: () => ask('probe', null),
    close: async () => {
      const asked = ask('close', null)
      closed = true
      await asked
    },
  }
}
