import { describe, expect, test } from 'vitest'
import { flashoverKw, heatAt } from '#shared/ship/fire-heat.ts'
import type { Ship } from '#shared/ship/state.ts'
import { after, given, givenShip } from '../support/given.ts'
import { ignite, recall, seal, send, start, stop, suppress } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const kwIn = (ship: Ship, compartment: string, at: number): number => {
  const fire = ship.fires[compartment]
  if (!fire) throw new Error(`no fire in ${compartment}`)
  return heatAt(fire.heat, fire.growth, at)
}

describe('growth', () => {
  test('[FIR1] is α·t², by NFPA’s four rates', () => {
    // 1055 kW (1000 Btu/s) is what each has after 600, 300, 150 and 75 s: 0.00293 · 600² = 1054.8 and so on.
    const times = { slow: 600, medium: 300, fast: 150, ultrafast: 75 } as const
    for (const growth of ['slow', 'medium', 'fast', 'ultrafast'] as const) {
      const { ship } = given(ignite('03-01', growth))
      expect(Math.abs(kwIn(ship, '03-01', times[growth] * 1000) - 1055)).toBeLessThan(1)
    }
    // Medium after 100 s: 0.01172 · 10,000 = 117.2 kW.
    expect(kwIn(given(ignite('02-01')).ship, '02-01', 100_000)).toBeCloseTo(117.2, 9)
  })

  test('[FIR2] ends at flashover, by Thomas’s correlation', () => {
    // The hold: V 600 m³, V^(2/3) = 8.43433² = 71.1379, A_T = 426.827 m²; one door 1.6 · √2.0 = 2.26274.
    // 7.8 · 426.827 + 378 · 2.26274 = 3329.25 + 855.32 = 4184.57 kW; medium: √(4184.57 / 0.01172) = 597.53 s.
    expect(flashoverKw(600)).toBeCloseTo(4184.57, 2)
    given(seal('02-01/02-02'), seal('02-01/03-01'), ignite('02-01'))
      .when(after(597.5))
      .thenNever('FireFlashedOver')
      .when(after(600))
      .thenHappens({ type: 'FireFlashedOver', at: 597_533, kw: expect.closeTo(4184.57, 2) as number })
      .thenHappens({ type: 'AlarmRaised', alarm: 'fire@02-01', priority: 'critical' })
  })

  test('[FIR2] and the heat stays as it is from then on', () => {
    const { ship, at } = given(ignite('03-02', 'ultrafast'), after(400))
    expect(kwIn(ship, '03-02', at)).toBe(kwIn(ship, '03-02', 120_000))
  })

  test('[FIR3] one fire a compartment', () => {
    given(ignite('02-01')).thenHappens({ type: 'FireStarted', fire: 1, compartment: '02-01', growth: 'medium' })
    given(ignite('02-01')).when(ignite('02-01', 'fast')).thenNothing()
    given(ignite('02-01')).when(ignite('02-02')).thenHappens({ type: 'FireStarted', fire: 2 })
    given().when(ignite('09-09')).thenRejected({ code: 'UnknownThing', what: 'compartment', id: '09-09' })
  })
})

describe('fighting it', () => {
  // Fast, 100 s old: 0.0469 · 10,000 = 469 kW. Alpha, four hull people next door, is there in 5 s.
  const fought = given(ignite('02-01', 'fast'), after(95), send('alpha', 'fire:02-01'))

  test('[FIR4] holds the growth from the instant when the work begins', () => {
    fought
      .when(after(10))
      .thenHappens(
        { type: 'CrewStartedWork', crew: 'alpha', at: 100_000 },
        { type: 'FireHeatChanged', kw: expect.closeTo(469, 6) as number, growing: false, at: 100_000 },
      )
  })

  test('[RPR4] takes 2 person-minutes and 6 for each MW it has then', () => {
    // 2 + 6 · 0.469 = 4.814 person-minutes, four people: 72.21 s.
    fought
      .when(after(600))
      .thenHappens(
        { type: 'FireOut', compartment: '02-01', because: 'fought', at: expect.closeTo(172_210, -1) as number },
        { type: 'CrewReleased', crew: 'alpha' },
        { type: 'AlarmReturned', alarm: 'fire@02-01' },
      )
  })

  test('[FIR4] it grows on when nobody fights it any more', () => {
    const left = fought.when(after(25)).when(recall('alpha'))
    left.thenHappens({ type: 'FireHeatChanged', kw: expect.closeTo(469, 6) as number, growing: true })
    // As if 100 s old again at 120 s: 0.0469 · 200² = 1876 kW another 100 s later.
    expect(kwIn(left.ship, '02-01', 220_000)).toBeCloseTo(1876, 6)
  })

  test('[FIR4] of two crews the first to leave changes nothing', () => {
    given(ignite('03-02', 'slow'), send('bravo', 'fire:03-02'), send('alpha', 'fire:03-02'), after(20))
      .when(recall('bravo'))
      .thenNever('FireHeatChanged')
  })

  test('[FIR4] one that has flashed over can be put out but not held', () => {
    // The store, 200 m³: 46.8 · 34.1995 + 855.32 = 2455.86 kW, 2 + 6 · 2.45586 = 16.7351 person-minutes; bravo is two,
    // without the skill: worth one person.
    given(seal('02-02/03-01'), ignite('03-02', 'ultrafast'), after(115))
      .when(send('bravo', 'fire:03-02'), after(1200))
      .thenNever('FireHeatChanged')
      .thenHappens({ type: 'FireOut', because: 'fought' })
  })
})

describe('fixed extinguishing', () => {
  const fitted = smallShip({ fireSuppression: { system: 'galley', worthPeople: 3 } })
  const burning = givenShip(fitted, ignite('02-01', 'fast'), after(100))

  test('[FIR5] is worth so many people, and holds the growth', () => {
    const held = burning.when(suppress('02-01'))
    held.thenHappens(
      { type: 'FireSuppressionStarted', compartment: '02-01' },
      { type: 'FireHeatChanged', kw: expect.closeTo(469, 6) as number, growing: false },
    )
    // 4.814 person-minutes, three people: 96.28 s.
    held
      .when(after(600))
      .thenHappens({ type: 'FireOut', because: 'suppressed', at: expect.closeTo(196_280, -1) as number })
  })

  test('[FIR5] counts together with the crews there', () => {
    // 4.814 person-minutes: 3 people for 5 s, then 7: 0.25 done, 4.564 / 7 min = 39.12 s.
    burning
      .when(suppress('02-01'), send('alpha', 'fire:02-01'), after(600))
      .thenHappens({ type: 'FireOut', because: 'fought', at: expect.closeTo(144_120, -1) as number })
  })

  test('[FIR5] stops when its system gives nothing any more, and the fire grows on', () => {
    burning
      .when(suppress('02-01'), after(10), stop('galley'))
      .thenHappens(
        { type: 'FireSuppressionStopped', compartment: '02-01' },
        { type: 'FireHeatChanged', growing: true },
        { type: 'WorkPaced', task: 'fire:02-01', perS: 0 },
      )
      .when(start('galley'))
      .thenNever('FireSuppressionStarted')
  })

  test('[FIR5] what it cannot do is refused', () => {
    given(ignite('02-01')).when(suppress('02-01')).thenRejected({ code: 'NotFitted', what: 'fire suppression' })
    burning.when(suppress('02-02')).thenRejected({ code: 'NoFire', compartment: '02-02' })
    burning.when(suppress('09-09')).thenRejected({ code: 'UnknownThing', what: 'compartment', id: '09-09' })
    burning.when(suppress('02-01')).when(suppress('02-01')).thenNothing()
    const refused = burning.when(stop('galley')).when(suppress('02-01'))
    refused.thenRejected({ code: 'SystemTooWeak', system: 'galley', percent: 0, neededPercent: 1 })
  })

  test('[FIR5] a fire that nobody knows of cannot be told from none', () => {
    const fire = burning.ship.fires['02-01']
    expect(fire).toBeDefined()
    const unseen: Ship = {
      ...burning.ship,
      unknown: { 'fires/02-01': { since: 0, shown: null, fault: false } },
    }
    givenShip(unseen).when(suppress('02-01')).thenRejected({ code: 'NoFire', compartment: '02-01' })
  })
})
