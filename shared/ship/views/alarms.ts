import { taskId, type TaskKind } from '../task-id.ts'
import type { Alarm, AlarmCause, Ship } from '../state.ts'
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

const KIND_HERE: Readonly<Partial<Record<AlarmCause, TaskKind>>> = {
  breach: 'breach',
  'thin-air': 'breach',
  'field-failed': 'breach',
  casualties: 'casualty',
  fire: 'fire',
  report: 'place',
}

/** Finds the first work of a list that would end an alarm: of a kind in its compartment, or on its subject. */
const finderIn = (work: readonly WorkItem[]): ((alarm: Alarm) => WorkItem | undefined) => {
  const byTask = new Map(work.map((item) => [item.task, item]))
  const byPlace = new Map(work.toReversed().map((item) => [`${item.kind} ${item.compartment}`, item]))
  return ({ cause, compartment, subject }) => {
    if (cause === 'leak' || cause === 'system' || cause === 'passage') return byTask.get(taskId(cause, subject ?? ''))
    return byPlace.get(`${KIND_HERE[cause]} ${compartment}`)
  }
}

/** [ALM10] An alarm that came alone is no news as the first. */
const isFirstOut = ({ alarmRecord: { firstOut }, alarms }: Ship, { id, hit }: Alarm): boolean =>
  hit !== null && firstOut[hit] === id && Object.values(alarms).some((other) => other.hit === hit && other.id !== id)

/** Gravest first; among equals those nobody is on, then the oldest. Returned ones wait at the end for their acknowledgement. */
export const alarmsOf = (ship: Ship, work: readonly WorkItem[]): readonly AlarmView[] => {
  const taskFor = finderIn(work)
  return Object.values(ship.alarms)
    .map((alarm) => {
      const item = taskFor(alarm)
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
}
