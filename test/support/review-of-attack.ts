import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { startReview } from '#shared/review/fold.ts'
import { headlineOf } from '#shared/review/headline.ts'
import { plannedOf } from '#shared/review/planned.ts'
import type { Review } from '#shared/review/review.ts'
import { type Trend, trendOf } from '#shared/review/trend.ts'
import { readScenarioFile } from '#shared/scenario-file/read.ts'
import { scriptOf } from '#shared/scenario-file/script-of.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { evolve } from '#shared/ship/evolve.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { nearest } from '#shared/ship/policy.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import { BY_ITSELF, record } from '../../server/runs/record.ts'
import { type Exercise, simulate } from '../../server/simulate.ts'
import { builtInPlan } from './built-in.ts'
import { seedFile } from './seed-files.ts'

const FIRST_WALL_MS = Date.parse('2026-11-22T18:30:00Z')
const DAY_MS = 86_400_000
const DISPATCHER = { role: 'operations', name: 'Dispatcher' } as const

export interface ReviewedAttack {
  readonly review: Review
  readonly trend: Trend | null
  readonly plan: Plan
}

interface Fought {
  readonly review: Review
  /** The ship after it. */
  readonly ship: Ship
}

/** Built-in scenarios of one ship, one after another to their ends under the plain dispatcher; the last of them reviewed in truth. */
export const reviewOfAttack = (...scenarios: readonly string[]): ReviewedAttack => {
  const files = scenarios.map((scenario) => {
    const read = readScenarioFile(seedFile('scenarios', scenario))
    if (!read.ok) throw new Error(`${scenario}: ${JSON.stringify(read.error)}`)
    return read.value
  })
  const plan = builtInPlan(files[0]?.ship ?? '')
  const fought = files.reduce<readonly Fought[]>((before, file) => {
    const ship = before.at(-1)?.ship ?? newShip(plan)
    const at = ship.at + (file.afterDays ?? 0) * DAY_MS
    return [...before, fight(ship, { scenario: file.id, script: scriptOf(file), at })]
  }, [])
  const reviews = fought.map(({ review }) => review)
  const review = reviews.at(-1)
  if (!review) throw new Error('no attack to review')
  return { review, trend: trendOf(reviews.map(headlineOf), review.incident.id), plan }
}

const fight = (whole: Ship, exercise: Exercise): Fought => {
  const events = recordedEvents(whole, exercise)
  const opening = events.findIndex(({ type }) => type === 'IncidentOpened')
  const closing = events.findIndex(({ type }) => type === 'IncidentClosed')
  const ship = events.slice(0, opening).reduce<Ship>(evolve, whole)
  const incident = incidentOf(whole.plan, events)
  const folding = startReview({
    ...{ incident, ship, untilMs: incident.closedAt ?? 0 },
    ...{ sight: 'truth', planned: plannedOf(ship, 'all') },
  })
  folding.take(events.slice(opening, closing + 1))
  return { review: folding.finish([]), ship: events.reduce<Ship>(evolve, whole) }
}

const recordedEvents = (ship: Ship, exercise: Exercise): readonly RecordedEvent[] =>
  [...simulate(ship, exercise, nearest)].flatMap(({ events, command }) => {
    const origin = command === null ? BY_ITSELF : { by: DISPATCHER, command: command.id }
    return events.flatMap((event) => record([event], origin, new Date(FIRST_WALL_MS + event.at).toISOString()))
  })

const incidentOf = (plan: Plan, events: readonly RecordedEvent[]): IncidentSummary => {
  const opened = events.find((event) => event.type === 'IncidentOpened')
  const closed = events.find(({ type }) => type === 'IncidentClosed')
  if (!opened || !closed) throw new Error('the scenario opened or closed no incident')
  const { incident: id, kind, name, seq, at, wall } = opened
  return {
    ...{ id, kind, name, ship: plan.file.id, imported: false },
    ...{ openedSeq: seq, openedAt: at, openedWall: wall },
    ...{ closedSeq: closed.seq, closedAt: closed.at },
  }
}
