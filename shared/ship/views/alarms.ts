import { targetOf } from '../task-id.ts'
import type { Alarm, Ship } from '../state.ts'
import { causeOf } from './alarm-suppression.ts'
import { SEVERITY_RANK, type WorkItem } from './work.ts'

export interface AlarmView extends Alarm {
  /** The alarm it follows from and is shown under; null: it stands by itself. */
  readonly under: string | null
  /** The first that its hit raised, of several. */
  readonly firstOut: boolean
  /** Work that would end it, if a crew can do any. */
  readonly task: string | null
  /** Crews on that work. */
  readonly crews: readonly string[]
}

const taskFor = (alarm: Alarm, work: readonly WorkItem[]): WorkItem | undefined => {
  const here = (kind: WorkItem['kind']) => (item: WorkItem) =>
    item.kind === kind && item.compartment === alarm.compartment
  switch (alarm.cause) {
    case 'breach':
    case 'thin-air':
    case 'field-failed':
      return work.find(here('breach'))
    case 'casualties':
      return work.find(here('casualty'))
    case 'fire':
      return work.find(here('fire'))
    case 'leak':
      return work.find(({ kind, target }) => kind === 'leak' && target === alarm.subject)
    case 'report':
      return work.find(here('place'))
    case 'system':
    case 'passage':
      return work.find((item) => targetOf(item.task).id === alarm.subject)
    default:
      return undefined
  }
}

/** [ALM10] An alarm that came alone is no news as the first. */
const isFirstOut = ({ alarmRecord: { firstOut }, alarms }: Ship, { id, hit }: Alarm): boolean =>
  hit !== null && firstOut[hit] === id && Object.values(alarms).some((other) => other.hit === hit && other.id !== id)

/** Gravest first; among equals those nobody is on, then the oldest. Returned ones wait at the end for their acknowledgement. */
export const alarmsOf = (ship: Ship, work: readonly WorkItem[]): readonly AlarmView[] =>
  Object.values(ship.alarms)
    .map((alarm) => {
      const item = taskFor(alarm, work)
      return {
        ...alarm,
        under: causeOf(ship, alarm)?.id ?? null,
        firstOut: isFirstOut(ship, alarm),
        task: item?.task ?? null,
        crews: item?.crews.map(({ crew }) => crew) ?? [],
      }
    })
    .sort(
      (a, b) =>
        Number(a.state === 'returned') - Number(b.state === 'returned') ||
        SEVERITY_RANK[a.priority] - SEVERITY_RANK[b.priority] ||
        Math.min(1, a.crews.length) - Math.min(1, b.crews.length) ||
        a.raisedAt - b.raisedAt ||
        a.sinceSeq - b.sinceSeq ||
        (a.id < b.id ? -1 : 1),
    )
