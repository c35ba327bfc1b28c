import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { ObservedServer, type Sample } from '../soak/observed.ts'
import { slopePerHour, WAL_BYTES_MAX } from '../soak/table.ts'
import type { Rest } from '../soak/virtual/rest.ts'
import type { Soaked, SoakAsk } from '../soak/virtual/soak.ts'
import { Visitors } from '../soak/visitors.ts'
import { temporaryFolder } from '../support/folders.ts'
import { report, SIZE, sized } from './support/goal.ts'

const MIB = 1024 * 1024
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const SHIPS = 20
/** A release: a day. For every change: as long as ten seconds of a processor last. */
const LASTS = sized({ ci: { watches: 2, watchMs: 8 * MINUTE_MS }, release: { watches: 24, watchMs: 58 * MINUTE_MS } })
const SLOW_MACHINE_MS = sized({ ci: 180_000, release: HOUR_MS })

/** Of what it was. */
const GROWTH_MOST = 0.05
/** An hour, of the heap. */
const SLOPE_MOST = 0.01
/** Rates are counted for so many sessions at most, whether they are still in or not. */
const BUCKETS_MOST = 10_000
/** Caches that come and go hold some more or fewer. Each visit that left something behind would be one more. */
const ENTRIES_SPARE = 100

const soaked = (ask: SoakAsk): Promise<Soaked> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../soak/virtual/worker.ts', import.meta.url), { workerData: ask, execArgv: [] })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The soak ended with ${code}`)))
  })

const textOf = ({ atMs, heapBytes, entries, events, visits, counts }: Rest): string =>
  [
    `${(atMs / HOUR_MS).toFixed(2)} h: heap ${(heapBytes / MIB).toFixed(1)} MiB, ${entries} entries`,
    `${events} events, ${visits} visits, ${JSON.stringify(counts)}`,
  ].join(', ')

/** What there is more of than there was. */
const moreThan = (start: Rest, end: Rest): string => {
  const was: Readonly<Record<string, number>> = start.counts
  const more = Object.entries(end.counts).filter(([what, count]) => count > (was[what] ?? 0))
  return more.length === 0 ? 'none more' : more.map(([what, count]) => `${count} ${what}`).join(', ')
}

test(
  '[G11] ships under attack and people who come and go: whenever all rests, no more is held than before',
  async () => {
    const folder = temporaryFolder()
    const { rests, finding, attacks, orders, walBytesMost } = await soaked({ ships: SHIPS, ...LASTS, folder })
    console.log([...rests.map(textOf), `${attacks} attacks, ${orders} orders`].join('\n'))
    expect(finding).toBeNull()
    const [start, ...after] = rests
    const [warm, last] = [after[0], after.at(-1)]
    if (!start || !warm || !last) throw new Error('The soak came to no rest')
    const lasted = `${((last.atMs - start.atMs) / HOUR_MS).toFixed(1)} virtual hours × ${SHIPS} ships, ${last.visits} visits`

    // Of a day the slope decides; of less than an hour it is mostly chance.
    const growth = last.heapBytes / warm.heapBytes - 1
    report({
      ...{ goal: 'G11', name: 'heap at rest, the last against the first', target: `≤ ${GROWTH_MOST * 100} % more` },
      ...{ value: `${(growth * 100).toFixed(1)} % more, ${lasted}`, pass: growth <= GROWTH_MOST },
      decides: SIZE === 'ci',
    })
    const slope = slopePerHour(after, ({ heapBytes }) => heapBytes) / warm.heapBytes
    report({
      ...{ goal: 'G11', name: 'slope of the heap at rest', target: `≤ ${SLOPE_MOST * 100} %/h` },
      ...{ value: `${(slope * 100).toFixed(2)} %/h`, pass: slope <= SLOPE_MOST },
      decides: SIZE === 'release',
    })
    report({
      goal: 'G11',
      name: 'timers, sockets, rooms, sessions, orders that wait, whenever all rests',
      value: moreThan(start, last),
      target: 'none more',
      pass: after.every(({ counts }) => JSON.stringify(counts) === JSON.stringify(start.counts)),
    })
    const entriesMost = Math.min(last.visits - warm.visits, BUCKETS_MOST) + ENTRIES_SPARE
    const entries = last.entries - warm.entries
    report({
      ...{ goal: 'G11', name: 'entries of all maps and sets at rest, the last against the first' },
      ...{ value: `${entries} more`, target: `≤ ${entriesMost} more`, pass: entries <= entriesMost },
    })
    report({
      ...{ goal: 'G11', name: 'WAL at its largest', target: `≤ ${WAL_BYTES_MAX / MIB} MiB` },
      ...{ value: `${(walBytesMost / MIB).toFixed(1)} MiB`, pass: walBytesMost <= WAL_BYTES_MAX },
    })
  },
  SLOW_MACHINE_MS,
)

const COME_EVERY_MS = 100
const AT_ONCE = 30
/** Longer than the longest of them stays after it was told to go. */
const QUIET_MS = 40_000
const WARM_UP_MS = 60_000
const CHURN_MS = 600_000

/** Dashboards come and go; then what the server holds without any. */
const churned = async (observed: ObservedServer, visitors: Visitors, lastsMs: number): Promise<Sample> => {
  await visitors.grow(AT_ONCE)
  const endMs = performance.now() + lastsMs
  await visitors.keepChanging(COME_EVERY_MS, () => performance.now() > endMs)
  visitors.leave()
  await sleep(QUIET_MS)
  return observed.sample()
}

const HELD = ['heapBytes', 'fds', 'timers', 'sockets', 'dashboards'] as const

const churn = async (): Promise<void> => {
  const observed = await ObservedServer.start(temporaryFolder())
  onTestFinished(() => observed.server.kill())
  const visitors = new Visitors(observed.port, ['voyager', 'petrel'])
  const before = await churned(observed, visitors, WARM_UP_MS)
  const already = visitors.came
  const after = await churned(observed, visitors, CHURN_MS)
  for (const what of HELD)
    report({
      goal: 'G11',
      name: `${what} of a real server after ${visitors.came - already} dashboards`,
      value: `${before[what]} → ${after[what]}`,
      target: `≤ ${GROWTH_MOST * 100} % more`,
      pass: after[what] <= before[what] * (1 + GROWTH_MOST),
    })
  report({
    ...{ goal: 'G11', name: 'its WAL', value: `${(after.walBytes / MIB).toFixed(1)} MiB` },
    ...{ target: `≤ ${WAL_BYTES_MAX / MIB} MiB`, pass: after.walBytes <= WAL_BYTES_MAX },
  })
}

// Registered for a release alone: it lasts longer than everything else of a change together, and a skip would count.
if (SIZE === 'release')
  test(
    '[G11] a real server with ten dashboards a second that come and go holds no more after it than before',
    churn,
    WARM_UP_MS + CHURN_MS + 300_000,
  )
