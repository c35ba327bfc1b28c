import { describe, expect, test } from 'vitest'
import { reviewOf } from '#shared/review/fold.ts'
import { HAND_LOG, HAND_START, s } from '../support/hand-log.ts'

/**
 * The log of test/support/hand-log.ts, every figure of its review worked out with pencil and paper. Seconds are since the
 * incident was opened; it is still open at 600 s.
 */
const review = reviewOf(HAND_START, HAND_LOG, [])

const measure = (name: string) => {
  const { standard: _standard, ...times } = review.responses.find((one) => one.measure === name) ?? {}
  return times
}

describe('thirty events by hand', () => {
  test('[REV1] [REV3] what happened is counted', () => {
    expect(HAND_LOG).toHaveLength(30)
    expect(review.incident).toMatchObject({ fromMs: s(0), untilMs: s(600), open: true, events: 30, stardate: null })
    // Orders: c1 to c10. Hazards: the breach and the fire, both there from 12 s to 180 s. Hull: 1 m² of 10 is open.
    expect(review.counts).toEqual({
      ...{ hits: 1, orders: 10, hazards: 2, reports: 1 },
      ...{ leastHullPercent: 90, mostHazards: 2 },
    })
  })

  test('[REV4] [REV5] [REV8] [REV9] [REV11] the breach: hidden, reported after 10 s, held after 80 s, never mended', () => {
    expect(review.hazards[0]).toEqual({
      ...{ task: 'breach:B1', kind: 'breach', target: 'B1', compartment: '01-01', standing: false },
      ...{ beganAt: s(10), reportedAt: s(20), acknowledgedAt: null },
      ...{ dispatchedAt: null, crew: null, departedAt: null, arrivedAt: null, workedAt: null },
      containedAt: s(90), // the field
      boundedAt: s(10), // its one boundary is a closed door
      ...{ restoredAt: null, endedAt: null },
      // Critical until the field stands, and nobody is ever sent: 90 − 10.
      ...{ criticalMs: 80_000, uncrewedCriticalMs: 80_000 },
    })
    expect(review.uncrewedCritical).toEqual({ totalMs: 80_000, spans: [{ fromMs: s(10), untilMs: s(90) }] })
  })

  test('[REV4] [REV6] [REV7] [REV8] [REV9] the fire: seen at once, fought from 60 s, out at 180 s', () => {
    expect(review.hazards[1]).toEqual({
      ...{ task: 'fire:01-02', kind: 'fire', target: '01-02', compartment: '01-02', standing: false },
      ...{ beganAt: s(12), reportedAt: s(12), acknowledgedAt: s(45), dispatchedAt: s(40), crew: 'damage' },
      departedAt: s(44), // the first stop of its route
      ...{ arrivedAt: s(60), workedAt: s(60), containedAt: s(70) },
      boundedAt: s(80), // the ladder is sealed
      ...{ restoredAt: s(180), endedAt: s(180), criticalMs: 0, uncrewedCriticalMs: 0 },
    })
    expect(review.hazards).toHaveLength(2)
  })

  test('[REV10] from one instant to the next, over all cases', () => {
    // Breach 20 − 10, fire 12 − 12: in order 0, 10. Median at place ⌈0.5·2⌉ = 1, 90th percentile at ⌈0.9·2⌉ = 2.
    expect(measure('report')).toMatchObject({ count: 2, open: 0, medianMs: 0, p90Ms: 10_000, longestMs: 10_000 })
    expect(measure('report')).toMatchObject({ withinPercent: null, met: null }) // no standard
    // Fire 45 − 12 = 33 > 15; the alarm of the report has waited for 580: none of two in time.
    expect(measure('acknowledge')).toMatchObject({ count: 1, open: 1, medianMs: 33_000, p90Ms: 33_000 })
    expect(measure('acknowledge')).toMatchObject({ longestMs: 33_000, withinPercent: 0, met: false })
    // Fire 40 − 12 = 28 ≤ 64; the breach, reported at 20, has waited for 580: one of two.
    expect(measure('dispatch')).toMatchObject({ count: 1, open: 1, medianMs: 28_000, withinPercent: 50, met: false })
    // 44 − 40 and 60 − 44; nobody was sent to the breach, so that nobody is waited for.
    expect(measure('turnout')).toMatchObject({ count: 1, open: 0, longestMs: 4_000, withinPercent: 100, met: true })
    expect(measure('travel')).toMatchObject({ count: 1, open: 0, longestMs: 16_000, withinPercent: 100, met: true })
    // Fire 70 − 12 = 58, breach 90 − 10 = 80.
    expect(measure('contain')).toMatchObject({ count: 2, open: 0, medianMs: 58_000, p90Ms: 80_000, longestMs: 80_000 })
    // Fire 180 − 12; the breach stands.
    expect(measure('restore')).toMatchObject({ count: 1, open: 1, medianMs: 168_000, longestMs: 168_000 })
    // 120 − 100. Who is dead waits for no bed.
    expect(measure('triage')).toMatchObject({ count: 1, open: 0, medianMs: 20_000, withinPercent: 100, met: true })
    expect(measure('bed')).toEqual({
      ...{ measure: 'bed', count: 0, open: 0, medianMs: null, p90Ms: null, longestMs: null, withinPercent: null },
      met: null,
    })
  })

  test('[REV12] how well the passages held', () => {
    // 10 to 12: the cabin alone is in danger, its door 2.
    // 12 to 90: cabin and mess; their boundaries are the door to the sick bay, 78, and the ladder, 78, open until 80: 68.
    // 90 to 180: the field holds the cabin; the mess has both doors and the ladder, 3 · 90, and all hold.
    // 2 + 78 + 78 + 270 = 428, of which 360 held.
    expect(review.boundaries).toEqual({
      percent: expect.closeTo(84.112_149_5, 6) as number,
      ...{ boundaryMs: 428_000, openMs: 68_000 },
      worst: [{ passage: '01-02/02-01', openMs: 68_000 }],
    })
  })

  test('[REV13] people where they should not be', () => {
    // 100·exp(−t/100) = 57 at t = 100·ln(100/57) = 56.2119: under 57 kPa from 66.212. From 90 on 45 + 0.5·t = 57 at t = 24: until 114.
    // Two people until 100: 2 · 33.788 = 67.576. Then one, and the casualty lying there: 2 · 14 = 28. Together 95.576 s.
    const thinAirMinutes = expect.closeTo(95.576 / 60, 6) as number
    // Four people for 180 − 12 = 168 s: 672 s.
    const fireMinutes = expect.closeTo(11.2, 9) as number
    expect(review.exposure).toEqual({
      ...{ thinAirMinutes, fireMinutes, leakMinutes: 0 },
      compartments: [
        { compartment: '01-02', thinAirMinutes: 0, fireMinutes, leakMinutes: 0 },
        { compartment: '01-01', thinAirMinutes, fireMinutes: 0, leakMinutes: 0 },
      ],
    })
  })

  test('[REV14] [REV15] [REV16] the casualty: triaged after 20 s, dead on the way after 100 s, who could have been saved', () => {
    expect(review.casualties).toEqual([
      {
        ...{ casualty: 'C1', name: 'Reyes', crew: null, compartment: '01-01', injury: 'crush' },
        ...{ category: 'immediate', need: 'immediate', standing: false },
        ...{ reportedAt: s(100), triagedAt: s(120), movedAt: s(130), beddedAt: null, treatedAt: null, endedAt: s(200) },
        ...{ outcome: 'dead', untreatedImmediateMs: 100_000, preventable: true },
      },
    ])
    expect(review.casualtyFlow).toEqual({
      ...{ reported: 1, triaged: 1, bedded: 0, stable: 0, discharged: 0, dead: 1 },
      ...{ preventableDeaths: 1, untreatedImmediateMs: 100_000 },
    })
  })

  test('[REV17] [REV18] what the crews did', () => {
    // Ready 40 + 400, on the way 20, at work 120, on the way home 20: 160 of 600 in use. On scene for no time at all.
    expect(review.crews[0]).toEqual({
      ...{ crew: 'damage', name: 'Damage party' },
      ...{ readyMs: 440_000, enRouteMs: 20_000, onSceneMs: 0, workingMs: 120_000, returningMs: 20_000 },
      usePercent: expect.closeTo(26.666_666_7, 6) as number,
      ...{ dispatches: 1, recalls: 0, halts: 0 },
      // One a minute from 60 on: the log has no word of rest.
      mostFatigueMinutes: expect.closeTo(9, 9) as number,
      ...{ amberMs: 0, redMs: 0, hurt: 0 },
      segments: [
        { fromMs: s(0), untilMs: s(40), status: 'ready', task: null },
        { fromMs: s(40), untilMs: s(60), status: 'enRoute', task: 'fire:01-02' },
        { fromMs: s(60), untilMs: s(180), status: 'working', task: 'fire:01-02' },
        { fromMs: s(180), untilMs: s(200), status: 'returning', task: null },
        { fromMs: s(200), untilMs: s(600), status: 'ready', task: null },
      ],
    })
    expect(review.crews[1]).toEqual({
      ...{ crew: 'medics', name: 'Medics', readyMs: 600_000, enRouteMs: 0, onSceneMs: 0, workingMs: 0, returningMs: 0 },
      ...{ usePercent: 0, dispatches: 0, recalls: 0, halts: 0, mostFatigueMinutes: 0, amberMs: 0, redMs: 0, hurt: 0 },
      segments: [{ fromMs: s(0), untilMs: s(600), status: 'ready', task: null }],
    })
  })

  test('[REV19] power', () => {
    // Half a MW from 90 to 600: 255 of 300 MJ. The engine is shed from 150 to 210.
    expect(review.power).toEqual({
      ...{ deficitMs: 510_000, drawnMj: 255, leastBatteryMj: 45, leastBatteryPercent: 15 },
      shed: [{ system: 'engine', times: 1, shedMs: 60_000 }],
    })
  })

  test('[REV20] alarms', () => {
    // Raised at 12 and 20; both wait from 20 to 45. The fire's returns once it is acknowledged; the report's stands.
    expect(review.alarms).toEqual({
      ...{ raised: 2, byPriority: { critical: 1, warning: 0, caution: 1, advisory: 0 } },
      ...{ mostInMinute: 2, mostUnacknowledged: 2, acknowledged: 1, neverAcknowledged: 1 },
      ...{ shelved: 0, floods: 0, floodMs: 0, standing: 1 },
      offenders: [
        { alarm: 'fire@01-02', times: 1, sharePercent: 50 },
        { alarm: 'report@01-01', times: 1, sharePercent: 50 },
      ],
    })
  })

  test('[REV21] the capability lost for a minute', () => {
    expect(review.capabilities).toEqual([
      {
        ...{ capability: 'propulsion', name: 'Propulsion', weight: 10, belowTopMs: 60_000, lostMs: 60_000 },
        bands: [
          { fromMs: s(0), untilMs: s(150), mode: 'full', name: 'Full speed', rank: 0 },
          { fromMs: s(150), untilMs: s(210), mode: 'none', name: 'Adrift', rank: 1 },
          { fromMs: s(210), untilMs: s(600), mode: 'full', name: 'Full speed', rank: 0 },
        ],
      },
    ])
  })

  test('[REV22] harm and its parts', () => {
    expect(review.harm).toEqual({
      ...{ deaths: 1, deathsPart: 100 },
      untreatedPart: expect.closeTo(100 / 60, 9) as number,
      thinAirPart: expect.closeTo(95.576 / 60, 6) as number,
      capabilityPart: expect.closeTo(10, 9) as number, // 10 · 1 minute
      total: expect.closeTo(113.2596, 6) as number, // 100 + 1.66667 + 1.59293 + 10
    })
  })

  test('[REV23] figures over time, every 2.5 s', () => {
    const { at, harm, hazards, casualties } = review.series
    const shown = (seconds: number) => {
      const i = seconds / 2.5
      const count = (lists: Readonly<Record<string, readonly number[]>>) =>
        Object.fromEntries(Object.entries(lists).flatMap(([name, list]) => (list[i] ? [[name, list[i]]] : [])))
      return [at[i], harm[i], count(hazards), count(casualties)]
    }
    const near = (value: number): number => expect.closeTo(value, 6) as number
    expect(at).toHaveLength(241)
    expect(shown(0)).toEqual([s(0), 0, {}, {}])
    expect(shown(10)).toEqual([s(10), 0, { breach: 1 }, {}])
    expect(shown(12.5)).toEqual([s(12.5), 0, { breach: 1, fire: 1 }, {}])
    // Two people in thin air for 33.788 s.
    expect(shown(100)).toEqual([s(100), near(67.576 / 60), { breach: 1, fire: 1 }, { waiting: 1 }])
    // All of the thin air, and 50 s untreated; the capability is lost just now.
    expect(shown(150)).toEqual([s(150), near((95.576 + 50) / 60), { breach: 1, fire: 1 }, { moving: 1 }])
    expect(shown(180)).toEqual([s(180), near((95.576 + 80) / 60 + 10 * 0.5), { breach: 1 }, { moving: 1 }])
    expect(shown(200)).toEqual([s(200), near(100 + (95.576 + 100) / 60 + 10 * (50 / 60)), { breach: 1 }, { dead: 1 }])
    expect(shown(600)).toEqual([s(600), near(113.2596), { breach: 1 }, { dead: 1 }])
  })

  test('[REV26] what was expected: one in time, one 30 s late, one not yet due', () => {
    expect(review.planned.expected).toEqual([
      { order: 'DispatchCrew', on: 'fire:01-02', dueAt: s(60), doneAt: s(40), met: true },
      { order: 'RaiseForceField', on: '01-01', dueAt: s(60), doneAt: s(90), met: false },
      { order: 'RecallCrew', on: null, dueAt: s(900), doneAt: null, met: null },
    ])
  })
})
