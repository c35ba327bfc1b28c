import { describe, expect, test } from 'vitest'
import { type Headline, headlineOf } from '#shared/review/headline.ts'
import { trendOf } from '#shared/review/trend.ts'
import { drilled } from '../support/drill.ts'
import { after } from '../support/given.ts'
import { breach, damage, declareDead, raise, report } from '../support/ship-orders.ts'

const DAY_MS = 86_400_000
const QUIET = headlineOf(drilled(after(60)))

/** Incidents opened on these days. */
const opened = (...days: readonly number[]): readonly Headline[] =>
  days.map((day, i) => ({ ...QUIET, incident: `tern-${i + 1}`, fromMs: day * DAY_MS }))

describe('the headline of a review', () => {
  test('[REV30] given a drill, it has its few figures', () => {
    // Held after 20 s, and never sealed. Propulsion and thinking are gone for the last 40 s each. One is dead, of two.
    const review = drilled(
      ...[breach('03-02', 0.1), report('02-01', 'burns'), report('02-01', 'burns'), after(20), raise('03-02')],
      ...[damage('engine', 0), damage('computer', 0), declareDead('C1'), after(40)],
    )
    expect(headlineOf(review)).toEqual({
      ...{ incident: 'tern-1', name: 'Drill', kind: 'drill', fromMs: 0, untilMs: 60_000, open: true },
      ...{ openedWall: review.incident.openedWall, hits: 0, harm: review.harm.total, deaths: 1, casualties: 2 },
      ...{ mostHazards: 3, containP90Ms: 20_000, restoreP90Ms: null, uncrewedCriticalMs: 20_000 },
      ...{ boundaryPercent: 100, capabilityLostMs: 80_000 },
    })
  })
})

describe('a trend', () => {
  test('[REV30] given attacks within two weeks, it says which of them one is', () => {
    const trend = trendOf(opened(1, 3, 9, 13), 'tern-4')
    expect(trend).toMatchObject({ ordinal: 4, inFortnight: 4, words: 'the fourth in two weeks' })
    expect(trend?.headlines.map(({ incident }) => incident)).toEqual(['tern-1', 'tern-2', 'tern-3', 'tern-4'])
  })

  test('[REV30] given one fourteen days before, it counts; a ms earlier it does not; later ones never do', () => {
    expect(trendOf(opened(1, 15), 'tern-2')).toMatchObject({ ordinal: 2, inFortnight: 2 })
    expect(trendOf(opened(1, 15 + 1 / DAY_MS), 'tern-2')).toMatchObject({ ordinal: 2, inFortnight: 1 })
    expect(trendOf(opened(1, 2, 3), 'tern-1')).toMatchObject({
      ordinal: 1,
      inFortnight: 1,
      words: 'the first in two weeks',
    })
  })

  test('[REV30] given them in any order, they are set in that of their openings', () => {
    expect(trendOf(opened(9, 1), 'tern-1')).toMatchObject({ ordinal: 2, inFortnight: 2 })
  })

  test.each([
    [10, 'the tenth in two weeks'],
    [11, 'the 11th in two weeks'],
    [12, 'the 12th in two weeks'],
    [21, 'the 21st in two weeks'],
    [22, 'the 22nd in two weeks'],
    [23, 'the 23rd in two weeks'],
    [113, 'the 113th in two weeks'],
  ])('[REV30] given %d, %s', (count, words) => {
    const days = Array.from({ length: count }, (_one, i) => i / 100)
    expect(trendOf(opened(...days), `tern-${count}`)?.words).toBe(words)
  })

  test('[REV30] given an incident of another ship, there is none', () => {
    expect(trendOf(opened(1), 'gull-1')).toBeNull()
  })
})
