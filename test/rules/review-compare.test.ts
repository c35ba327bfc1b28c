import { describe, expect, test } from 'vitest'
import { compareReviews } from '#shared/review/compare.ts'
import type { HazardCourse } from '#shared/review/parts/hazards.ts'
import { drilled } from '../support/drill.ts'
import { after } from '../support/given.ts'
import { breach, damage, hit, raise, send } from '../support/ship-orders.ts'

/** A graze of 0 MJ is the first hit, and does nothing else. */
const GRAZE = hit('01-01', 0)

/** The same breach 10 s after the first hit: held at once and a crew sent, or 60 s late. */
const prompt = drilled(
  ...[after(5), GRAZE, after(10), breach('02-01', 0.5), raise('02-01'), send('alpha', 'breach:B1'), after(300)],
)
const slow = drilled(
  ...[
    after(30),
    GRAZE,
    after(10),
    breach('02-01', 0.5),
    after(60),
    raise('02-01'),
    send('alpha', 'breach:B1'),
    after(240),
  ],
)
const comparison = compareReviews(prompt, slow)
const row = (figure: string) => comparison.rows.find((one) => one.figure === figure)

describe('two runs side by side', () => {
  test('[REV31] given their first hits, the instants of each count from there', () => {
    expect([comparison.a.firstHitAt, comparison.b.firstHitAt]).toEqual([5000, 30_000])
    expect(comparison.a.series.at[0]).toBe(-5000)
    expect(comparison.b.series.at[0]).toBe(-30_000)
    expect(comparison.b.series.at.at(-1)).toBe(310_000)
    expect(comparison.a.series.harm).toEqual(prompt.series.harm)
  })

  test('[REV31] given no hit, they count from the opening', () => {
    const quiet = drilled(after(60))
    expect(compareReviews(quiet, prompt).a.firstHitAt).toBe(0)
  })

  test('[REV31] given figures, each row has both, the difference, and who did better', () => {
    expect(row('Critical without a crew')).toEqual({
      ...{ figure: 'Critical without a crew', unit: 'ms', a: 0, b: 60_000, difference: 60_000, better: 'a' },
    })
    expect(row('Contain, 90th percentile')).toMatchObject({ a: 0, b: 60_000, better: 'a' })
    expect(row('In thin air')).toMatchObject({ unit: 'person-min', better: 'a' })
    expect(row('Deaths')).toMatchObject({ a: 0, b: 0, difference: 0, better: null })
    expect(row('Hits')).toMatchObject({ a: 1, b: 1, better: null })
    expect(row('Expected actions in time')).toEqual({
      ...{ figure: 'Expected actions in time', unit: '', a: null, b: null, difference: null, better: null },
    })
    expect(new Set(comparison.rows.map(({ figure }) => figure)).size).toBe(comparison.rows.length)
  })

  test('[REV31] given a figure of which more is better, the run with more did better', () => {
    const rows = compareReviews(drilled(breach('02-01', 2)), drilled(breach('02-01', 1))).rows
    expect(rows.find(({ figure }) => figure === 'Least hull')).toMatchObject({
      a: 80,
      b: 90,
      difference: 10,
      better: 'b',
    })
  })

  test('[REV31] given the same hazard in both, its courses stand side by side, each from its first hit on', () => {
    const times = (course: HazardCourse | null | undefined) => [
      course?.beganAt,
      course?.dispatchedAt,
      course?.containedAt,
    ]
    const [pair] = comparison.hazards
    expect(pair).toMatchObject({ kind: 'breach', target: 'B1', compartment: '02-01' })
    expect(times(pair?.a)).toEqual([10_000, 10_000, 10_000])
    expect(times(pair?.b)).toEqual([10_000, 70_000, 70_000])
  })

  test('[REV31] given hazards numbered or befalling otherwise, they are matched by place, or stand alone', () => {
    const a = drilled(breach('02-01', 0.1), after(5), breach('03-02', 0.1), after(5), damage('galley', 50))
    const b = drilled(breach('03-02', 0.1), after(5), breach('02-01', 0.1), after(5), breach('01-02', 0.1))
    const pairs = compareReviews(a, b).hazards.map((pair) => [pair.compartment, pair.a?.task, pair.b?.task])
    expect(pairs).toEqual([
      ['02-01', 'breach:B1', 'breach:B2'],
      ['03-02', 'breach:B2', 'breach:B1'],
      ['02-02', 'system:galley', undefined],
      ['01-02', undefined, 'breach:B3'],
    ])
  })

  test('[REV31] given the same place more than once, the first goes with the first', () => {
    const both = drilled(breach('02-01', 0.1), after(5), breach('02-01', 0.1))
    const one = drilled(breach('02-01', 0.1), after(5))
    const pairs = compareReviews(both, one).hazards.map((pair) => [pair.a?.task, pair.b?.task])
    expect(pairs).toEqual([
      ['breach:B1', 'breach:B1'],
      ['breach:B2', undefined],
    ])
  })
})
