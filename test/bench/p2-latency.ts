import { Fleet } from './fleet.ts'
import { figure, type Finding } from './goals.ts'
import { atRate, type Latencies } from './load.ts'
import { inTurns, median, quantile, ratio } from './measure.ts'

const COMMANDERS = 16
const ROUNDS = 3
const FOR_MS = 2_000
const BUSY_PER_S = 1_000
const CALM_PER_S = 100
const FEW = 10
const MANY = 1_000

const p99 = (values: readonly number[]): number => quantile(values, 0.99)

/** How long an order takes until it is acknowledged, and until it is on a dashboard. */
export const latency = async (): Promise<readonly Finding[]> => [...(await underLoad()), await withMoreDashboards()]

const underLoad = async (): Promise<readonly Finding[]> => {
  const durable = await Fleet.start('durable', 100, COMMANDERS)
  const stubbed = await Fleet.start('stubbed', 100, COMMANDERS)
  const measured: Latencies[] = []
  const ackP99 = await inTurns(ROUNDS, {
    durable: async () => {
      const latencies = await atRate(durable, BUSY_PER_S, FOR_MS)
      measured.push(latencies)
      return p99(latencies.ackMs)
    },
    stubbed: async () => p99((await atRate(stubbed, BUSY_PER_S, FOR_MS)).ackMs),
  })
  for (const fleet of [durable, stubbed]) fleet.stop()
  const shown = (share: number) => median(measured.slice(1).map(({ shownMs }) => quantile(shownMs, share)))
  const both = (values: readonly number[]) => figure(median(values), 'ms')
  return [
    {
      goal: 'P2',
      what: `ack p99 ÷ the same server without a disk, ${BUSY_PER_S} orders/s, 100 dashboards`,
      value: ratio(ackP99.durable, ackP99.stubbed),
      must: { atMost: 2 },
      unit: '×',
      behind: `${both(ackP99.durable)} against ${both(ackP99.stubbed)}`,
    },
    { ...onScreen('p50', shown(0.5)), must: { atMost: 5 } },
    { ...onScreen('p99', shown(0.99)), must: { atMost: 20 } },
  ]
}

const onScreen = (quantile: string, value: number) => ({
  goal: 'P2',
  what: `order to dashboard, ${quantile}, at the same load`,
  value,
  unit: 'ms' as const,
  behind: 'absolute: holds on a quiet machine and disk only',
})

const withMoreDashboards = async (): Promise<Finding> => {
  const few = await Fleet.start('durable', FEW, COMMANDERS)
  const many = await Fleet.start('durable', MANY, COMMANDERS)
  const p50 = async (fleet: Fleet) => median((await atRate(fleet, CALM_PER_S, FOR_MS)).ackMs)
  const acks = await inTurns(ROUNDS, { few: () => p50(few), many: () => p50(many) })
  for (const fleet of [few, many]) fleet.stop()
  return {
    goal: 'P2',
    what: `ack p50, ${MANY} dashboards ÷ ${FEW}, ${CALM_PER_S} orders/s`,
    value: ratio(acks.many, acks.few),
    must: { atMost: 2 },
    unit: '×',
    behind: `${figure(median(acks.many), 'ms')} against ${figure(median(acks.few), 'ms')}`,
  }
}
