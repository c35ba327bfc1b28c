import { describe, expect, test } from 'vitest'
import { nextDue } from '#shared/ship/advance.ts'
import { pressureAt } from '#shared/ship/formula.ts'
import { peopleIn } from '#shared/ship/people.ts'
import { dosePerS } from '#shared/ship/rules/thin-air.ts'
import { after, given, givenShip } from '../support/given.ts'
import {
  breach,
  damage,
  discharge,
  hit,
  lower,
  open,
  raise,
  report,
  seal,
  send,
  stop,
  triage,
} from '../support/ship-orders.ts'
import { passagesWith, smallShip, systemsWith } from '../support/small-ship.ts'

// The hold: V 600 m³, a hole of 0.5 m² → τ = 600 / (198.6 · 0.6 · 0.5) = 600 / 59.58 = 10.0705 s.
const TAU_S = 600 / 59.58
const holed = given(breach('02-01', 0.5))

describe('a compartment that leaks', () => {
  test('[AIR1] empties with τ = V / (198.6 · 0.6 · A)', () => {
    holed.thenHappens({
      type: 'AirFlowChanged',
      readings: [{ compartment: '02-01', kpa: 101.3, dose: 0 }],
      flow: { kind: 'venting', tauS: expect.closeTo(TAU_S, 9) as number },
    })
    // 101.3 · exp(−10 / 10.0705) = 101.3 · 0.37046 = 37.528 kPa
    const { ship } = holed.when(after(10))
    expect(pressureAt(ship, '02-01', 10_000)).toBeCloseTo(37.528, 3)
    expect(pressureAt(ship, '02-02', 10_000)).toBe(101.3)
  })

  test('[AIR1] two holes leak like one of their size together', () => {
    given(breach('02-01', 0.2), breach('02-01', 0.3)).thenHappens({
      type: 'AirFlowChanged',
      flow: { kind: 'venting', tauS: expect.closeTo(TAU_S, 9) as number },
    })
  })

  test('[AIR5] is thin at 57 kPa, which an alarm says', () => {
    // τ · ln(101.3 / 57) = 10.0705 · 0.57503 = 5.7909 s, and events fall on whole ms.
    holed.when(after(5.79)).thenNever('AirThinned')
    holed.when(after(6)).thenHappens(
      { type: 'AirThinned', compartment: '02-01', at: 5_791 },
      // Four people are inside.
      { type: 'AlarmRaised', alarm: 'thin-air@02-01', priority: 'critical', at: 5_791 },
    )
  })

  test('[AIR3] loses no more once a field holds the breach', () => {
    const { ship, at } = given(breach('02-01', 0.5), stop('life-support'), after(10), raise('02-01'), after(600))
    expect(pressureAt(ship, '02-01', at)).toBeCloseTo(37.528, 3)
  })

  test('[AIR3] leaks again when the field is lowered', () => {
    given(breach('02-01', 0.5), raise('02-01'))
      .when(lower('02-01'))
      .thenHappens({ type: 'AirFlowChanged', flow: { kind: 'venting', tauS: expect.closeTo(TAU_S, 9) as number } })
  })
})

describe('joined compartments', () => {
  test('[AIR2] an open passage makes one volume of two', () => {
    // 600 + 600 m³: τ is twice as long.
    given(open('02-01/02-02'), breach('02-01', 0.5)).thenHappens({
      type: 'AirFlowChanged',
      readings: [
        { compartment: '02-01', kpa: 101.3, dose: 0 },
        { compartment: '02-02', kpa: 101.3, dose: 0 },
      ],
      flow: { kind: 'venting', tauS: expect.closeTo(2 * TAU_S, 9) as number },
    })
  })

  test('[AIR2] a jammed passage joins them too', () => {
    givenShip(smallShip({ passages: passagesWith({ '02-01/02-02': 'jammed' }) }), breach('02-01', 0.5)).thenHappens({
      type: 'AirFlowChanged',
      flow: { kind: 'venting', tauS: expect.closeTo(2 * TAU_S, 9) as number },
    })
  })

  test('[AIR2] so does one that a hit jams', () => {
    const leaking = given(breach('02-01', 0.5))
    const hits = Array.from({ length: 40 }, (_one, seed) => leaking.withSeed(seed).when(hit('02-01', 300)))
    const jammed = hits.find(({ ship }) => ship.passages['02-01/02-02']?.state === 'jammed')
    expect(jammed).toBeDefined()
    const joined = jammed?.events.find((event) => event.type === 'AirFlowChanged' && event.readings.length > 1)
    expect(joined).toMatchObject({
      readings: expect.arrayContaining([{ compartment: '02-02', kpa: 101.3, dose: 0 }]) as object,
    })
  })

  test('[AIR2] what does not concern an airspace changes nothing in it', () => {
    // The doors between them are closed already.
    given(breach('02-01', 0.5)).when(raise('02-02'), seal('02-01/02-02'), stop('galley')).thenNever('AirFlowChanged')
  })

  test('[AIR2] air is mixed by volume when a passage opens, and none of it is lost', () => {
    // After 10 s: 37.528 kPa in 600 m³ and 101.3 kPa in 600 m³ → (37.528 + 101.3) / 2 = 69.414 kPa in both.
    const mixed = given(breach('02-01', 0.5), after(10)).when(open('02-01/02-02'))
    expect(pressureAt(mixed.ship, '02-01', mixed.at)).toBeCloseTo(69.414, 3)
    expect(pressureAt(mixed.ship, '02-02', mixed.at)).toBe(pressureAt(mixed.ship, '02-01', mixed.at))
  })

  test('[AIR2] unequal volumes count by their size', () => {
    // 37.528 kPa in 600 m³ with 101.3 kPa in 1000 m³: (600 · 37.528 + 1000 · 101.3) / 1600 = 77.3855 kPa.
    const { ship, at } = given(breach('02-01', 0.5), after(10)).when(open('02-01/03-01'))
    expect(pressureAt(ship, '03-01', at)).toBeCloseTo(77.3855, 3)
  })

  test('[AIR2] a sealed passage, or a field, cuts them', () => {
    const joined = given(open('02-01/02-02'), breach('02-01', 0.5), after(5))
    joined
      .when(seal('02-01/02-02'))
      .thenHappens(
        { type: 'AirFlowChanged', flow: { kind: 'venting', tauS: expect.closeTo(TAU_S, 9) as number } },
        { type: 'AirFlowChanged', flow: { kind: 'filling', kpaPerS: 1, toKpa: 101.3 } },
      )
    joined
      .when(raise('02-02'))
      .thenHappens({ type: 'AirFlowChanged', flow: { kind: 'filling', kpaPerS: 1, toKpa: 101.3 } })
      .thenHappens({ type: 'AirFlowChanged', flow: { kind: 'venting', tauS: expect.closeTo(TAU_S, 9) as number } })
  })

  test('[AIR5] thin air that is joined to plenty is restored at once', () => {
    // After 6 s: 101.3 · exp(−6 / 10.0705) = 55.829 kPa, thin. With 1000 m³ at 101.3: (600 · 55.829 + 101,300) / 1600 = 84.25.
    given(breach('02-01', 0.5), after(6))
      .when(open('02-01/03-01'))
      .thenHappens({ type: 'AirRestored', compartment: '02-01' }, { type: 'AlarmReturned', alarm: 'thin-air@02-01' })
      .thenNever('AirThinned')
  })

  test('[AIR5] good air that is joined to thin is thin at once, and so once only', () => {
    // After 60 s the engine room (1000 m³, 2 m² → τ 4.2 s) is empty; mixed with the store's 200 m³: 101.3 / 6 = 16.9 kPa.
    const mixed = given(breach('03-01', 2), after(60)).when(open('03-01/03-02'))
    mixed.thenHappens({ type: 'AirThinned', compartment: '03-02' })
    mixed.when(after(600)).thenNever('AirThinned', 'AirRestored')
  })
})

describe('air that comes back', () => {
  const held = given(breach('02-01', 0.5), after(10), raise('02-01'))

  test('[AIR4] rises at the rate of the ship file', () => {
    // 60 kPa a minute is 1 kPa a second: from 37.528 to 101.3 in 63.772 s.
    const { ship } = held.when(after(30))
    expect(pressureAt(ship, '02-01', 40_000)).toBeCloseTo(67.528, 3)
    held.when(after(70)).thenHappens({
      type: 'AirFlowChanged',
      readings: [{ compartment: '02-01', kpa: 101.3, dose: 0 }],
      flow: { kind: 'still' },
      at: expect.closeTo(73_772, -1) as number,
    })
  })

  test('[AIR5] is restored above 80 kPa, not above 57, and then the alarm returns', () => {
    // 80 − 37.528 = 42.472 s after the field was raised at 10 s.
    held.when(after(42.4)).thenNever('AirRestored')
    held
      .when(after(600))
      .thenOnly(['AirRestored', 'AirThinned'], {
        type: 'AirRestored',
        compartment: '02-01',
        at: expect.closeTo(52_472, -1) as number,
      })
      .thenHappens({ type: 'AlarmReturned', alarm: 'thin-air@02-01' })
  })

  test('[AIR4] stays as it is while life support does nothing, and rises as soon as it works at all', () => {
    const airless = given(breach('02-01', 0.5), after(10), raise('02-01'), damage('life-support', 0))
    airless.thenHappens({ type: 'AirFlowChanged', flow: { kind: 'still' } })
    // 30 person-minutes, alpha of four is on the spot: 25 % after 0.25 · 30 / 4 min = 112.5 s.
    airless
      .when(send('alpha', 'system:life-support'), after(113))
      .thenHappens(
        { type: 'SystemHealthReached', system: 'life-support', percent: 25, at: 122_500 },
        { type: 'AirFlowChanged', flow: { kind: 'filling', kpaPerS: 1, toKpa: 101.3 }, at: 122_500 },
      )
  })

  test('[AIR4] stops rising when life support is shed', () => {
    // Of class 4 here: with the reactor at 60 % it is the first load to go.
    const systems = systemsWith({ 'life-support': { powerClass: 4 } })
    const ship = smallShip({ systems, battery: { capacityMj: 0, outputMw: 0 } })
    givenShip(ship, breach('02-01', 0.5), after(10), raise('02-01'))
      .when(damage('reactor', 60))
      .thenHappens({ type: 'SystemShed', system: 'life-support' }, { type: 'AirFlowChanged', flow: { kind: 'still' } })
  })

  test('[AIR4] rises in a breached compartment once the breach is sealed', () => {
    // 4 person-minutes at half pace against the vacuum, four people: 120 s, and 5 s to get there.
    given(breach('02-01', 0.5), send('alpha', 'breach:B1'), after(125)).thenHappens(
      { type: 'BreachSealed', at: 125_000 },
      { type: 'AirFlowChanged', flow: { kind: 'filling', kpaPerS: 1, toKpa: 101.3 } },
    )
  })
})

describe('people in thin air', () => {
  test('[AIR6] the middle of each range of FAA AC 61-107 is what they have', () => {
    expect(dosePerS(38)).toBe(0)
    expect([37.6, 30.1, 18.8, 16.2, 0].map((kpa) => 1 / dosePerS(kpa))).toEqual([240, 90, 17.5, 10.5, 10.5])
  })

  test('[AIR6] exposures at different pressures add up as shares', () => {
    // With τ 10.0705 s: 37.6 kPa at 9.981 s, 30.1 at 12.221, 18.8 at 16.961, 16.2 at 18.460.
    // Shares until then: 2.2405/240 + 4.7399/90 + 1.4989/17.5 = 0.14765; what is left takes 0.85235 · 10.5 = 8.950 s.
    holed.when(after(30)).thenHappens({
      type: 'PeopleOvercome',
      compartment: '02-01',
      count: 4,
      at: expect.closeTo(27_410, -1) as number,
    })
  })

  test('[AIR6] a field in time changes the pace, not what is behind them', () => {
    // Held at 12.5 s: 29.28 kPa. Share so far 2.2405/240 + 0.2788/90 = 0.012433; the rest at 90 s: 88.881 s → 101.381 s.
    given(stop('life-support'), breach('02-01', 0.5), after(12.5), raise('02-01'), after(88)).thenNever(
      'PeopleOvercome',
    )
    given(stop('life-support'), breach('02-01', 0.5), after(12.5), raise('02-01'))
      .when(after(90))
      .thenHappens({ type: 'PeopleOvercome', count: 4, at: expect.closeTo(101_381, -1) as number })
  })

  test('[AIR6] nobody is overcome where the air comes back in time', () => {
    given(breach('02-01', 0.5), after(15), raise('02-01'), after(3600)).thenNever('PeopleOvercome')
  })

  test('[AIR6] air that is thin but not that thin is borne for ever', () => {
    // τ · ln(101.3 / 50) = 7.11 s: held at 7 s, at 50.55 kPa.
    const { ship } = given(stop('life-support'), breach('02-01', 0.5), after(7), raise('02-01'))
    expect(nextDue(ship)).toBeNull()
  })

  test('[AIR7] everyone inside is a casualty, each with a number, and nobody else', () => {
    const { ship, events } = holed.when(after(30))
    const reported = events.filter(({ type }) => type === 'CasualtyReported')
    expect(reported).toMatchObject(
      ['C1', 'C2', 'C3', 'C4'].map((casualty) => ({ casualty, compartment: '02-01', injury: 'hypoxia', crew: null })),
    )
    expect(peopleIn(ship, '02-01')).toBe(0)
    expect(peopleIn(ship, '03-01')).toBe(3)
  })

  test('[AIR7] who comes to stand in air that overcomes is overcome', () => {
    // One of four is reported before; dazed but walking, they are back on duty in the thick of it.
    const { events } = given(breach('02-01', 0.5), report('02-01', 'shock'), triage('C1', 'minimal'), after(20)).when(
      discharge('C1'),
      after(20),
    )
    expect(events.filter(({ type }) => type === 'CasualtyReported')).toHaveLength(4)
  })

  test('[AIR9] who comes to stand where others were overcome is well once the air does no harm', () => {
    // Four are overcome at 27.4 s. Held at 30 s at 5.15 kPa, 37.6 kPa are reached after 32.5 s, and 80 kPa after 74.9 s.
    const spent = given(breach('02-01', 0.5), after(30), raise('02-01'))
    const walksIn = { type: 'DischargeCasualty', casualty: 'C1' } as const
    const dazed = spent.when(triage('C1', 'minimal'))
    dazed.when(after(20), walksIn).thenHappens({ type: 'CasualtyDischarged' })
    dazed.when(after(20), walksIn, after(5)).thenHappens({ type: 'PeopleOvercome', count: 1 })
    dazed.when(after(40), walksIn, after(600)).thenNever('PeopleOvercome')
  })

  test('[AIR8] crews wear suits', () => {
    // Nobody but alpha is in the workshop.
    given(breach('02-02', 5), after(3600)).thenNever('PeopleOvercome', 'CrewHurt', 'CasualtyReported')
  })
})
