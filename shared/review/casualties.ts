import type { Fact, RecordedEvent } from '../ship/events.ts'
import type { Casualty, Ship } from '../ship/state.ts'
import { courseOf, flowOf, type Followed, type Times, timesSoFar } from './casualty-course.ts'
import type { Gauge } from './gauge.ts'
import type { CasualtyCourse, CasualtyFlow } from './parts/people.ts'
import { isRestoring } from './restored.ts'
import { revealedIn } from './revealed.ts'
import type { Sight } from './review.ts'
import { stopwatch } from './stopwatch.ts'

export interface CasualtyReading {
  /** In the order in which they were reported. */
  readonly courses: readonly CasualtyCourse[]
  readonly flow: CasualtyFlow
  /** Those whom the ship's restoration has taken away. */
  readonly gone: ReadonlySet<string>
}

/** How things stand with them at an instant, for figures over time. */
export interface CasualtyTally {
  readonly waiting: number
  readonly moving: number
  readonly inBed: number
  readonly dead: number
  readonly untreatedImmediateMs: number
}

export interface CasualtyGauge extends Gauge<CasualtyReading> {
  tally(atMs: number): CasualtyTally
}

const FIRST: Readonly<Partial<Record<Fact['type'], keyof Times>>> = {
  CasualtyTriaged: 'triagedAt',
  CasualtyMoved: 'movedAt',
  CasualtyBedded: 'beddedAt',
  TreatmentBegun: 'treatedAt',
}
const ENDS: ReadonlySet<Fact['type']> = new Set(['CasualtyDied', 'CasualtyStabilised', 'CasualtyDischarged'])

const isOver = ({ status }: Casualty): boolean => status === 'dead' || status === 'discharged'

const idsIn = (event: RecordedEvent): readonly string[] =>
  'casualty' in event ? [event.casualty] : revealedIn(event, 'casualties')

/** [REV14] [REV15] [REV16] Casualties from report to outcome; what they are fated to only where the truth is told. */
export const casualtyGauge =
  (sight: Sight) =>
  (start: Ship, fromMs: number): CasualtyGauge => {
    const all: Followed[] = []
    const aboard = new Map<string, Followed>()

    const needsCareNow = ({ fate, category, status }: Casualty): boolean =>
      (sight === 'truth' ? fate.severity : category) === 'immediate' && (status === 'waiting' || status === 'moving')

    const begin = (casualty: Casualty, at: number, standing: boolean): void => {
      const one: Followed = {
        casualty,
        found: { compartment: casualty.compartment, standing, reportedAt: at },
        times: { ...timesSoFar(casualty, at) },
        untreated: stopwatch(),
        gone: false,
      }
      one.untreated.set(needsCareNow(casualty), at)
      all.push(one)
      aboard.set(casualty.id, one)
    }

    const follow = (one: Followed, casualty: Casualty, { type, at }: RecordedEvent): void => {
      one.untreated.set(needsCareNow(casualty), at)
      one.casualty = casualty
      const first = FIRST[type]
      if (first) one.times[first] ??= at
      if (ENDS.has(type)) one.times.endedAt = at
    }

    const takeAway = (at: number): void => {
      for (const one of aboard.values()) {
        one.untreated.set(false, at)
        one.gone = true
      }
      aboard.clear()
    }

    for (const casualty of Object.values(start.casualties)) if (!isOver(casualty)) begin(casualty, fromMs, true)

    return {
      take: (event, before, after) => {
        if (after.casualties === before.casualties) return
        if (isRestoring(event)) takeAway(event.at)
        for (const id of idsIn(event)) {
          const casualty = after.casualties[id]
          const one = aboard.get(id)
          if (one && casualty) follow(one, casualty, event)
          else if (casualty && !(id in before.casualties)) begin(casualty, event.at, false)
        }
      },
      tally: (atMs) => {
        const tally = { waiting: 0, moving: 0, inBed: 0, dead: 0, untreatedImmediateMs: 0 }
        for (const one of all) {
          const { status } = one.casualty
          tally.untreatedImmediateMs += one.untreated.totalAt(atMs)
          if (status === 'dead') tally.dead++
          else if (!one.gone && (status === 'waiting' || status === 'moving' || status === 'inBed')) tally[status]++
        }
        return tally
      },
      read: (_ship, atMs) => {
        const courses = all.map((one) => courseOf(one, sight, atMs))
        const gone = new Set(all.filter((one) => one.gone).map(({ casualty }) => casualty.id))
        return { courses, flow: flowOf(courses, sight), gone }
      },
    }
  }
