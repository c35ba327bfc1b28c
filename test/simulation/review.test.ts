import { describe, expect, test } from 'vitest'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { gaugesOf } from '#shared/review/gauges.ts'
import type { Span } from '#shared/review/parts/responses.ts'
import { passageOf } from '#shared/review/passage.ts'
import { plannedOf } from '#shared/review/planned.ts'
import { type ReviewStart, reviewOf, startReview } from '#shared/review/fold.ts'
import type { Review } from '#shared/review/review.ts'
import { diceFor } from '#shared/dice.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { BY_ITSELF, record } from '../../server/runs/record.ts'
import { builtInPlans } from '../support/built-in.ts'
import { generateShip } from '../support/generate-ship.ts'
import { randomVoyage } from '../support/voyage.ts'

const BUILT_IN_SEEDS = 40
const GENERATED_SEEDS = 100
const ORDERS = 60

interface Recording {
  readonly start: ReviewStart
  readonly events: readonly RecordedEvent[]
}

/** A random voyage as if all of it were one incident. */
const recordingOf = (plan: Plan, seed: number): Recording => {
  const { start: ship, events, until } = randomVoyage(plan, seed, ORDERS)
  const incident: IncidentSummary = {
    ...{ id: 'voyage', ship: plan.file.id, kind: 'drill', name: 'Voyage', openedSeq: 1, openedAt: 0, openedWall: '' },
    ...{ closedSeq: null, closedAt: null, imported: false },
  }
  const start: ReviewStart = { incident, ship, untilMs: until, sight: 'truth', planned: plannedOf(ship, 'all') }
  return { start, events: record(events, BY_ITSELF, '') }
}

const inSlices = ({ start, events }: Recording, seed: number): Review => {
  const dice = diceFor(seed, 'slices', 0)
  const folding = startReview(start)
  for (let from = 0; from < events.length;) {
    const to = from + dice.whole(1, 40)
    folding.take(events.slice(from, to))
    from = to
  }
  return folding.finish([])
}

/** What the instruments come to when nobody looks at them on the way. */
const unlooked = ({ start, events }: Recording) => {
  const gauges = gaugesOf(start.ship, 0, start)
  const passage = passageOf(start.ship, 0, Object.values(gauges), [], () => undefined)
  for (const event of events) passage.take(event)
  passage.passTo(start.untilMs)
  return {
    hazards: gauges.hazards.read(passage.ship, start.untilMs).courses,
    boundaries: gauges.boundaries.read(passage.ship, start.untilMs),
    exposure: gauges.exposure.read(passage.ship, start.untilMs),
    casualties: gauges.casualties.read(passage.ship, start.untilMs).courses,
    crews: gauges.crews.read(passage.ship, start.untilMs),
    power: gauges.power.read(passage.ship, start.untilMs),
    capabilities: gauges.capabilities.read(passage.ship, start.untilMs),
  }
}

const fillAll = (spans: readonly Span[], wholeMs: number): void => {
  expect(spans[0]?.fromMs ?? 0).toBe(0)
  expect(spans.at(-1)?.untilMs ?? wholeMs).toBe(wholeMs)
  for (const [i, { fromMs, untilMs }] of spans.entries()) {
    expect(untilMs).toBeGreaterThan(fromMs)
    expect(spans[i + 1]?.fromMs ?? untilMs).toBe(untilMs)
  }
}

const addsUp = ({ incident, ...review }: Review): void => {
  const { untilMs } = incident
  for (const crew of review.crews) {
    const { readyMs, enRouteMs, onSceneMs, workingMs, returningMs } = crew
    expect(readyMs + enRouteMs + onSceneMs + workingMs + returningMs).toBe(untilMs)
    fillAll(crew.segments, untilMs)
  }
  for (const { bands, lostMs, belowTopMs } of review.capabilities) {
    fillAll(bands, untilMs)
    expect(lostMs).toBeLessThanOrEqual(belowTopMs)
  }
  const { total, deathsPart, untreatedPart, thinAirPart, capabilityPart } = review.harm
  expect(total).toBeCloseTo(deathsPart + untreatedPart + thinAirPart + capabilityPart, 6)
  const { exposure, boundaries, uncrewedCritical, hazards, series } = review
  for (const kind of ['thinAirMinutes', 'fireMinutes', 'leakMinutes'] as const)
    expect(exposure[kind]).toBeCloseTo(
      exposure.compartments.reduce((sum, one) => sum + one[kind], 0),
      6,
    )
  expect(boundaries.openMs).toBe(boundaries.worst.reduce((sum, { openMs }) => sum + openMs, 0))
  expect(boundaries.openMs).toBeLessThanOrEqual(boundaries.boundaryMs)
  const alone = hazards.map(({ uncrewedCriticalMs }) => uncrewedCriticalMs)
  expect(uncrewedCritical.totalMs).toBeGreaterThanOrEqual(Math.max(0, ...alone))
  expect(uncrewedCritical.totalMs).toBeLessThanOrEqual(alone.reduce((sum, ms) => sum + ms, 0))
  for (const hazard of hazards) {
    const { beganAt, endedAt, restoredAt, criticalMs, uncrewedCriticalMs } = hazard
    const lastMs = endedAt ?? untilMs
    expect(uncrewedCriticalMs).toBeLessThanOrEqual(criticalMs)
    expect(criticalMs).toBeLessThanOrEqual(lastMs - beganAt)
    expect(restoredAt === null || restoredAt === endedAt).toBe(true)
    const { reportedAt, acknowledgedAt, dispatchedAt, departedAt, arrivedAt, workedAt, containedAt, boundedAt } = hazard
    for (const at of [
      reportedAt,
      acknowledgedAt,
      dispatchedAt,
      departedAt,
      arrivedAt,
      workedAt,
      containedAt,
      boundedAt,
    ])
      expect(at === null || (at >= beganAt && at <= lastMs)).toBe(true)
  }
  expect(series.harm.every((harm, i) => harm >= (series.harm[i - 1] ?? 0))).toBe(true)
  expect(series.harm.at(-1)).toBe(total)
  const standing = hazards.filter(({ endedAt }) => endedAt === null)
  expect(Object.values(series.hazards).reduce((sum, counts) => sum + (counts.at(-1) ?? 0), 0)).toBe(standing.length)
}

const check = (plan: Plan, seed: number): void => {
  const recording = recordingOf(plan, seed)
  const review = reviewOf(recording.start, recording.events, [])
  try {
    addsUp(review)
    expect(inSlices(recording, seed)).toEqual(review)
    expect(review).toMatchObject(unlooked(recording))
  } catch (fault) {
    throw new Error(`seed ${seed} of ${plan.file.id}`, { cause: fault })
  }
}

describe.each(builtInPlans())('%s', (_id, plan) => {
  test(`[REV1] ${BUILT_IN_SEEDS} random voyages: figures add up, in slices or looked at or not`, () => {
    for (let seed = 1; seed <= BUILT_IN_SEEDS; seed++) check(plan, seed)
  })
})

test(`[REV1] ${GENERATED_SEEDS} ships never seen before: the same`, () => {
  for (let seed = 1; seed <= GENERATED_SEEDS; seed++) check(planOf(generateShip(seed)), seed)
})
