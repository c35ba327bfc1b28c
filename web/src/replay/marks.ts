import { isReviewWord } from '#shared/review/words-said.ts'
import { describe } from '#shared/ship/describe.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { TimelineMark } from '../ui/timeline.ts'
import type { Severity } from '../ui/severity.ts'

/** The lanes of the timeline, from top to bottom. */
export const LANES = ['hits', 'alarms', 'crews', 'orders', 'casualties', 'notes'] as const
export type Lane = (typeof LANES)[number]

/** An event worth finding again on the timeline. Its severity is that of an alarm; null: no alarm colour. */
export interface Mark extends TimelineMark {
  readonly lane: Lane
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

/** Puts itself into words only when it is asked to: a long recording has more marks than anyone reads. */
class EventMark implements Mark {
  readonly at: number
  readonly lane: Lane
  readonly severity: Severity | null
  readonly #plan: Plan
  readonly #event: RecordedEvent

  constructor(plan: Plan, event: RecordedEvent, lane: Lane) {
    this.#plan = plan
    this.#event = event
    this.lane = lane
    this.at = event.type === 'NotePinned' ? event.pinnedAt : event.at
    this.severity = lane === 'orders' ? null : severityOf(event)
  }

  get text(): string {
    return describe(this.#plan, this.#event)
  }
}

/**
 * Marks in the order of time. An order is marked once, by the first event that came of it; what is said of the incident
 * is no order, and of that only a note belongs to a moment.
 */
export const marksOf = (plan: Plan, events: readonly RecordedEvent[]): readonly Mark[] => {
  const seen = new Set<string>()
  const marks: Mark[] = []
  for (const event of events) {
    const lane = LANE_OF[event.type]
    if (lane) marks.push(new EventMark(plan, event, lane))
    if (event.command === null || seen.has(event.command)) continue
    seen.add(event.command)
    if (event.by.role !== 'ship' && lane !== 'notes' && !isReviewWord(event))
      marks.push(new EventMark(plan, event, 'orders'))
  }
  return marks.sort((a, b) => a.at - b.at)
}

const severityOf = (event: RecordedEvent): Severity | null => {
  if (event.type === 'AlarmRaised') return event.priority
  return event.type === 'HitInflicted' ? 'critical' : null
}

/** Hits and critical alarms: where one wants to look first. */
export const isTurningPoint = ({ lane, severity }: Mark): boolean => lane === 'hits' || severity === 'critical'

export type LanesOfMarks = Readonly<Record<Lane, readonly Mark[]>>

/** Each lane's own, in the order of time. */
export const byLane = (marks: readonly Mark[]): LanesOfMarks => {
  const lanes: Record<Lane, Mark[]> = { hits: [], alarms: [], crews: [], orders: [], casualties: [], notes: [] }
  for (const mark of marks) lanes[mark.lane].push(mark)
  return lanes
}
