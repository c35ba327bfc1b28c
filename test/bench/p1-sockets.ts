import { Fleet } from './fleet.ts'
import { about, type Finding } from './goals.ts'
import { ordersPerSecond } from './load.ts'
import { inTurns, median, ratio } from './measure.ts'

const DASHBOARDS = 100
const COMMANDERS = 16
const IN_FLIGHT = 256
const ROUNDS = 3
const FOR_MS = 2_000

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
  const perSecond = (name: keyof typeof rates) => `${about(median(rates[name]))} orders/s`
  const load = `${IN_FLIGHT} in flight, ${DASHBOARDS} dashboards`
  return [
    {
      goal: 'P1',
      what: `orders over sockets ÷ the same server without a disk, ${load}`,
      value: ratio(rates.durable, rates.stubbed),
      must: { atLeast: 0.6 },
      unit: '×',
      behind: `${perSecond('durable')} against ${perSecond('stubbed')}`,
    },
    {
      goal: 'P1',
      what: 'the same ÷ one commit and one frame an order',
      value: ratio(rates.durable, rates.naive),
      must: { atLeast: 10 },
      unit: '×',
      behind: `against ${perSecond('naive')}`,
    },
  ]
}
