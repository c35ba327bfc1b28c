import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { startReview } from '#shared/review/fold.ts'
import { plannedOf } from '#shared/review/planned.ts'
import type { Review } from '#shared/review/review.ts'
import { scriptOf } from '#shared/scenario-file/script-of.ts'
import { readScenarioFile } from '#shared/scenario-file/read.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { nearest } from '#shared/ship/policy.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import { evolve } from '#shared/ship/evolve.ts'
import { BY_ITSELF, record } from '../../server/runs/record.ts'
import { simulate } from '../../server/simulate.ts'
import { builtInPlan } from './built-in.ts'
import { seedFile } from './seed-files.ts'

const WALL = '2026-11-22T18:30:00.000Z'
const DISPATCHER = { by: { role: 'operations', name: 'Dispatcher' }, command: null } as const

export interface ReviewedAttack {
  readonly review: Review
  readonly plan: Plan
}

/** A built-in scenario played to its end with the plain dispatcher, and its review in truth. */
export const reviewOfAttack = (scenario: string): ReviewedAttack => {
  const read = readScenarioFile(seedFile('scenarios', scenario))
  if (!read.ok) throw new Error(`${scenario}: ${JSON.stringify(read.error)}`)
  const plan = builtInPlan(read.value.ship)
  const start = newShip(plan)
  const events = recordedEvents(start, { scenario, script: scriptOf(read.value), at: 0 })
  const opening = events.findIndex(({ type }) => type === 'IncidentOpened')
  const before = events.slice(0, opening).reduce<Ship>(evolve, start)
  const untilMs = events.at(-1)?.at ?? 0
  const review = startReview({
    incident: incidentOf(plan, events),
    ship: before,
    untilMs,
    sight: 'truth',
    planned: plannedOf(before, 'all'),
  })
  review.take(events.slice(opening))
  return { review: review.finish([]), plan }
}

const recordedEvents = (start: Ship, exercise: Parameters<typeof simulate>[1]): readonly RecordedEvent[] =>
  [...simulate(start, exercise, nearest)].flatMap(({ events, command }) =>
    record(events, command === null ? BY_ITSELF : { ...DISPATCHER, command: command.id }, WALL),
  )

const incidentOf = (plan: Plan, events: readonly RecordedEvent[]): IncidentSummary => {
  const opened = events.find((event) => event.type === 'IncidentOpened')
  const closed = events.find(({ type }) => type === 'IncidentClosed')
  if (!opened) throw new Error('the scenario opened no incident')
  const { incident: id, kind, name, seq, at, wall } = opened
  return {
    ...{ id, kind, name, ship: plan.file.id },
    ...{ openedSeq: seq, openedAt: at, openedWall: wall },
    ...{ closedSeq: closed?.seq ?? null, closedAt: closed?.at ?? null, imported: false },
  }
}
