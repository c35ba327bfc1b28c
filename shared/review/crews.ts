import type { RecordedEvent } from '../ship/events.ts'
import { fatigueAt } from '../ship/formula.ts'
import { known } from '../ship/records.ts'
import type { CrewState, Ship } from '../ship/state.ts'
import type { CrewStatus } from '../ship/terms.ts'
import type { Gauge } from './gauge.ts'
import type { CrewSegment, CrewUse } from './parts/people.ts'
import { isRestoring } from './restored.ts'
import { type Stopwatch, stopwatch } from './stopwatch.ts'
import { append } from './stretches.ts'

/** One crew as the gauge goes along with it. */
interface Followed {
  readonly segments: CrewSegment[]
  /** Since when it has been in its status, at its task. */
  sinceMs: number
  readonly amber: Stopwatch
  readonly red: Stopwatch
  mostFatigueMinutes: number
  readonly orders: { dispatches: number; recalls: number; halts: number }
}

const COUNTED = { CrewDispatched: 'dispatches', CrewRecalled: 'recalls', CrewHalted: 'halts' } as const

const isAlike = (a: CrewSegment, b: CrewSegment): boolean => a.status === b.status && a.task === b.task

const timeIn = (segments: readonly CrewSegment[], status: CrewStatus): number =>
  segments.reduce((sum, one) => sum + (one.status === status ? one.untilMs - one.fromMs : 0), 0)

const useOf = (ship: Ship, id: string, crew: Followed, { fromMs, atMs }: { fromMs: number; atMs: number }): CrewUse => {
  const { status, task, fatigue, hurt } = known(ship.crews[id], id)
  const segments = [...crew.segments]
  append(segments, { fromMs: crew.sinceMs, untilMs: atMs, status, task }, isAlike)
  const readyMs = timeIn(segments, 'ready')
  const allMs = atMs - fromMs
  return {
    crew: id,
    name: ship.plan.crews.get(id)?.name ?? id,
    readyMs,
    enRouteMs: timeIn(segments, 'enRoute'),
    onSceneMs: timeIn(segments, 'onScene'),
    workingMs: timeIn(segments, 'working'),
    returningMs: timeIn(segments, 'returning'),
    usePercent: allMs === 0 ? 0 : (100 * (allMs - readyMs)) / allMs,
    ...crew.orders,
    mostFatigueMinutes: Math.max(crew.mostFatigueMinutes, fatigueAt(fatigue, atMs)),
    amberMs: crew.amber.totalAt(atMs),
    redMs: crew.red.totalAt(atMs),
    hurt,
    segments,
  }
}

/** The crews that an event may be about: a restoration is about all. */
const idsIn = (event: RecordedEvent, { plan }: Ship): Iterable<string> => {
  if (isRestoring(event)) return plan.crews.keys()
  return 'crew' in event && event.crew !== null ? [event.crew] : []
}

/** [REV17] [REV18] Where the crews' time went, and what it did to them; in the order of the ship file. */
export const crewGauge = (start: Ship, fromMs: number): Gauge<readonly CrewUse[]> => {
  const crews = new Map<string, Followed>()

  const setTired = ({ amber, red }: Followed, { tired }: CrewState, at: number): void => {
    amber.set(tired === 'amber', at)
    red.set(tired === 'red', at)
  }

  const change = (crew: Followed, was: CrewState, is: CrewState, at: number): void => {
    const { status, task, fatigue } = was
    // Between two events it grows or falls in a straight line: the most is right before or right after one about the crew.
    crew.mostFatigueMinutes = Math.max(crew.mostFatigueMinutes, fatigueAt(fatigue, at), fatigueAt(is.fatigue, at))
    setTired(crew, is, at)
    if (status === is.status && task === is.task) return
    append(crew.segments, { fromMs: crew.sinceMs, untilMs: at, status, task }, isAlike)
    crew.sinceMs = at
  }

  for (const id of start.plan.crews.keys()) {
    const state = known(start.crews[id], id)
    const crew: Followed = {
      segments: [],
      sinceMs: fromMs,
      amber: stopwatch(),
      red: stopwatch(),
      mostFatigueMinutes: fatigueAt(state.fatigue, fromMs),
      orders: { dispatches: 0, recalls: 0, halts: 0 },
    }
    setTired(crew, state, fromMs)
    crews.set(id, crew)
  }

  return {
    take: (event, before, after) => {
      for (const id of idsIn(event, after)) {
        const crew = known(crews.get(id), id)
        if (event.type in COUNTED) crew.orders[COUNTED[event.type as keyof typeof COUNTED]]++
        change(crew, known(before.crews[id], id), known(after.crews[id], id), event.at)
      }
    },
    read: (ship, atMs) => [...crews].map(([id, crew]) => useOf(ship, id, crew, { fromMs, atMs })),
  }
}
