import { describe } from '#shared/ship/describe.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { AlarmPriority } from '#shared/ship/state.ts'

/** The lanes of the timeline, from top to bottom. */
export const LANES = ['hits', 'alarms', 'crews', 'orders', 'casualties', 'notes'] as const
export type Lane = (typeof LANES)[number]

/** An event worth finding again on the timeline. */
export interface Mark {
  readonly at: number
  readonly lane: Lane
  /** Of an alarm; null: no alarm colour. */
  readonly priority: AlarmPriority | null
  readonly text: string
}

const LANE_OF: Partial<Record<RecordedEvent['type'], Lane>> = {
  HitInflicted: 'hits',
  AlarmRaised: 'alarms',
  CrewDispatched: 'crews',
  CrewArrived: 'crews',
  CrewHalted: 'crews',
  CrewReady: 'crews',
  CasualtyReported: 'casualties',
  CasualtyBedded: 'casualties',
  CasualtyStabilised: 'casualties',
  CasualtyDied: 'casualties',
  LogRecorded: 'notes',
  NotePinned: 'notes',
}

/** Marks in the order of time. An order is marked once, by the first event that came of it; a note is not marked as an order too. */
export const marksOf = (plan: Plan, events: readonly RecordedEvent[]): readonly Mark[] => {
  const seen = new Set<string>()
  const marks = events.flatMap((event): readonly Mark[] => {
    const first = event.command !== null && event.by.role !== 'ship' && !seen.has(event.command)
    if (event.command !== null) seen.add(event.command)
    const lane = LANE_OF[event.type]
    const lanes: readonly Lane[] = [...(lane ? [lane] : []), ...(first && lane !== 'notes' ? ['orders' as const] : [])]
    if (lanes.length === 0) return []
    const at = event.type === 'NotePinned' ? event.pinnedAt : event.at
    const text = describe(plan, event)
    return lanes.map((lane) => ({ at, lane, priority: lane === 'orders' ? null : priorityOf(event), text }))
  })
  return marks.sort((a, b) => a.at - b.at)
}

const priorityOf = (event: RecordedEvent): AlarmPriority | null => {
  if (event.type === 'AlarmRaised') return event.priority
  return event.type === 'HitInflicted' ? 'critical' : null
}

/** Hits and critical alarms: where one wants to look first. */
export const isTurningPoint = ({ lane, priority }: Mark): boolean => lane === 'hits' || priority === 'critical'

/** The next instant at which something of a list stands, strictly after; null: none. The list is in the order of time. */
export const nextAt = (list: readonly { readonly at: number }[], at: number): number | null =>
  list.find((one) => one.at > at)?.at ?? null

export const previousAt = (list: readonly { readonly at: number }[], at: number): number | null =>
  list.findLast((one) => one.at < at)?.at ?? null
