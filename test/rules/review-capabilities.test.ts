import { describe, expect, test } from 'vitest'
import { drilled, reviewOfDrill } from '../support/drill.ts'
import { after, type Step } from '../support/given.ts'
import { damage, send } from '../support/ship-orders.ts'

const [PROPULSION, THINKING] = [0, 1]
const lossesOf = (...steps: readonly Step[]) => drilled(...steps).capabilities

describe('what the captain could ask for', () => {
  test('[REV21] given an engine that fails step by step, its modes follow each other without a gap', () => {
    // Full speed needs 80 % of the engine, slow speed 20 %.
    const losses = lossesOf(after(10), damage('engine', 50), after(20), damage('engine', 10), after(30))
    expect(losses[PROPULSION]).toEqual({
      ...{ capability: 'propulsion', name: 'Propulsion', weight: 10, belowTopMs: 50_000, lostMs: 30_000 },
      bands: [
        { fromMs: 0, untilMs: 10_000, mode: 'full', name: 'Full speed', rank: 0 },
        { fromMs: 10_000, untilMs: 30_000, mode: 'slow', name: 'Slow speed', rank: 1 },
        { fromMs: 30_000, untilMs: 60_000, mode: 'none', name: 'Adrift', rank: 2 },
      ],
    })
    expect(losses[THINKING]).toMatchObject({ capability: 'thinking', belowTopMs: 0, lostMs: 0 })
  })

  test('[REV21] given modes of no length, they are left out', () => {
    const [propulsion] = lossesOf(damage('engine', 50), damage('engine', 0), after(5))
    expect(propulsion?.bands).toEqual([{ fromMs: 0, untilMs: 5000, mode: 'none', name: 'Adrift', rank: 2 }])
  })

  test('[REV21] given work, it is back with the announcement', () => {
    // 60 person-minutes by the two who stand beside it, from 15 %: at 20 % after 1.5 min, at 80 % after 19.5.
    const [propulsion] = lossesOf(damage('engine', 15), send('bravo', 'system:engine'), after(60 * 60))
    expect(propulsion).toMatchObject({ lostMs: 1.5 * 60_000, belowTopMs: 19.5 * 60_000 })
  })

  test('[REV21] given a capability lost before, or a restoration, it counts from or until there', () => {
    const { capabilities } = reviewOfDrill({
      before: [damage('computer', 0), after(10)],
      steps: [after(20), { type: 'RestoreShip' }, after(20)],
    })
    expect(capabilities[THINKING]).toMatchObject({ lostMs: 20_000, belowTopMs: 20_000 })
  })
})
