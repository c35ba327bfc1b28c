import { describe, expect, test } from 'vitest'
import { nextDue } from '#shared/ship/advance.ts'
import { flashoverKw, heatAt } from '#shared/ship/fire-heat.ts'
import type { Order } from '#shared/ship/commands.ts'
import type { Ship } from '#shared/ship/state.ts'
import { after, given, givenShip } from '../support/given.ts'
import {
  breach,
  damage,
  hit,
  ignite,
  lower,
  open,
  raise,
  recall,
  report,
  seal,
  send,
  start,
  stop,
  suppress,
} from '../support/ship-orders.ts'
import { passagesWith, smallShip } from '../support/small-ship.ts'

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

describe('spread', () => {
  // The store, 200 m³: V^(2/3) = 34.1995; 46.8 · 34.1995 + 855.32 = 2455.86 kW; √(2455.86 / 0.1876) = 114.4155 s.
  const FLASHOVER_MS = 114_416
  const store = (state: 'open' | 'closed' | 'sealed' | 'jammed') =>
    givenShip(smallShip({ passages: passagesWith({ '03-01/03-02': state }) }), ignite('03-02', 'ultrafast'))

  test.each(['open', 'jammed'] as const)('[FIR6] an %s passage lets it through after 60 s', (state) => {
    store(state)
      .when(after(900))
      .thenHappens(
        { type: 'FireFlashedOver', compartment: '03-02', at: FLASHOVER_MS },
        { type: 'FireStarted', fire: 2, compartment: '03-01', growth: 'ultrafast', at: FLASHOVER_MS + 60_000 },
      )
  })

  test('[FIR6] a closed one after 600 s', () => {
    store('closed')
      .when(after(1000))
      .thenOnly(['FireStarted'], { type: 'FireStarted', compartment: '03-01', at: FLASHOVER_MS + 600_000 })
  })

  test('[FIR6] the time counts from the passage’s last change, if that was later', () => {
    store('closed')
      .when(after(200), open('03-01/03-02'), after(100))
      .thenOnly(['FireStarted'], { type: 'FireStarted', at: 260_000 })
  })

  test('[FIR6] and from the end of the last fire beyond it', () => {
    // The one in the engine room is put out at some time; 60 s later it is back.
    const relit = store('open').when(
      ignite('03-01', 'slow'),
      after(130),
      send('bravo', 'fire:03-01'),
      send('alpha', 'fire:03-01'),
      after(400),
    )
    const { at } = relit.last('FireOut')
    relit.thenHappens({ type: 'FireOut', compartment: '03-01' }, { type: 'FireStarted', at: at + 60_000 })
  })

  test('[FIR7] a sealed passage holds it for good', () => {
    store('sealed').when(after(7200)).thenNever('FireStarted')
  })

  test('[FIR7] so does a field, on either side, until it falls', () => {
    for (const side of ['03-01', '03-02']) store('open').when(raise(side), after(3600)).thenNever('FireStarted')
    store('open')
      .when(raise('03-01'), after(3600), lower('03-01'), after(1))
      .thenHappens({ type: 'ForceFieldLowered' }, { type: 'FireStarted', compartment: '03-01', at: 3_600_000 })
  })

  test('[FIR7] it does not reach where there is no air, until there is', () => {
    // The engine room is open to the hold, and the hold to space: in 1600 m³ with 2 m² τ is 6.7 s.
    const empty = store('closed').when(open('02-01/03-01'), breach('02-01', 2), after(800))
    empty.thenNever('FireStarted')
    // Shut off from the hold it fills at 1 kPa a second: 40.52 kPa after 40.52 s.
    empty.when(seal('02-01/03-01'), after(60)).thenOnly(['FireStarted'], {
      type: 'FireStarted',
      compartment: '03-01',
      at: expect.closeTo(840_521, -1) as number,
    })
  })

  test('[FIR6] it is laid to the hit that started the first', () => {
    const struck = Array.from({ length: 40 }, (_one, seed) =>
      givenShip({ ...smallShip({ passages: passagesWith({ '03-01/03-02': 'open' }) }), seed }, hit('03-02', 900)),
    ).find(({ ship }) => '03-02' in ship.fires && Object.keys(ship.breaches).length === 0)
    expect(struck).toBeDefined()
    struck?.when(after(7200)).thenHappens({ type: 'FireStarted', compartment: '03-01', hit: 'H1' })
  })
})

describe('air', () => {
  test('[FIR8] it dies under 40 % of the ship’s own pressure', () => {
    // 0.5 m² in 600 m³: τ 10.0705 s; ln(1 / 0.4) = 0.916291, times τ 9.2275 s.
    given(ignite('02-01'), breach('02-01', 0.5))
      .when(after(60))
      .thenHappens({ type: 'FireOut', compartment: '02-01', because: 'no-air', at: 9_228 })
  })

  test('[FIR8] at once where its air is mixed with none', () => {
    // The engine room (1000 m³) is empty; with the store’s 200 m³: 101.3 / 6 = 16.9 kPa.
    given(ignite('03-02'), breach('03-01', 2), after(60))
      .when(open('03-01/03-02'))
      .thenHappens({ type: 'FireOut', compartment: '03-02', because: 'no-air' })
  })

  test('[FIR3] [FIR8] no fire starts where there is no air', () => {
    given(breach('02-01', 0.5), after(9.2)).when(ignite('02-01')).thenHappens({ type: 'FireStarted' })
    given(breach('02-01', 0.5), after(9.3)).when(ignite('02-01')).thenNothing()
  })
})

describe('harm', () => {
  test('[FIR9] every 30 s systems lose 2.5 % a MW, to a tenth of a percent', () => {
    // Ultrafast: 0.1876 · 30² = 168.84 kW → 0.4221 % → 99.5; 0.1876 · 60² = 675.36 kW → 1.6884 % → 97.8.
    given(ignite('03-02', 'ultrafast'))
      .when(after(61))
      .thenOnly(
        ['FireBurned', 'SystemDamaged'],
        { type: 'FireBurned', compartment: '03-02', at: 30_000, burnsAt: 60_000 },
        { type: 'SystemDamaged', system: 'auxiliary', percent: 99.5 },
        { type: 'FireBurned', at: 60_000 },
        { type: 'SystemDamaged', system: 'auxiliary', percent: 97.8 },
      )
  })

  test('[FIR9] where there is nothing and nobody left to harm, nothing happens any more', () => {
    const burnt = given(seal('03-01/03-02'), damage('auxiliary', 0), ignite('03-02', 'ultrafast'), after(120))
    burnt.thenNever('FireBurned')
    expect(nextDue(burnt.ship)).toBeNull()
  })

  test('[FIR10] people inside may be hurt: 1 − exp(−Q / 4 MW) each time', () => {
    // The hold has four people. Slow, the first time: 2.637 kW, 0.066 %; fast after 120 s: 675.36 kW, 15.53 %.
    const runs = Array.from({ length: 200 }, (_one, seed) =>
      givenShip({ ...smallShip(), seed }, ignite('02-01', 'fast')).when(after(120)),
    )
    const hurt = runs.flatMap(({ events }) =>
      events.filter((event) => event.type === 'CasualtyReported' && event.at === 120_000),
    )
    const before = runs.flatMap(({ events }) =>
      events.filter((event) => event.type === 'CasualtyReported' && event.at < 120_000),
    )
    // 30 s: 42.2 kW, 1.05 %; 60 s: 168.8 kW, 4.13 %; 90 s: 379.9 kW, 9.06 %: of 800 about 110 are hurt before,
    // and of the 690 left 107 ± 4 · 9.5.
    expect(before.length).toBeGreaterThan(70)
    expect(before.length).toBeLessThan(150)
    expect(hurt.length).toBeGreaterThan(69)
    expect(hurt.length).toBeLessThan(145)
    expect(new Set(hurt.map((event) => event.type === 'CasualtyReported' && event.injury))).toEqual(
      new Set(['inhalation', 'burns']),
    )
  })

  test('[FIR10] after flashover severely; everyone in the end, and each of them once', () => {
    const { ship } = given(ignite('02-01', 'ultrafast'), after(1200))
    expect(ship.people['02-01']).toBe(0)
    const there = Object.values(ship.casualties).filter(({ compartment }) => compartment === '02-01')
    expect(there).toHaveLength(4)
  })

  test('[FIR10] what happens to them does not depend on other dice', () => {
    const injuries = (...orders: readonly Order[]) =>
      given(...orders, ignite('02-01', 'ultrafast'))
        .when(after(240))
        .events.flatMap((event) => (event.type === 'CasualtyReported' ? [[event.injury, event.at]] : []))
    expect(injuries(report('03-01', 'burns'))).toEqual(injuries())
  })

  test('[FIR10] crews wear suits', () => {
    // Alpha stands in the workshop, which is nobody else’s.
    given(ignite('02-02', 'ultrafast')).when(after(700)).thenNever('CrewHurt', 'CasualtyReported')
  })
})

describe('hits', () => {
  const volleys = (energy: number) =>
    Array.from({ length: 500 }, (_one, seed) => givenShip({ ...smallShip(), seed }).when(hit('03-02', energy)))

  test('[HIT6] what gets through may set alight where it strikes', () => {
    // 1 − exp(−900 / 1500) = 45.1 %: of 500 that is 226 ± 4 · 11.1.
    const fires = volleys(900).flatMap(({ events }) => events.filter((event) => event.type === 'FireStarted'))
    expect(fires.length).toBeGreaterThan(181)
    expect(fires.length).toBeLessThan(271)
    for (const fire of fires) expect(fire).toMatchObject({ compartment: '03-02', hit: 'H1', fire: 1 })
    expect(new Set(fires.map((event) => event.type === 'FireStarted' && event.growth))).toEqual(
      new Set(['slow', 'medium', 'fast']),
    )
    expect(volleys(0).flatMap(({ events }) => events.filter(({ type }) => type === 'FireStarted'))).toEqual([])
  })
})
