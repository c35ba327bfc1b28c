import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOW_PRIORITY } from '../yieldToOthers.ts'

const CLI = join(import.meta.dirname, '..', 'cli.ts')

/** A backup being taken. */
export interface Taking {
  /** When it is there; rejects with the reason if it cannot be had. */
  readonly done: Promise<void>
  readonly abandon: () => void
  /** Lets it go on by itself if this process ends. */
  readonly letGo: () => void
}

/**
 * Takes a backup as `bulkhead backup` does, in a process of its own: copying and looking over keep a processor busy, and
 * this one's loop must turn.
 */
export const takeInProcess = (data: string, target: string): Taking => {
  const env = { ...process.env, BULKHEAD_DATA: data }
  const child = spawn(process.execPath, [CLI, 'backup', target], {
    ...{ env, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  })
  let complaint = ''
  child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()))
  child.once('spawn', () => lowerSession(child.pid))
  const done = once(child, 'close').then(() => {
    if (child.exitCode !== 0)
      throw new Error(complaint.trim() || `The backup ended with ${child.exitCode ?? child.signalCode}`)
  })
  return { done, abandon: () => child.kill('SIGKILL'), letGo: () => child.unref() }
}

/** Linux may weigh sessions before it weighs what runs in each: that a process which has one of its own yields is not enough. */
const lowerSession = (pid: number | undefined): void => {
  try {
    writeFileSync(`/proc/${pid}/autogroup`, `${LOW_PRIORITY}`, { flag: 'r+' })
  } catch {
    // It has ended already, or this is another system.
  }
}
