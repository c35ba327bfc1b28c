/**
 * Loaded into the server before its own code (`--import`), and no part of it: on SIGUSR2 it collects garbage and writes
 * what is left to the file named in BULKHEAD_PROBE.
 */
import { renameSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

/** What a process holds on to. */
export interface Held {
  readonly heapBytes: number
  readonly externalBytes: number
  readonly timers: number
  readonly sockets: number
}

const file = process.env.BULKHEAD_PROBE

const count = (kind: string): number => process.getActiveResourcesInfo().filter((name) => name.includes(kind)).length

const look = (collect: () => void): Held => {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return { heapBytes: heapUsed, externalBytes: external, timers: count('Timeout'), sockets: count('TCPSocket') }
}

if (isMainThread && file !== undefined) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  process.on('SIGUSR2', () => {
    writeFileSync(`${file}.part`, JSON.stringify(look(collect)))
    renameSync(`${file}.part`, file) // so that nobody reads half of it
  })
}
