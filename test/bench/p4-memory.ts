import { setTimeout as sleep } from 'node:timers/promises'
import type { Finding } from './goals.ts'
import { Fleet } from './fleet.ts'
import type { Kind } from './child.ts'
import { inBursts } from './load.ts'

/** As many as are let in [LIM2], beside the one who gives orders. */
const DASHBOARDS = 1_999
const BEFORE = 100
const CHANGES = 20
const SETTLE_MS = 1_000

interface Cost {
  /** Each more dashboard takes so much of what is not garbage, and of the process in all. */
  readonly usedBytes: number
  readonly residentBytes: number
  /** Bytes that a dashboard is sent for a change. */
  readonly sentBytes: number
}

const costOf = async (kind: Kind): Promise<Cost> => {
  const fleet = await Fleet.start(kind, BEFORE, 1)
  await inBursts(fleet, 1, CHANGES) // until the code is compiled and buffers have their size
  await sleep(SETTLE_MS)
  const before = await fleet.memory()
  await fleet.grow(DASHBOARDS)
  await sleep(SETTLE_MS)
  const after = await fleet.memory()
  const had = fleet.received()
  await inBursts(fleet, 1, CHANGES)
  await sleep(SETTLE_MS)
  const { bytes } = fleet.received()
  fleet.stop()
  const more = DASHBOARDS - BEFORE
  return {
    usedBytes: (after.usedBytes - before.usedBytes) / more,
    residentBytes: (after.residentBytes - before.residentBytes) / more,
    sentBytes: (bytes - had.bytes) / CHANGES / DASHBOARDS,
  }
}

const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`

/** What a dashboard costs the server that has nothing to tell it. */
export const memory = async (): Promise<readonly Finding[]> => {
  const [ours, bare] = [await costOf('stubbed'), await costOf('bare')]
  const dashboards = `${DASHBOARDS.toLocaleString('en')} dashboards`
  return [
    {
      goal: 'P4',
      what: `memory a dashboard ÷ bare socket.io, ${dashboards}`,
      value: ours.usedBytes / bare.usedBytes,
      must: { atMost: 1.3 },
      unit: '×',
      behind: `${kib(ours.usedBytes)} against ${kib(bare.usedBytes)}; of the process ${kib(ours.residentBytes)} against ${kib(bare.residentBytes)}`,
    },
    {
      goal: 'P4',
      what: 'bytes of a change, a dashboard',
      value: ours.sentBytes,
      must: { atMost: 400 },
      unit: 'B',
      behind: `a note; ${dashboards} in one process; no more than 2,000 are let in [LIM2]`,
    },
  ]
}
