import { describe, expect, test } from 'vitest'
import { drilled, reviewOfDrill } from '../support/drill.ts'
import { after } from '../support/given.ts'
import { breach, damage, ignite, lower, open, raise, seal, vent } from '../support/ship-orders.ts'
import { passagesWith, smallShip } from '../support/small-ship.ts'

const ajar = smallShip({ passages: passagesWith({ '01-01/01-02': 'open' }) })

describe('boundaries', () => {
  test('[REV12] given nothing in danger, there is none', () => {
    expect(drilled(damage('computer', 0), after(60)).boundaries).toEqual({
      ...{ percent: null, boundaryMs: 0, openMs: 0, worst: [] },
    })
  })

  test('[REV12] given closed doors around a fire, each of them held all the time', () => {
    // The workshop has four doors.
    expect(drilled(after(5), ignite('02-02'), after(10)).boundaries).toEqual({
      ...{ percent: 100, boundaryMs: 40_000, openMs: 0, worst: [] },
    })
  })

  test('[REV12] given a door that stood open until it was sealed, its time is told', () => {
    const steps = [ignite('01-01'), after(12), seal('01-01/01-02'), after(18), open('01-01/01-02'), after(10)]
    expect(reviewOfDrill({ ship: ajar, steps }).boundaries).toEqual({
      ...{ percent: 45, boundaryMs: 40_000, openMs: 22_000 },
      worst: [{ passage: '01-01/01-02', openMs: 22_000 }],
    })
  })

  test('[REV12] given a force field on the far side of an open door, it holds', () => {
    const steps = [ignite('01-01'), after(10), raise('01-02'), after(10), lower('01-02'), after(10)]
    expect(reviewOfDrill({ ship: ajar, steps }).boundaries).toMatchObject({ boundaryMs: 30_000, openMs: 20_000 })
  })

  test('[REV12] given a jammed passage, it does not hold', () => {
    const ship = smallShip({ passages: passagesWith({ '03-01/03-02': 'jammed' }) })
    const { boundaries } = reviewOfDrill({ ship, steps: [ignite('03-02'), after(10)] })
    expect(boundaries).toMatchObject({ percent: 0, worst: [{ passage: '03-01/03-02', openMs: 10_000 }] })
  })

  test('[REV12] given danger on both sides, the passage between them is no boundary', () => {
    const steps = [ignite('01-01'), after(10), ignite('01-02'), after(10)]
    // First the one door for 10 s; then only the other door of the chart room.
    expect(drilled(...steps).boundaries.boundaryMs).toBe(20_000)
  })

  test('[REV12] given a breach, a field over it ends the danger; a vent is one whatever stands', () => {
    expect(drilled(breach('01-01', 1), after(10), raise('01-01'), after(10)).boundaries.boundaryMs).toBe(10_000)
    const { boundaries } = drilled(vent('03-02'), after(10), raise('03-02'), after(10))
    expect(boundaries.boundaryMs).toBe(20_000)
  })

  test('[REV12] given a leak, its compartment is in danger', () => {
    const leak = { kind: 'coolant', belowPercent: 50 } as const
    const { systems } = smallShip().plan.file
    const ship = smallShip({ systems: systems.map((one) => (one.id === 'auxiliary' ? { ...one, leak } : one)) })
    expect(reviewOfDrill({ ship, steps: [damage('auxiliary', 20), after(10)] }).boundaries.boundaryMs).toBe(10_000)
  })

  test('[REV12] given danger from before, its boundaries count from the opening; a restoration ends them', () => {
    const steps = [after(10), { type: 'RestoreShip' } as const, after(10)]
    expect(reviewOfDrill({ before: [ignite('01-01'), after(30)], steps }).boundaries.boundaryMs).toBe(10_000)
  })

  test('[REV12] given several that stood open, the longest comes first', () => {
    const states = { '01-01/01-02': 'open', '01-02/02-02': 'open' } as const
    const ship = smallShip({ passages: passagesWith(states) })
    const steps = [ignite('01-02'), after(5), seal('01-01/01-02'), after(5)]
    expect(reviewOfDrill({ ship, steps }).boundaries.worst).toEqual([
      { passage: '01-02/02-02', openMs: 10_000 },
      { passage: '01-01/01-02', openMs: 5000 },
    ])
  })
})
