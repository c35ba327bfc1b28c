import { describe, expect, test } from 'vitest'
import { harmOf } from '#shared/review/harm.ts'
import { drilled, reviewOfDrill } from '../support/drill.ts'
import { after } from '../support/given.ts'
import { breach, damage, declareDead, report } from '../support/ship-orders.ts'

describe('harm', () => {
  test('[REV22] it is a hundred a death, and a minute each of need, thin air and weight lost', () => {
    // 2 deaths; 90 s of need; 4.5 person-minutes; weight 10 for 60 s and weight 5 for 24 s: 720 s.
    const harmed = { deaths: 2, untreatedImmediateMs: 90_000, thinAirMinutes: 4.5, lostWeightMs: 720_000 }
    expect(harmOf(harmed)).toEqual({
      ...{ deaths: 2, deathsPart: 200, untreatedPart: 1.5, thinAirPart: 4.5, capabilityPart: 12, total: 218 },
    })
  })

  test('[REV22] given a drill, its parts are those of the other sections', () => {
    // One waits for 2 min and is declared dead; propulsion (weight 10) is gone for the last minute: 100 + 2 + 10.
    const { harm, exposure } = drilled(
      ...[report('02-01', 'blast'), after(60), damage('engine', 0), after(60), declareDead('C1')],
    )
    expect(exposure.thinAirMinutes).toBe(0)
    expect(harm).toMatchObject({ deaths: 1, deathsPart: 100, untreatedPart: 2, capabilityPart: 10, total: 112 })
  })

  test('[REV22] given thin air, its part is the exposure to it', () => {
    const { harm, exposure } = drilled(breach('02-01', 1), after(30))
    expect(harm.thinAirPart).toBeGreaterThan(0)
    expect(harm.thinAirPart).toBe(exposure.thinAirMinutes)
  })

  test('[REV22] [REV2] given what was known, need is as it was triaged', () => {
    const steps = [report('02-01', 'blast'), after(120)]
    expect(drilled(...steps).harm.untreatedPart).toBe(2)
    expect(reviewOfDrill({ steps, sight: 'known' }).harm.untreatedPart).toBe(0)
  })
})
