import { describe, expect, test } from 'vitest'
import { ln } from '#shared/detmath.ts'
import { drilled, reviewOfDrill } from '../support/drill.ts'
import { after } from '../support/given.ts'
import { breach, damage, declareDead, ignite, lend, lower, raise, report } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

/** Of the hold, 600 m³, through 0.1 m²: τ = V ÷ (198.6 · 0.6 · A). */
const TAU_S = 600 / (198.6 * 0.6 * 0.1)
/** When its 101.3 kPa have fallen to 57 kPa, ms. */
const THIN_MS = Math.ceil(TAU_S * ln(101.3 / 57) * 1000)

describe('exposure', () => {
  test('[REV13] given air that leaves, people are exposed from the instant at which it falls to 57 kPa', () => {
    // Four people; useful consciousness lasts longer than this.
    const { exposure } = drilled(breach('02-01', 0.1), after(60))
    const minutes = (4 * (60_000 - THIN_MS)) / 60_000
    expect(exposure.thinAirMinutes).toBeCloseTo(minutes, 9)
    expect(exposure.compartments).toEqual([
      { compartment: '02-01', thinAirMinutes: exposure.thinAirMinutes, fireMinutes: 0, leakMinutes: 0 },
    ])
  })

  test('[REV13] given air that comes back, they are exposed until the instant at which it has 57 kPa again', () => {
    // The field stops it at p; life support brings back 60 kPa a minute, 1 kPa a second.
    const steps = [breach('02-01', 0.1), after(40), raise('02-01'), after(60)]
    const { exposure } = drilled(...steps)
    const kpa = 101.3 * Math.exp(-40 / TAU_S)
    expect(kpa).toBeLessThan(57)
    const thinMs = 40_000 - THIN_MS + Math.ceil((57 - kpa) * 1000)
    expect(exposure.thinAirMinutes).toBeCloseTo((4 * thinMs) / 60_000, 9)
  })

  test('[REV13] given air that is thin already when it flows otherwise, they stay exposed', () => {
    const steps = [breach('02-01', 0.1), after(40), raise('02-01'), after(1), lower('02-01'), after(9)]
    expect(drilled(...steps).exposure.thinAirMinutes).toBeCloseTo((4 * (50_000 - THIN_MS)) / 60_000, 9)
  })

  test('[REV13] given air that never fell so far, nobody is exposed', () => {
    expect(drilled(breach('02-01', 0.1), after(20), raise('02-01'), after(60)).exposure.thinAirMinutes).toBe(0)
  })

  test('[REV13] given somebody who dies, or people who leave, they count until then', () => {
    const dead = drilled(report('02-01', 'burns'), ignite('02-01', 'slow'), after(5), declareDead('C1'), after(10))
    expect(dead.exposure.fireMinutes).toBeCloseTo((4 * 5 + 3 * 10) / 60, 9)
    const gone = drilled(ignite('02-01', 'slow'), after(5), lend('02-01', 'alpha', 2), after(10))
    expect(gone.exposure.fireMinutes).toBeCloseTo((4 * 5 + 2 * 10) / 60, 9)
  })

  test('[REV13] given a fire, whoever is there is exposed, the hurt who wait included', () => {
    // The wheelhouse has two people; nobody is hurt by the fire before its first 30 s are over.
    expect(drilled(ignite('01-01', 'slow'), after(15)).exposure.fireMinutes).toBeCloseTo(0.5, 9)
    const hurt = drilled(report('01-01', 'burns'), ignite('01-01', 'slow'), after(15))
    expect(hurt.exposure.fireMinutes).toBeCloseTo(0.5, 9)
  })

  test('[REV13] given a leak, whoever is there is exposed to it', () => {
    const leak = { kind: 'coolant', belowPercent: 50 } as const
    const { systems } = smallShip().plan.file
    const ship = smallShip({ systems: systems.map((one) => (one.id === 'reactor' ? { ...one, leak } : one)) })
    const { exposure } = reviewOfDrill({ ship, steps: [after(5), damage('reactor', 20), after(30)] })
    // Three people in the engine room; its crew wears suits.
    expect(exposure).toMatchObject({ leakMinutes: 1.5, fireMinutes: 0, thinAirMinutes: 0 })
  })

  test('[REV13] given fire and thin air at once, each is counted for itself', () => {
    const { exposure } = drilled(breach('02-01', 0.1), ignite('02-01', 'slow'), after(29))
    expect(exposure.fireMinutes).toBeCloseTo((4 * 29) / 60, 9)
    expect(exposure.thinAirMinutes).toBeCloseTo((4 * (29_000 - THIN_MS)) / 60_000, 9)
  })

  test('[REV13] given several places, the worst comes first', () => {
    const { exposure } = drilled(ignite('01-01', 'slow'), ignite('02-01', 'slow'), after(15))
    expect(exposure.compartments.map(({ compartment }) => compartment)).toEqual(['02-01', '01-01'])
  })

  test('[REV13] given what stood before the opening, it counts from there', () => {
    expect(
      reviewOfDrill({ before: [ignite('01-01', 'slow'), after(10)], steps: [after(15)] }).exposure.fireMinutes,
    ).toBe(0.5)
  })
})
