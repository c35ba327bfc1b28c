import { Fleet } from './fleet.ts'
import type { Finding } from './goals.ts'
import { inBursts } from './load.ts'
import { inTurns, median, ratio } from './measure.ts'

const DASHBOARDS = 1_000
const ROUNDS = 3
const BURSTS = 40
const TOGETHER = 12

interface Cost {
  /** Processor time of the server for each frame that a dashboard received, and for each event in them, µs. */
  readonly frameUs: number
  readonly eventUs: number
  readonly framesPerGroup: number
  readonly transactionsPerGroup: number
  readonly sentPerStored: number
}

/** What one burst after the other costs the server, by its own processor time and by exact counts. */
const cost = async (fleet: Fleet, together: number): Promise<Cost> => {
  const [before, had] = [await fleet.usage(), fleet.received()]
  const events = await inBursts(fleet, together, BURSTS)
  const [after, has] = [await fleet.usage(), fleet.received()]
  const cpuUs = (after.cpuMs - before.cpuMs) * 1000
  const frames = has.frames - had.frames
  const groups = after.counts.groups - before.counts.groups
  return {
    frameUs: cpuUs / frames,
    eventUs: cpuUs / (events * DASHBOARDS),
    framesPerGroup: frames / DASHBOARDS / groups,
    transactionsPerGroup: (after.counts.transactions - before.counts.transactions) / groups,
    sentPerStored: (has.bytes - had.bytes) / DASHBOARDS / (after.counts.bytes - before.counts.bytes),
  }
}

export const broadcast = async (): Promise<readonly Finding[]> => {
  const durable = await Fleet.start('durable', DASHBOARDS, 1)
  const bare = await Fleet.start('bare', DASHBOARDS, 1)
  const batches: Cost[] = []
  const us = await inTurns(ROUNDS, {
    frame: async () => (await cost(durable, 1)).frameUs,
    bareFrame: async () => (await cost(bare, 1)).frameUs,
    batched: async () => {
      const batch = await cost(durable, TOGETHER)
      batches.push(batch)
      return batch.eventUs
    },
  })
  for (const fleet of [durable, bare]) fleet.stop()
  const both = (one: readonly number[], other: readonly number[]) =>
    `${median(one).toFixed(1)} µs against ${median(other).toFixed(1)} µs`
  const exact = (of: (cost: Cost) => number) => Math.max(...batches.map(of))
  const counted = { goal: 'P3', unit: '×', behind: 'counted exactly' } as const
  return [
    {
      goal: 'P3',
      what: `processor time a frame ÷ bare io.emit, ${DASHBOARDS} dashboards`,
      value: ratio(us.frame, us.bareFrame),
      must: { atMost: 1.1 },
      unit: '×',
      behind: both(us.frame, us.bareFrame),
    },
    {
      goal: 'P3',
      what: `processor time an event, ${TOGETHER} orders together ÷ one by one`,
      value: ratio(us.batched, us.frame),
      must: { atMost: 0.15 },
      unit: '×',
      behind: both(us.batched, us.frame),
    },
    {
      ...counted,
      what: 'transactions a group',
      value: exact((cost) => cost.transactionsPerGroup),
      must: { atMost: 1.05 },
    },
    {
      ...counted,
      what: 'frames a group and dashboard',
      value: exact((cost) => cost.framesPerGroup),
      must: { atMost: 1 },
    },
    {
      ...counted,
      what: 'bytes sent to a dashboard ÷ stored',
      value: exact((cost) => cost.sentPerStored),
      must: { atMost: 1.1 },
    },
  ]
}
