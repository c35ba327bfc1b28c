import { readFileSync } from 'node:fs'

const POLL_MS = 250

/**
 * The parent of a process, where the system tells it cheaply (Linux).
 * @param {number} pid
 */
const parentOf = (pid) => {
  try {
    return /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

const lineage = () => `${process.ppid} ${parentOf(process.ppid)}`

/**
 * Calls back once when npm, or the shell between npm and this process, is gone: npm stops only its shell, and many a
 * shell tells nobody. Does nothing outside npm, where a parent may leave on purpose.
 * @param {() => void} stop
 */
export const onAbandoned = (stop) => {
  if (!process.env.npm_lifecycle_event) return
  const born = lineage()
  const timer = setInterval(() => {
    if (lineage() === born) return
    clearInterval(timer)
    stop()
  }, POLL_MS)
  timer.unref()
}
