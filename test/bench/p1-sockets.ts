import { Fleet } from './fleet.ts'
import { about, type Finding } from './goals.ts'
import { ordersPerSecond } from './load.ts'
import { inTurns, median, ratio } from './measure.ts'

const DASHBOARDS = 100
const COMMANDERS = 16
const IN_FLIGHT = 256
const ROUNDS = 5
const FOR_MS = 2_000

const SLOW_SYNC_MS = 2
const LOAD = `${IN_FLIGHT} in flight, ${DASHBOARDS} dashboards`

const perSecond = (rates: readonly number[]) => `${about(median(rates))} orders/s`

/** Orders over sockets, durable before they are acknowledged: against no disk at all, and against the obvious way. */
export const ordersOverSockets = async (): Promise<readonly Finding[]> => {
  const durable = await Fleet.start('durable', DASHBOARDS, COMMANDERS)
  const stubbed = await Fleet.start('stubbed', DASHBOARDS, COMMANDERS)
  const naive = await Fleet.start('naive', DASHBOARDS, COMMANDERS)
  const rates = await inTurns(ROUNDS, {
    durable: () => ordersPerSecond(durable, IN_FLIGHT, FOR_MS),
    stubbed: () => ordersPerSecond(stubbed, IN_FLIGHT, FOR_MS),
    naive: () => ordersPerSecond(naive, IN_FLIGHT, FOR_MS),
  })
  for (const fleet of [durable, stubbed, naive]) fleet.stop()
  return [
    {
      goal: 'P1',
      what: `orders over sockets ÷ the same server without a disk, ${LOAD}`,
      value: ratio(rates.durable, rates.stubbed),
      must: { atLeast: 0.6 },
      unit: '×',
      behind: `${perSecond(rates.durable)} against ${perSecond(rates.stubbed)}`,
    },
    {
      goal: 'P1',
      what: 'the same ÷ one commit and one frame an order',
      value: ratio(rates.durable, rates.naive),
      must: { atLeast: 10 },
      unit: '×',
      behind: `against ${perSecond(rates.naive)}`,
    },
    await onSlowDisk(),
  ]
}

const onSlowDisk = async (): Promise<Finding> => {
  const grouped = await Fleet.start('durable', DASHBOARDS, COMMANDERS, { syncMs: SLOW_SYNC_MS })
  const naive = await Fleet.start('naive', DASHBOARDS, COMMANDERS, { syncMs: SLOW_SYNC_MS })
  const rates = await inTurns(ROUNDS, {
    grouped: () => ordersPerSecond(grouped, IN_FLIGHT, FOR_MS),
    naive: () => ordersPerSecond(naive, IN_FLIGHT, FOR_MS),
  })
  for (const fleet of [grouped, naive]) fleet.stop()
  return {
    goal: 'P1',
    what: `orders over sockets ÷ one commit and one frame an order, on a disk of ${SLOW_SYNC_MS} ms a sync`,
    value: ratio(rates.grouped, rates.naive),
    must: { atLeast: 40 },
    unit: '×',
    behind: `${perSecond(rates.grouped)} against ${perSecond(rates.naive)}`,
  }
}
