import { describe, expect, test } from 'vitest'
import { drilled, reviewOfDrill } from '../support/drill.ts'
import { after, type Step } from '../support/given.ts'
import { damage, stop } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const powerOf = (...steps: readonly Step[]) => drilled(...steps).power

/** 36 + 20 MW for loads of 64: 8 MW out of a battery of 60 MJ, empty after 7.5 s. */
const SHORT = damage('reactor', 60)

describe('power over an incident', () => {
  test('[REV19] given a deficit, the battery gives for as long, and falls by net times time', () => {
    expect(powerOf(after(10), SHORT, after(3))).toEqual({
      ...{ deficitMs: 3000, drawnMj: 24, leastBatteryMj: 36, leastBatteryPercent: 60, shed: [] },
    })
  })

  test('[REV19] given an empty battery, what is shed counts from then on', () => {
    // 56 MW are left: the transporter (6) and the galley (2) of class 4 have to go.
    expect(powerOf(SHORT, after(20))).toEqual({
      ...{ deficitMs: 7500, drawnMj: 60, leastBatteryMj: 0, leastBatteryPercent: 0 },
      shed: [
        { system: 'galley', times: 1, shedMs: 12_500 },
        { system: 'transporter', times: 1, shedMs: 12_500 },
      ],
    })
  })

  test('[REV19] given a shed system that is shut down by order, it is shed no longer; the longest comes first', () => {
    const { shed } = powerOf(SHORT, after(10), stop('galley'), after(10))
    expect(shed.map(({ system, shedMs }) => [system, shedMs])).toEqual([
      ['transporter', 12_500],
      ['galley', 2500],
    ])
  })

  test('[REV19] given loads that are stopped, what was shed runs again, and the battery fills without that being drawn', () => {
    // The engine's 20 MW more than carry both; 12 MW would be left, and the battery takes 10.
    expect(powerOf(SHORT, after(10), stop('engine'), after(10))).toMatchObject({
      ...{ deficitMs: 7500, drawnMj: 60, leastBatteryMj: 0 },
      shed: [
        { system: 'galley', times: 1, shedMs: 2500 },
        { system: 'transporter', times: 1, shedMs: 2500 },
      ],
    })
  })

  test('[REV19] given a deficit from before, it counts from the opening', () => {
    const { power } = reviewOfDrill({ before: [SHORT, after(2)], steps: [after(3)] })
    expect(power).toMatchObject({ deficitMs: 3000, drawnMj: 24, leastBatteryMj: 20 })
  })

  test('[REV19] given no battery, there is no share of it', () => {
    const ship = smallShip({ battery: { capacityMj: 0, outputMw: 0 } })
    expect(reviewOfDrill({ ship, steps: [SHORT, after(5)] }).power).toMatchObject({
      ...{ deficitMs: 0, drawnMj: 0, leastBatteryMj: 0, leastBatteryPercent: null },
    })
  })
})
