import { lastMinute } from '../alarm-rate.ts'
import type { Ship } from '../state.ts'
import { alarmsOf, type AlarmView } from './alarms.ts'
import { SEVERITY_RANK, workOf } from './work.ts'

/** An alarm, and what follows from it. */
export interface AlarmGroup {
  readonly head: AlarmView
  readonly consequences: readonly AlarmView[]
}

/** The alarms as a person looks at them. */
export interface AlarmList {
  readonly groups: readonly AlarmGroup[]
  /** Put aside for a while, soonest back first. */
  readonly shelved: readonly AlarmView[]
  readonly flood: boolean
  /** New in the last minute. */
  readonly inMinute: number
  /** In the groups and on the shelf. */
  readonly standing: number
  readonly unacknowledged: number
}

const backFirst = (a: AlarmView, b: AlarmView): number => (a.shelved?.until ?? 0) - (b.shelved?.until ?? 0)

/** Whether anything in a group still has to be acknowledged. */
export const isWaiting = ({ head, consequences }: AlarmGroup): boolean =>
  [head, ...consequences].some(({ state }) => state !== 'acknowledged')

/** [ALM13] Gravest first; among those, what still has to be acknowledged. */
const byNeed = (a: AlarmGroup, b: AlarmGroup): number =>
  SEVERITY_RANK[a.head.priority] - SEVERITY_RANK[b.head.priority] || Number(isWaiting(b)) - Number(isWaiting(a))

const groupsOf = (alarms: readonly AlarmView[]): readonly AlarmGroup[] => {
  const under = new Map<string, AlarmView[]>()
  for (const alarm of alarms) {
    if (alarm.under !== null) under.set(alarm.under, [...(under.get(alarm.under) ?? []), alarm])
  }
  return alarms
    .filter((alarm) => alarm.under === null)
    .map((head) => ({ head, consequences: under.get(head.id) ?? [] }))
    .sort(byNeed)
}

/** [ALM6] [ALM8] [ALM11] Every alarm there is, once: under its cause, by itself, or on the shelf. */
export const alarmListOf = (ship: Ship, at: number): AlarmList => {
  const all = alarmsOf(ship, workOf(ship, at))
  return {
    groups: groupsOf(all.filter(({ shelved }) => shelved === null)),
    shelved: all.filter(({ shelved }) => shelved !== null).sort(backFirst),
    flood: ship.alarmRecord.floodSince !== null,
    inMinute: lastMinute(ship.alarmRecord.recent, at).length,
    standing: all.length,
    unacknowledged: ship.alarmRecord.unacknowledged,
  }
}
