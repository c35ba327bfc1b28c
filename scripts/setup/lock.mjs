import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './process.mjs'
import { say } from './say.mjs'

const folder = join(root, '.cache')
const file = join(folder, 'setup.lock')
const POLL_MS = 300

/** @returns {boolean} whether this process now holds the lock */
const take = () => {
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @returns {number | undefined} the process that holds the lock; undefined when it was just released */
const holder = () => {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {number} pid */
const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * Two starts in one clone must not install into, or build over, each other.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const alone = async (work) => {
  let told = false
  while (!take()) {
    const pid = holder()
    // A file without its number yet (NaN, 0) belongs to a process that is just writing it.
    if (pid && !isAlive(pid)) rmSync(file, { force: true })
    else if (!told) told = (say(`Waiting for another start in this folder (process ${pid}); its lock is ${file}`), true)
    await sleep(POLL_MS)
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}
