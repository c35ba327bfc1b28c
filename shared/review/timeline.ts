import { describe } from '../ship/describe.ts'
import type { Fact, RecordedEvent } from '../ship/events.ts'
import { healthAt } from '../ship/formula.ts'
import type { Ship } from '../ship/state.ts'
import type { Gauge } from './gauge.ts'
import { begunBy, restoredBy, revealedBy } from './hazard-events.ts'
import type { Moment, MomentKind } from './parts/course.ts'

/** As many as somebody scrolls through. Invented. */
const MOST_MOMENTS = 500

export interface Timeline {
  readonly moments: readonly Moment[]
  readonly leftOut: number
}

const KIND_OF: Readonly<Partial<Record<Fact['type'], MomentKind>>> = {
  HitInflicted: 'hit',
  AlertSet: 'alert',
  CoreThreatened: 'hazard',
  CoreSafe: 'hazard',
  CoreLost: 'hazard',
  CasualtyReported: 'casualty',
  CasualtyDied: 'casualty',
  CapabilityChanged: 'capability',
  CrewDispatched: 'crew',
  DamageReported: 'report',
  ReportConfirmed: 'report',
  ReportRefuted: 'report',
  LogRecorded: 'report',
  ScenarioStarted: 'scenario',
  ScenarioEnded: 'scenario',
  AlarmFloodBegan: 'alarm',
  AlarmFloodEnded: 'alarm',
  IncidentOpened: 'record',
  IncidentClosed: 'record',
  ShipRestored: 'record',
  RunModeSet: 'record',
}

/** What is ordered and tells nothing here: it changes no more than a list, makes bad worse, or is told elsewhere. */
const UNTOLD: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  ...(['AlarmAcknowledged', 'AlarmShelved', 'AlarmUnshelved', 'AlarmsSilenced'] as const),
  ...(['ClockSet', 'TaskPrioritySet', 'StepTicked', 'ReportFollowedUp', 'SystemDamaged'] as const),
  ...(['NotePinned', 'ObjectiveRated', 'ImprovementRecorded', 'StandardsSet'] as const),
])

const isHazard = (event: RecordedEvent, before: Ship): boolean => {
  if (event.type === 'SystemDamaged') return healthAt(before, event.system, event.at) >= 100
  return begunBy(before.plan, event) !== null || restoredBy(event) !== null || revealedBy(event).length > 0
}

const kindOf = (event: RecordedEvent, before: Ship): MomentKind | null => {
  if (event.type === 'InjectRun' || event.type === 'ConditionalInjectRun') return event.say === null ? null : 'scenario'
  if (isHazard(event, before)) return 'hazard'
  const isOrder = event.by.role !== 'ship' && event.cause === null && !UNTOLD.has(event.type)
  return KIND_OF[event.type] ?? (isOrder ? 'order' : null)
}

interface Told {
  readonly event: RecordedEvent
  readonly kind: MomentKind
  /** How many of its kind came before it. */
  readonly place: number
}

const bySeq = (a: Told, b: Told): number => a.event.seq - b.event.seq

/** [REV24] What happened, in words; of too much the first of each kind. */
export const timelineGauge = (start: Ship): Gauge<Timeline> => {
  const told: Told[] = []
  const counts = new Map<MomentKind, number>()
  return {
    take: (event, before) => {
      const kind = kindOf(event, before)
      if (kind === null) return
      const place = counts.get(kind) ?? 0
      counts.set(kind, place + 1)
      if (place < MOST_MOMENTS) told.push({ event, kind, place })
    },
    read: () => {
      const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
      const kept = told
        .toSorted((a, b) => a.place - b.place || bySeq(a, b))
        .slice(0, MOST_MOMENTS)
        .sort(bySeq)
      const moments = kept.map(({ event, kind }) => {
        const { at, seq, by } = event
        return { at, seq, kind, text: describe(start.plan, event), by: by.name }
      })
      return { moments, leftOut: all - moments.length }
    },
  }
}
