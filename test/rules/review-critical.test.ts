import { describe, expect, test } from 'vitest'
import { drilled } from '../support/drill.ts'
import { after } from '../support/given.ts'
import { courseOf } from '../support/hazard-course-of.ts'
import { breach, hit, ignite, lower, raise, recall, say, send, tell } from '../support/ship-orders.ts'

describe('critical hazards', () => {
  test('[REV11] given a breach, it is critical while no field holds it, and uncrewed while nobody has its task', () => {
    const task = 'breach:B1'
    const review = drilled(
      ...[breach('02-01', 1), after(10), send('alpha', task), after(20), raise('02-01'), after(10), lower('02-01')],
      ...[after(10), recall('alpha'), after(10)],
    )
    // Critical from 0 to 30 and from 40 to 60 s; Alpha had it from 10 to 50 s.
    expect(courseOf(review, task)).toMatchObject({ criticalMs: 50_000, uncrewedCriticalMs: 20_000 })
    expect(review.uncrewedCritical).toEqual({
      totalMs: 20_000,
      spans: [
        { fromMs: 0, untilMs: 10_000 },
        { fromMs: 50_000, untilMs: 60_000 },
      ],
    })
  })

  test('[REV11] given one that is over, or held at once, no time is counted', () => {
    const { criticalMs, endedAt } = courseOf(
      drilled(breach('01-01', 0.01), send('alpha', 'breach:B1'), after(600)),
      'breach:B1',
    )
    expect(endedAt).toBeLessThan(600_000)
    expect(criticalMs).toBe(endedAt)
    const held = drilled(breach('01-01', 1), raise('01-01'), after(10))
    expect(held.uncrewedCritical).toEqual({ totalMs: 0, spans: [] })
  })

  test('[REV11] given two that overlap, the time in which at least one was uncrewed is counted once', () => {
    const review = drilled(
      ...[breach('01-01', 1), after(10), breach('02-01', 1), after(10), raise('01-01'), after(10), raise('02-01')],
      after(10),
    )
    expect(review.hazards.map(({ uncrewedCriticalMs }) => uncrewedCriticalMs)).toEqual([20_000, 20_000])
    expect(review.uncrewedCritical).toEqual({ totalMs: 30_000, spans: [{ fromMs: 0, untilMs: 30_000 }] })
  })

  test('[REV11] given one left as the other begins, the stretches that meet are one', () => {
    const review = drilled(breach('01-01', 1), after(10), raise('01-01'), breach('02-01', 1), after(5), raise('02-01'))
    expect(review.uncrewedCritical.spans).toEqual([{ fromMs: 0, untilMs: 15_000 }])
  })

  test('[REV11] given a fire, it is critical from its flashover on', () => {
    // A wheelhouse of 100 m³ flashes over at 1864 kW, which an ultrafast fire has after 99.7 s.
    const { criticalMs, uncrewedCriticalMs } = courseOf(drilled(ignite('01-01', 'ultrafast'), after(120)), 'fire:01-01')
    expect(criticalMs).toBeGreaterThan(20_000)
    expect(criticalMs).toBeLessThan(20_500)
    expect(uncrewedCriticalMs).toBe(criticalMs)
  })
})

describe('counts', () => {
  test('[REV3] given orders, hits and reports, each is counted once', () => {
    const steps = [hit('02-01', 200), after(1), tell('02-01', 'breach', 'hole'), say('noted'), after(1)]
    const { counts } = drilled(...steps)
    // The opening, the hit as the instructor ordered it, the report, and the entry in the log.
    expect(counts).toMatchObject({ orders: 4, hits: 1, reports: 1 })
  })

  test('[REV3] given breaches, the least of the hull and the most that stood at once are told', () => {
    // Critical are 10 m².
    const review = drilled(
      breach('02-01', 1),
      after(1),
      breach('01-01', 2),
      after(1),
      { type: 'RestoreShip' },
      breach('01-01', 1),
    )
    expect(review.counts).toMatchObject({ leastHullPercent: 70, mostHazards: 2, hazards: 3 })
  })
})
