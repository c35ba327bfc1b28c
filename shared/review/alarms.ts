import { MINUTE_MS } from '../ship/alarm-rate.ts'
import type { Ship } from '../ship/state.ts'
import type { Gauge } from './gauge.ts'
import type { AlarmReview } from './parts/ship.ts'
import { stopwatch } from './stopwatch.ts'

/** As many offenders as are worth looking into. */
const WORST = 10

const offendersOf = (times: ReadonlyMap<string, number>, raised: number): AlarmReview['offenders'] =>
  [...times]
    .sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1))
    .slice(0, WORST)
    .map(([alarm, count]) => ({ alarm, times: count, sharePercent: (100 * count) / raised }))

/** How many there are in any minute; it is told of each as it comes. */
const minuteCounter = () => {
  const instants: number[] = []
  let first = 0
  let most = 0
  return {
    add: (at: number): void => {
      instants.push(at)
      while ((instants[first] ?? at) <= at - MINUTE_MS) first++
      most = Math.max(most, instants.length - first)
    },
    most: (): number => most,
  }
}

const standingIn = ({ alarms }: Ship): number =>
  Object.values(alarms).reduce((sum, { state }) => sum + (state === 'returned' ? 0 : 1), 0)

/** [REV20] What the alarms asked of those who had to answer them. */
export const alarmGauge = (start: Ship, fromMs: number): Gauge<AlarmReview> => {
  const byPriority = { critical: 0, warning: 0, caution: 0, advisory: 0 }
  const times = new Map<string, number>()
  const unanswered = new Set<string>()
  const inMinute = minuteCounter()
  const flood = stopwatch()
  flood.set(start.alarmRecord.floodSince !== null, fromMs)
  let raised = 0
  let acknowledged = 0
  let shelved = 0
  let floods = 0
  let mostUnacknowledged = 0
  return {
    take: (event, _before, after) => {
      flood.set(after.alarmRecord.floodSince !== null, event.at)
      mostUnacknowledged = Math.max(mostUnacknowledged, after.alarmRecord.unacknowledged)
      switch (event.type) {
        case 'AlarmRaised':
          raised++
          byPriority[event.priority]++
          times.set(event.alarm, (times.get(event.alarm) ?? 0) + 1)
          unanswered.add(event.alarm)
          inMinute.add(event.at)
          break
        case 'AlarmAcknowledged':
          acknowledged++
          unanswered.delete(event.alarm)
          break
        case 'AlarmShelved':
          shelved++
          break
        case 'AlarmFloodBegan':
          floods++
          break
        default:
      }
    },
    read: (ship, atMs) => ({
      raised,
      byPriority: { ...byPriority },
      mostInMinute: inMinute.most(),
      mostUnacknowledged,
      acknowledged,
      neverAcknowledged: unanswered.size,
      shelved,
      floods,
      floodMs: flood.totalAt(atMs),
      standing: standingIn(ship),
      offenders: offendersOf(times, raised),
    }),
  }
}
