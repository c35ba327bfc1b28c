import { parentPort, workerData } from 'node:worker_threads'
import type { Outcome, Share } from './fleet.ts'
import { type Lived, live } from './live.ts'
import { add, noTally, tallyOf } from './tell.ts'

/** More findings than this say no more than these. */
const FINDINGS_MOST = 3

const { first, stride, orders } = workerData as Share
const tally = noTally()
const found: Lived[] = []
for (let seed = first; tally.orders < orders && found.length < FINDINGS_MOST; seed += stride) {
  const lived = await live(seed)
  add(tally, tallyOf(lived))
  if (lived.finding) found.push(lived)
}
parentPort?.postMessage({ tally, found } satisfies Outcome)
process.exit()
