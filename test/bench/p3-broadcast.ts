import { Fleet } from './fleet.ts'
import type { Finding } from './goals.ts'
import { inBursts } from './load.ts'
import { inTurns, median, ratio } from './measure.ts'

const DASHBOARDS = 1_000
/** What a burst costs with hardly anyone watching is no cost of frames: taking the orders, writing them, answering them. */
const FEW = 10
const ROUNDS = 4
/** So long that every dashboard is asked about once whether it is still there, whenever a round begins. */
const ROUND_MS = 5_000
const FEW_MS = 1_000
const TOGETHER = 12
/** Until the code that takes orders is compiled. */
const WARM_UP = { together: 100, bursts: 20 }

interface Cost {
  /** Processor time of the server for each burst of orders, µs. */
  readonly burstUs: number
  readonly framesPerGroup: number
  readonly transactionsPerGroup: number
  readonly sentPerStored: number
}

/** What one burst after the other costs the server, by its own processor time and by exact counts. */
const cost = async (fleet: Fleet, together: number, forMs: number): Promise<Cost> => {
  const [before, had] = [await fleet.usage(), fleet.received()]
  const startedMs = performance.now()
  let events = 0
  while (performance.now() - startedMs < forMs) events += await inBursts(fleet, together, 1)
  const [after, has] = [await fleet.usage(), fleet.received()]
  const groups = after.counts.groups - before.counts.groups
  return {
    burstUs: ((after.cpuMs - before.cpuMs) * 1000 * together) / events,
    framesPerGroup: (has.frames - had.frames) / DASHBOARDS / groups,
    transactionsPerGroup: (after.counts.transactions - before.counts.transactions) / groups,
    sentPerStored: (has.bytes - had.bytes) / DASHBOARDS / (after.counts.bytes - before.counts.bytes),
  }
}

const warmUp = async (kind: 'durable' | 'bare', dashboards: number): Promise<Fleet> => {
  const fleet = await Fleet.start(kind, dashboards, 1)
  await inBursts(fleet, WARM_UP.together, WARM_UP.bursts)
  return fleet
}

export const broadcast = async (): Promise<readonly Finding[]> => {
  const ours = { few: await warmUp('durable', FEW), many: await warmUp('durable', DASHBOARDS) }
  const bare = { few: await warmUp('bare', FEW), many: await warmUp('bare', DASHBOARDS) }
  const batches: Cost[] = []
  const us = await inTurns(ROUNDS, {
    ours: async () => (await cost(ours.many, 1, ROUND_MS)).burstUs,
    oursToFew: async () => (await cost(ours.few, 1, FEW_MS)).burstUs,
    bare: async () => (await cost(bare.many, 1, ROUND_MS)).burstUs,
    bareToFew: async () => (await cost(bare.few, 1, FEW_MS)).burstUs,
    batched: async () => {
      const batch = await cost(ours.many, TOGETHER, ROUND_MS)
      batches.push(batch)
      return batch.burstUs / TOGETHER
    },
  })
  for (const fleet of [ours.few, ours.many, bare.few, bare.many]) fleet.stop()
  const frames = (many: readonly number[], few: readonly number[]) =>
    many.map((burstUs, round) => (burstUs - (few[round] ?? 0)) / (DASHBOARDS - FEW))
  const frame = { ours: frames(us.ours, us.oursToFew), bare: frames(us.bare, us.bareToFew) }
  const both = (one: readonly number[], other: readonly number[]) =>
    `${median(one).toFixed(1)} µs against ${median(other).toFixed(1)} µs`
  const toEach = (burstUs: readonly number[]) => burstUs.map((burst) => burst / DASHBOARDS)
  const exact = (of: (cost: Cost) => number) => Math.max(...batches.map(of))
  const counted = { goal: 'P3', unit: '×', behind: 'counted exactly' } as const
  return [
    {
      goal: 'P3',
      what: `processor time a frame ÷ bare io.emit, ${DASHBOARDS} dashboards`,
      value: ratio(frame.ours, frame.bare),
      must: { atMost: 1.1 },
      unit: '×',
      behind: `${both(frame.ours, frame.bare)}; with the order itself and its commit ${both(toEach(us.ours), toEach(us.bare))}`,
    },
    {
      goal: 'P3',
      what: `processor time an event, ${TOGETHER} orders together ÷ one by one`,
      value: ratio(us.batched, us.ours),
      must: { atMost: 0.15 },
      unit: '×',
      behind: both(toEach(us.batched), toEach(us.ours)),
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
