import { type AlarmGroup, type AlarmList, isWaiting } from '#shared/ship/views/alarm-list.ts'
import type { AlarmView } from '#shared/ship/views/alarms.ts'
import { isPending, type Orders } from './orders.ts'

/** As many as a board shows at once; the rest is one press away. */
const MOST_GROUPS = 7

/** What is drawn of the list, and what is not. */
export interface AlarmRows {
  readonly groups: readonly AlarmGroup[]
  readonly more: number
}

/** What has been opened from the list: a dialog, or one alarm. */
export type OpenedAlarms = { readonly dialog: 'shelf' | 'figures' } | { readonly alarm: string }

/**
 * The groups in the order in which they were held: under a pointer nothing changes its place, what is new comes last;
 * until there is nothing left to acknowledge under it.
 */
const inHeldOrder = (groups: readonly AlarmGroup[], held: readonly string[] | null): readonly AlarmGroup[] => {
  const byHead = new Map(groups.map((group) => [group.head.id, group]))
  const first = held?.flatMap((id) => byHead.get(id) ?? []) ?? []
  if (held === null || !first.some(isWaiting)) return groups
  return [...first, ...groups.filter(({ head }) => !held.includes(head.id))]
}

const isUrgent = ({ head: { priority } }: AlarmGroup): boolean => priority === 'critical' || priority === 'warning'

/** The gravest; in a flood none below a warning. `all` has every one of them. */
export const alarmRowsOf = (list: AlarmList, all: boolean, held: readonly string[] | null): AlarmRows => {
  const groups = inHeldOrder(list.groups, held)
  if (all) return { groups, more: 0 }
  const shown = (list.flood ? groups.filter(isUrgent) : groups).slice(0, MOST_GROUPS)
  return { groups: shown, more: groups.length - shown.length }
}

/** The next to be acknowledged: from the top down, each with its consequences, but none that is being acknowledged. */
export const nextToAcknowledge = ({ groups }: AlarmList, orders: Orders | null): AlarmView | undefined =>
  groups
    .flatMap(({ head, consequences }) => [head, ...consequences])
    .find((alarm) => alarm.state !== 'acknowledged' && !isPending(orders, acknowledgement(alarm)))

export const acknowledgement = ({ id }: AlarmView) => ({ type: 'AcknowledgeAlarm', alarm: id }) as const
