import { describe, expect, test } from 'vitest'
import type { ResponseTimes } from '#shared/review/parts/responses.ts'
import { percentile } from '#shared/review/percentile.ts'
import { type CasesByMeasure } from '#shared/review/response-cases.ts'
import { responseTimes } from '#shared/review/responses.ts'
import type { Review } from '#shared/review/review.ts'
import { DEFAULT_STANDARDS } from '#shared/review/standards.ts'
import type { ResponseMeasure } from '#shared/ship/terms.ts'
import { drilled, reviewOfDrill } from '../support/drill.ts'
import { after, type Step } from '../support/given.ts'
import {
  acknowledge,
  beam,
  breach,
  damage,
  declareDead,
  raise,
  recall,
  report,
  send,
  standards,
  triage,
} from '../support/ship-orders.ts'

const timesOf = ({ responses }: Review, measure: ResponseMeasure): ResponseTimes => {
  const times = responses.find((one) => one.measure === measure)
  if (!times) throw new Error(`no ${measure}`)
  return times
}

const ALARM = 'breach@02-01'
const NO_CASES: CasesByMeasure = {
  ...{ report: [], acknowledge: [], dispatch: [], turnout: [], travel: [] },
  ...{ contain: [], restore: [], triage: [], bed: [] },
}

describe('measures', () => {
  test('[REV10] given a hazard seen, seen to and held, each measure is taken between its two instants', () => {
    const review = drilled(
      ...[breach('02-01', 1), after(3), acknowledge(ALARM), after(7), send('alpha', 'breach:B1')],
      ...[after(10), raise('02-01'), after(600)],
    )
    const { restoredAt } = review.hazards[0] ?? {}
    const longest = (measure: ResponseMeasure) => timesOf(review, measure).longestMs
    expect(longest('report')).toBe(0)
    expect(longest('acknowledge')).toBe(3000)
    expect(longest('dispatch')).toBe(10_000)
    expect(longest('turnout')).toBe(0)
    expect(longest('travel')).toBe(5000)
    expect(longest('contain')).toBe(20_000)
    expect(longest('restore')).toBe(restoredAt)
  })

  test('[REV10] given a crew sent before the hazard was reported, dispatch took no time', () => {
    const sent = [{ fromMs: 20_000, toMs: 10_000, waits: false }]
    const times = responseTimes(DEFAULT_STANDARDS, { ...NO_CASES, dispatch: sent }, 30_000)
    expect(times.find(({ measure }) => measure === 'dispatch')).toMatchObject({ count: 1, longestMs: 0 })
  })

  test('[REV10] given hazards that nobody was sent to, they are open while they stand', () => {
    const review = drilled(breach('02-01', 1), breach('01-01', 1), after(10), send('alpha', 'breach:B2'), after(1))
    expect(timesOf(review, 'dispatch')).toMatchObject({ count: 1, open: 1 })
    expect(timesOf(review, 'travel')).toMatchObject({ count: 0, open: 1 })
    expect(timesOf(review, 'restore')).toMatchObject({
      count: 0,
      open: 2,
      medianMs: null,
      p90Ms: null,
      longestMs: null,
    })
  })

  test('[REV10] given an alarm raised again before it is acknowledged, the first time counts', () => {
    // Lower is graver: the alarm of the computer is raised again.
    const steps = [damage('computer', 40), after(5), damage('computer', 10), after(5), acknowledge('system@computer')]
    expect(timesOf(drilled(...steps), 'acknowledge')).toMatchObject({ count: 1, longestMs: 10_000 })
  })

  test('[REV10] given an alarm that has returned, it waits on until it is raised anew or acknowledged', () => {
    const gone: Step[] = [breach('01-01', 0.01), after(2), send('alpha', 'breach:B1'), after(120)]
    const waiting = drilled(...gone)
    expect(timesOf(waiting, 'acknowledge')).toMatchObject({ count: 0 })
    expect(timesOf(waiting, 'acknowledge').open).toBeGreaterThan(0)
    const answered = drilled(...gone, acknowledge('breach@01-01'))
    expect(timesOf(answered, 'acknowledge')).toMatchObject({ count: 1, longestMs: 122_000 })
    const again = drilled(...gone, breach('01-01', 0.01), after(3), acknowledge('breach@01-01'))
    expect(timesOf(again, 'acknowledge')).toMatchObject({ count: 1, longestMs: 3000 })
  })

  test('[REV10] given an alarm from before, it waits from the opening on; a restoration ends all waiting', () => {
    const before = [damage('computer', 40), after(30)]
    const answered = reviewOfDrill({ before, steps: [after(4), acknowledge('system@computer')] })
    expect(timesOf(answered, 'acknowledge')).toMatchObject({ count: 1, open: 0, longestMs: 4000 })
    const restored = reviewOfDrill({ before, steps: [after(4), { type: 'RestoreShip' }, after(4)] })
    expect(timesOf(restored, 'acknowledge')).toMatchObject({ count: 0, open: 0 })
  })

  test('[REV10] given casualties, triage and bed count from their report, and the dead wait no more', () => {
    const review = drilled(
      ...[report('02-01', 'burns'), report('02-01', 'burns'), after(20), triage('C1', 'immediate'), after(10)],
      ...[beam('C1'), after(30), declareDead('C2')],
    )
    expect(timesOf(review, 'triage')).toMatchObject({ count: 1, open: 0, longestMs: 20_000 })
    expect(timesOf(review, 'bed')).toMatchObject({ count: 1, open: 0, longestMs: 38_000 })
  })
})

describe('percentiles', () => {
  test('[REV10] given an ascending order, the nearest rank is one of its values', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    expect(percentile(ten, 0.5)).toBe(5)
    expect(percentile(ten, 0.9)).toBe(9)
    expect(percentile([...ten, 11], 0.5)).toBe(6)
    expect(percentile([...ten, 11], 0.9)).toBe(10)
    expect(percentile([7], 0.9)).toBe(7)
    expect(percentile([], 0.9)).toBeNull()
  })

  test('[REV10] given three breaches held one after the other, median and 90th percentile are theirs', () => {
    const review = drilled(
      ...[breach('01-01', 1), breach('02-01', 1), breach('03-02', 1)],
      ...[after(10), raise('03-02'), after(20), raise('01-01'), after(40), raise('02-01')],
    )
    expect(timesOf(review, 'contain')).toMatchObject({ count: 3, medianMs: 30_000, p90Ms: 70_000, longestMs: 70_000 })
  })
})

describe('standards', () => {
  test('[REV10] given no standard, there is nothing to meet', () => {
    expect(timesOf(drilled(breach('02-01', 1), after(5), raise('02-01')), 'contain')).toMatchObject({
      ...{ withinPercent: null, met: null },
    })
  })

  test('[REV10] given cases in time, late, and open past the standard, the share is of those', () => {
    // To be dispatched within 64 s: one is, one is not; of two that wait, one has waited for too long.
    const review = drilled(
      ...[breach('01-01', 1), breach('02-01', 1), breach('03-02', 1), send('alpha', 'breach:B1')],
      ...[after(70), send('bravo', 'breach:B3'), damage('computer', 90)],
    )
    expect(timesOf(review, 'dispatch')).toMatchObject({ count: 2, open: 2, met: false })
    expect(timesOf(review, 'dispatch').withinPercent).toBeCloseTo(100 / 3, 9)
  })

  test('[REV10] given the share that is wanted, the standard is met', () => {
    const review = drilled(breach('02-01', 1), after(15), acknowledge(ALARM))
    expect(timesOf(review, 'acknowledge')).toMatchObject({ withinPercent: 100, met: true })
  })

  test('[REV10] given just the share that is wanted, the standard is met', () => {
    // Alpha departs for the engine at once and, recalled on the way, for the breach after 8 s.
    const review = drilled(
      ...[damage('engine', 0), breach('02-01', 1), send('alpha', 'system:engine'), after(2), recall('alpha')],
      ...[send('alpha', 'breach:B1'), after(30), standards(5, 50)],
    )
    expect(timesOf(review, 'turnout')).toMatchObject({ count: 2, withinPercent: 50, met: true })
  })

  test('[RVW2] given nothing set, standards are as the product has them', () => {
    const { responses } = drilled(after(1))
    expect(responses.map(({ standard }) => standard)).toEqual(DEFAULT_STANDARDS)
    expect(responses.map(({ measure, standard }) => [measure, standard.withinS, standard.sharePercent])).toEqual([
      ['report', null, 90],
      ['acknowledge', 15, 95],
      ['dispatch', 64, 90],
      ['turnout', 80, 90],
      ['travel', 240, 90],
      ['contain', null, 90],
      ['restore', null, 90],
      ['triage', 240, 90],
      ['bed', 480, 90],
    ])
  })

  test('[RVW2] given standards set, the last word counts, before, during or after the incident', () => {
    const turnout = (review: Review) => timesOf(review, 'turnout').standard
    const during = reviewOfDrill({ steps: [standards(30), after(1), standards(20, 50), after(1)] })
    expect(turnout(during)).toMatchObject({ withinS: 20, sharePercent: 50, source: 'set for this ship' })
    const later = reviewOfDrill({ steps: [standards(30), after(1)], later: [standards(10)] })
    expect(turnout(later)).toMatchObject({ withinS: 10, sharePercent: 90 })
    expect(timesOf(later, 'travel').standard.source).toContain('NFPA 1710')
  })

  test('[RVW2] given a standard taken away, there is none', () => {
    const steps = [breach('02-01', 1), send('alpha', 'breach:B1'), after(1), recall('alpha'), standards(null), after(1)]
    expect(timesOf(drilled(...steps), 'turnout')).toMatchObject({ count: 1, withinPercent: null, met: null })
  })
})
