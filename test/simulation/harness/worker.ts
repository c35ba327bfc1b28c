import { parentPort, workerData } from 'node:worker_threads'
import type { Outcome, Share } from './fleet.ts'
import { type Failure, sail } from './sail.ts'
import { emptyTally } from './tally.ts'

/** More failures than this say no more than these. */
const FAILURES_MOST = 5

const { first, stride, voyages } = workerData as Share
const tally = emptyTally()
const failures: Failure[] = []
for (let i = 0; i < voyages && failures.length < FAILURES_MOST; i++) {
  const failure = sail(first + i * stride, tally)
  if (failure) failures.push(failure)
}
parentPort?.postMessage({ tally, failures } satisfies Outcome)
