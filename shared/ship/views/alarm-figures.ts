import { lastMinute } from '../alarm-rate.ts'
import type { AlarmCause, Ship } from '../state.ts'

/** As many offenders as are worth looking into. */
const WORST = 10

export interface AlarmFigures {
  /** How often any alarm was raised, again included. */
  readonly raised: number
  /** New in the last minute, and most there ever were in a minute. */
  readonly inMinute: number
  readonly mostInMinute: number
  readonly floods: number
  readonly unacknowledged: number
  readonly mostUnacknowledged: number
  /** Those raised most often, and what share of all raised they are, %. */
  readonly offenders: readonly Offender[]
}

export interface Offender {
  readonly alarm: string
  readonly cause: AlarmCause
  /** The compartment or thing it is about; "ship" where it is about all of her. */
  readonly about: string
  readonly times: number
  readonly sharePercent: number
}

/** [ALM12] What the alarms have been like since the ship was last whole. Worst offenders: EEMUA 191, "bad actors". */
export const alarmFiguresOf = ({ alarmRecord }: Ship, at: number): AlarmFigures => {
  const { raised, recent, mostInMinute, floods, unacknowledged, mostUnacknowledged, counts } = alarmRecord
  const offenders = Object.entries(counts)
    .sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1))
    .slice(0, WORST)
    .map(([alarm, times]) => {
      const split = alarm.indexOf('@')
      const cause = alarm.slice(0, split) as AlarmCause // as alarmId puts them together
      return { alarm, cause, about: alarm.slice(split + 1), times, sharePercent: (times / raised) * 100 }
    })
  return {
    raised,
    inMinute: lastMinute(recent, at).length,
    mostInMinute,
    floods,
    unacknowledged,
    mostUnacknowledged,
    offenders,
  }
}
