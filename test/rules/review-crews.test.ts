import { describe, expect, test } from 'vitest'
import { drilled, reviewOfDrill } from '../support/drill.ts'
import { after, type Step } from '../support/given.ts'
import { breach, damage, hit, recall, seal, send } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const MINUTE_S = 60

const useOf = (crew: string, ...steps: readonly Step[]) => drilled(...steps).crews.find((one) => one.crew === crew)

describe('where the time of a crew went', () => {
  test('[REV17] given work and a recall, it is split by status, without a gap', () => {
    // 10 s to the engine room, 10 min of work, 10 s home, and ready until 1000 s.
    const alpha = useOf(
      'alpha',
      ...[damage('engine', 0), send('alpha', 'system:engine'), after(10 + 10 * MINUTE_S)],
      ...[recall('alpha'), after(390)],
    )
    expect(alpha).toMatchObject({
      ...{ name: 'Alpha', enRouteMs: 10_000, onSceneMs: 0, workingMs: 600_000, returningMs: 10_000, readyMs: 380_000 },
      ...{ usePercent: 62, dispatches: 1, recalls: 1, halts: 0, hurt: 0 },
    })
    expect(alpha?.segments).toEqual([
      { fromMs: 0, untilMs: 10_000, status: 'enRoute', task: 'system:engine' },
      { fromMs: 10_000, untilMs: 610_000, status: 'working', task: 'system:engine' },
      { fromMs: 610_000, untilMs: 620_000, status: 'returning', task: null },
      { fromMs: 620_000, untilMs: 1_000_000, status: 'ready', task: null },
    ])
  })

  test('[REV17] given a crew that nobody sends, it is ready all the time; crews are in the order of the ship file', () => {
    const { crews } = drilled(after(60))
    expect(crews.map(({ crew }) => crew)).toEqual(['alpha', 'bravo', 'medics'])
    expect(crews[0]).toMatchObject({ readyMs: 60_000, usePercent: 0 })
    expect(crews[0]?.segments).toEqual([{ fromMs: 0, untilMs: 60_000, status: 'ready', task: null }])
  })

  test('[REV17] given a crew recalled and sent back at once, its stretches are one, and both orders count', () => {
    const steps = [send('alpha', 'place:03-02'), after(2), recall('alpha'), send('alpha', 'place:03-02'), after(2)]
    const alpha = useOf('alpha', ...steps)
    expect(alpha).toMatchObject({ dispatches: 2, recalls: 1 })
    expect(alpha?.segments).toEqual([{ fromMs: 0, untilMs: 4000, status: 'enRoute', task: 'place:03-02' }])
  })

  test('[REV17] given a way that is barred, the halt counts and the crew stands by', () => {
    // The store is 10 + 5 s away; its only door is sealed at 5 s: held up in the engine room at 10 s.
    const alpha = useOf('alpha', send('alpha', 'place:03-02'), after(5), seal('03-01/03-02'), after(15))
    expect(alpha).toMatchObject({ halts: 1, readyMs: 15_000, enRouteMs: 5000 })
  })

  test('[REV17] given a drill of no length, use is none', () => {
    expect(useOf('alpha')).toMatchObject({ usePercent: 0, segments: [] })
  })

  test('[REV17] given a restoration, everybody is ready from there', () => {
    const alpha = useOf(
      'alpha',
      breach('02-01', 1),
      send('alpha', 'breach:B1'),
      after(2),
      { type: 'RestoreShip' },
      after(8),
    )
    expect(alpha).toMatchObject({ enRouteMs: 2000, readyMs: 8000 })
  })

  test('[REV17] given members hurt, they count at the end', () => {
    const { crews, casualties } = reviewOfDrill({ ship: { ...smallShip(), seed: 0 }, steps: [hit('02-02', 2000)] })
    const casualtiesOf = (crew: string) => casualties.filter((one) => one.crew === crew).length
    expect(crews.map(({ hurt }) => hurt)).toEqual([1, 2, 1])
    expect(['alpha', 'bravo', 'medics'].map(casualtiesOf)).toEqual([1, 2, 1])
  })
})

describe('how worn a crew got', () => {
  // 30 min of work from 0 %, broken again at 15 min: at it for 44 min, amber from the 20th, red from the 40th.
  const worn = [damage('engine', 0), send('bravo', 'system:engine'), after(15 * MINUTE_S), damage('engine', 0)]

  test('[REV18] given 44 minutes of work, amber lasts 20 of them and red 4', () => {
    expect(useOf('bravo', ...worn, after(29 * MINUTE_S))).toMatchObject({
      ...{ mostFatigueMinutes: 44, amberMs: 20 * 60_000, redMs: 4 * 60_000 },
    })
  })

  test('[REV18] given rest after it, the most stays and red lasts until 40 is reached again', () => {
    // 4 minutes above 40 take 16 of rest, at a quarter each.
    expect(useOf('bravo', ...worn, after(29 * MINUTE_S), recall('bravo'), after(30 * MINUTE_S))).toMatchObject({
      ...{ mostFatigueMinutes: 44, redMs: 20 * 60_000, amberMs: 34 * 60_000 },
    })
  })

  test('[REV18] given a crew that is worn out when it is opened, its state counts from there', () => {
    const { crews } = reviewOfDrill({ before: [...worn, after(29 * MINUTE_S)], steps: [after(MINUTE_S)] })
    expect(crews[1]).toMatchObject({ crew: 'bravo', mostFatigueMinutes: 45, redMs: 60_000, amberMs: 0 })
  })
})
