import { Worker } from 'node:worker_threads'
import type { Lived } from './live.ts'
import { add, noTally, type Tally } from './tell.ts'

/** A share of the seeds: `first`, then every `stride`-th, until so many orders have been given. */
export interface Share {
  readonly first: number
  readonly stride: number
  readonly orders: number
}

export interface Outcome {
  readonly tally: Tally
  readonly found: readonly Lived[]
}

const liveShare = (share: Share): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: share, execArgv: [] })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`a thread of the simulation ended with ${code}`)))
  })

/** Lives the worlds from that seed on, on so many threads, until at least so many orders have been given. */
export const liveAll = async (firstSeed: number, orders: number, threads: number): Promise<Outcome> => {
  const shares = Array.from({ length: threads }, (_, thread) => ({
    ...{ first: firstSeed + thread, stride: threads, orders: orders / threads },
  }))
  const outcomes = await Promise.all(shares.map(liveShare))
  const tally = noTally()
  for (const outcome of outcomes) add(tally, outcome.tally)
  return { tally, found: outcomes.flatMap(({ found }) => found).sort((a, b) => a.seed - b.seed) }
}
