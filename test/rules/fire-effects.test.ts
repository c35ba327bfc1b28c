import { describe, expect, test } from 'vitest'
import { nextDue } from '#shared/ship/advance.ts'
import type { Order } from '#shared/ship/commands.ts'
import { after, given, givenShip } from '../support/given.ts'
import { breach, damage, hit, ignite, lower, open, raise, report, seal, send } from '../support/ship-orders.ts'
import { passagesWith, smallShip } from '../support/small-ship.ts'

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
