import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What a server knows of itself and a test cannot see from outside. */
export interface Inside {
  /** What became a member of every object. */
  readonly polluted: readonly string[]
  /** After everything unused is gone. */
  readonly heapBytes: number
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const ownNames = (): readonly string[] => Object.getOwnPropertyNames(Object.prototype)
const atTheStart = ownNames()

/** The real server, which says so on SIGUSR2, on one line that begins with `inside`. */
process.on('SIGUSR2', () => {
  collect()
  const polluted = ownNames().filter((name) => !atTheStart.includes(name))
  const inside: Inside = { polluted, heapBytes: process.memoryUsage().heapUsed }
  console.log(`inside ${JSON.stringify(inside)}`)
})

await import('../../../server/main.ts')
