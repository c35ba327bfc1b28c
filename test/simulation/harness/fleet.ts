import { Worker } from 'node:worker_threads'
import type { Failure } from './sail.ts'
import { addUp, type Tally } from './tally.ts'

/** A share of the seeds: `first`, then every `stride`-th, `voyages` of them. */
export interface Share {
  readonly first: number
  readonly stride: number
  readonly voyages: number
}

export interface Outcome {
  readonly tally: Tally
  readonly failures: readonly Failure[]
}

const sailShare = (share: Share): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: share, execArgv: [] })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`a thread of the simulation ended with ${code}`)))
  })

/** Sails the voyages of so many seeds on so many threads. What comes out does not depend on their number. */
export const sailAll = async (firstSeed: number, voyages: number, threads: number): Promise<Outcome> => {
  const shares = Array.from({ length: threads }, (_, i) => ({
    first: firstSeed + i,
    stride: threads,
    voyages: Math.ceil((voyages - i) / threads),
  }))
  const outcomes = await Promise.all(shares.map(sailShare))
  return {
    tally: addUp(outcomes.map(({ tally }) => tally)),
    failures: outcomes.flatMap(({ failures }) => failures).sort((a, b) => a.seed - b.seed),
  }
}
