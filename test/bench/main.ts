/**
 * npm run bench [-- P1 P6 …] [-- --record]: the product's performance goals, each against a ceiling taken in the same run.
 * With --record a line of each goes into docs/bench-history.csv.
 */
import { type Finding, isMet, table } from './goals.ts'
import { remember } from './history.ts'
import { ordersInProcess } from './p1-in-process.ts'
import { ordersOverSockets } from './p1-sockets.ts'
import { latency } from './p2-latency.ts'
import { broadcast } from './p3-broadcast.ts'
import { memory } from './p4-memory.ts'
import { idle } from './p5-idle.ts'
import { core } from './p6-core.ts'
import { hour } from './p6-hour.ts'
import { recording } from './p7-recording.ts'
import { review } from './p7-review.ts'
import { start } from './p8-start.ts'
import { lengthOfLog } from './p9-log.ts'
import { scale } from './p9-scale.ts'
import { slowDisk } from './p11-slow-disk.ts'
import { painted } from './p10-painted.ts'
import { weights } from './p10-weights.ts'

type Part = readonly [goal: string, what: string, measure: () => readonly Finding[] | Promise<readonly Finding[]>]

const PARTS: readonly Part[] = [
  ['P1', 'orders in process', ordersInProcess],
  ['P1', 'orders over sockets', ordersOverSockets],
  ['P2', 'latency', latency],
  ['P3', 'broadcast', broadcast],
  ['P4', 'memory', memory],
  ['P5', 'idle ships', idle],
  ['P6', 'the core', core],
  ['P6', 'an hour', hour],
  ['P7', 'recordings', recording],
  ['P7', 'reviews', review],
  ['P8', 'start', start],
  ['P9', 'scale', scale],
  ['P9', 'a long log', lengthOfLog],
  ['P10', 'order to painted', painted],
  ['P10', 'the first page', weights],
  ['P11', 'a slow disk', slowDisk],
]

const asked = process.argv.slice(2)
const wanted = asked.filter((word) => word !== '--record')
const findings: Finding[] = []
for (const [goal, what, measure] of PARTS) {
  if (wanted.length > 0 && !wanted.includes(goal)) continue
  const startedMs = performance.now()
  findings.push(...(await measure()))
  console.log(`${goal} ${what}: ${((performance.now() - startedMs) / 1000).toFixed(0)} s`)
}

const NOT_HERE = [
  'Not measured here: the painting of P7, which takes a browser.',
  'Ratios are to a ceiling in the same run; absolute goals mean a quiet machine.',
]

const met = findings.filter(isMet).length
console.log(`\n${table(findings)}\n\n${met} of ${findings.length} goals met\n\n${NOT_HERE.join('\n')}`)
if (asked.includes('--record')) remember(findings)
