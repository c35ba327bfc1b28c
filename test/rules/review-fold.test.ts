import { describe, expect, test } from 'vitest'
import { startReview } from '#shared/review/fold.ts'
import { drilled, recordingOf, reviewOfDrill } from '../support/drill.ts'
import { after, given } from '../support/given.ts'
import {
  breach,
  damage,
  hide,
  ignite,
  improvement,
  openDrill,
  raise,
  rated,
  report,
  say,
  send,
  standards,
} from '../support/ship-orders.ts'

const CLOSE = { type: 'CloseIncident' } as const

describe('what a review is folded from', () => {
  test('[REV1] given a drill that was closed, the review is of it from opening to closing', () => {
    const steps = [after(10), breach('02-01', 1), after(20), CLOSE]
    const { incident } = reviewOfDrill({ before: [say('before'), after(60)], steps })
    expect(incident).toEqual({
      ...{ id: 'tern-1', ship: 'tern', shipName: 'Tern', kind: 'drill', name: 'Drill' },
      ...{ fromMs: 60_000, untilMs: 90_000, open: false, openedWall: '2026-11-22T12:00:00.000Z' },
      // 2 a day from 50,000 on; a minute of it has passed.
      stardate: 50_000 + 2 / 1440,
      events: expect.any(Number) as number,
    })
  })

  test('[REV1] given a drill that is open, everything is as of now', () => {
    const { incident, hazards } = drilled(breach('02-01', 1), after(25))
    expect(incident).toMatchObject({ open: true, untilMs: 25_000 })
    expect(hazards).toMatchObject([{ endedAt: null }])
  })

  test('[REV1] given the events in slices of whatever size, the review is the same', () => {
    const steps = [
      breach('02-01', 1),
      ignite('01-01'),
      after(10),
      send('alpha', 'breach:B1'),
      after(300),
      raise('01-01'),
    ]
    const { start, events, words } = recordingOf({ steps, later: [rated('S')] })
    const inSlicesOf = (size: number) => {
      const folding = startReview(start)
      for (let from = 0; from < events.length; from += size) folding.take(events.slice(from, from + size))
      return folding.finish(words)
    }
    const whole = inSlicesOf(events.length)
    for (const size of [1, 2, 7, 100]) expect(inSlicesOf(size)).toEqual(whole)
  })

  test('[REV2] given a fault that nobody knows of, the truth has it and what was known has not', () => {
    const steps = [hide('engine', 10), after(30)]
    expect(reviewOfDrill({ steps }).hazards).toMatchObject([{ task: 'system:engine', reportedAt: null }])
    const known = reviewOfDrill({ steps, sight: 'known' })
    expect(known.hazards).toEqual([])
    expect(known.counts.orders).toBe(1)
  })
})

describe('figures over time', () => {
  test('[REV23] given four minutes, there is an instant each second, the first and the last included', () => {
    const { series } = drilled(after(240))
    expect(series.at).toHaveLength(241)
    expect(series.at.slice(0, 3)).toEqual([0, 1000, 2000])
    expect(series.at.at(-1)).toBe(240_000)
  })

  test('[REV23] given an awkward length, instants are whole ms and the last is the end', () => {
    const { series } = drilled(after(0.1))
    expect(series.at.every(Number.isInteger)).toBe(true)
    expect([series.at[0], series.at.at(-1)]).toEqual([0, 100])
  })

  test('[REV23] given events at an instant, it is taken after all of them', () => {
    const steps = [after(60), breach('02-01', 1), damage('computer', 0), after(60), raise('02-01'), after(120)]
    const { series } = drilled(...steps, { type: 'RestoreShip' })
    expect([59, 60, 61, 239, 240].map((second) => series.hazards.breach[second])).toEqual([0, 1, 1, 1, 0])
    expect([59, 60, 239, 240].map((second) => series.hazards.system[second])).toEqual([0, 1, 1, 0])
    expect(series.hazards.fire.every((count) => count === 0)).toBe(true)
  })

  test('[REV23] given casualties, they are counted as they are by then, and harm is the total so far', () => {
    const review = drilled(after(60), report('02-01', 'burns'), after(120), damage('computer', 0), after(60))
    const { series, harm } = review
    expect([59, 60, 240].map((second) => series.casualties.waiting[second])).toEqual([0, 1, 1])
    expect(series.harm[0]).toBe(0)
    expect(series.harm.at(-1)).toBe(harm.total)
    // "Thinking" is lost with the computer: weight 5, for the last minute.
    expect(harm.capabilityPart).toBeCloseTo(5, 9)
    expect((series.harm[240] ?? 0) - (series.harm[180] ?? 0)).toBeGreaterThanOrEqual(5)
  })
})

describe('words for reviews', () => {
  test('[RVW1] given an incident of this ship, an objective is rated and an improvement recorded, open or long closed', () => {
    const ship = given(openDrill(), after(10))
    ship.when(rated('P')).thenHappens({ type: 'ObjectiveRated', incident: 'tern-1', rating: 'P' })
    const later = ship.when(CLOSE, after(3600), openDrill('Another'))
    later.when(rated('M')).thenHappens({ type: 'ObjectiveRated', incident: 'tern-1', rating: 'M' })
    later.when(improvement('open', 'tern-2')).thenHappens({ type: 'ImprovementRecorded', incident: 'tern-2' })
  })

  test.each(['tern-2', 'tern-0', 'tern-01', 'tern-1.5', 'tern-', 'heron-1', ''])(
    '[RVW1] given no incident %j, nothing is said of it',
    (incident) => {
      const rejection = { code: 'UnknownThing', what: 'incident', id: incident } as const
      given(openDrill()).when(rated('P', incident)).thenRejected(rejection)
      given(openDrill()).when(improvement('open', incident)).thenRejected(rejection)
    },
  )

  test('[RVW2] given standards within bounds, they are set; out of bounds, refused', () => {
    const ship = given(openDrill())
    ship.when(standards(60, 95)).thenHappens({
      type: 'StandardsSet',
      standards: [{ measure: 'turnout', withinS: 60, sharePercent: 95 }],
    })
    ship.when(standards(null)).thenHappens({ type: 'StandardsSet' })
    ship.when(standards(0)).thenRejected({ code: 'OutOfRange', field: 'withinS', value: 0, least: 1, most: 86_400 })
    ship
      .when(standards(60, 101))
      .thenRejected({ code: 'OutOfRange', field: 'sharePercent', value: 101, least: 1, most: 100 })
  })

  test('[RVW4] given several words on one objective, the last counts, and null takes it back', () => {
    const ratingOf = (later: readonly ReturnType<typeof rated>[]) =>
      reviewOfDrill({ steps: [rated('P'), after(1), CLOSE], later }).objectives.find(
        ({ objective }) => objective === 'contain',
      )
    expect(ratingOf([])).toMatchObject({ rating: 'P', by: 'Mate' })
    expect(ratingOf([rated('S'), rated('U')])).toMatchObject({ rating: 'U' })
    expect(ratingOf([rated('S'), rated(null)])?.rating ?? null).toBeNull()
  })

  test('[RVW4] given several words on one improvement, the last counts', () => {
    const { improvements } = reviewOfDrill({ steps: [improvement('open'), CLOSE], later: [improvement('done')] })
    expect(improvements).toMatchObject([{ improvement: 'i-1', status: 'done', owner: 'Torres', by: 'Mate' }])
  })
})
