import { describe, expect, test } from 'vitest'
import { pressureAt } from '#shared/ship/formula.ts'
import { after, given, givenShip } from '../support/given.ts'
import { breach, ignite, open, raise, report, seal, triage, vent } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

// The workshop has nobody but alpha in it, who wear suits: V 600 m³, 0.2 m² → τ = 600 / (198.6 · 0.6 · 0.2) = 25.1762 s.
const TAU_S = 600 / (198.6 * 0.6 * 0.2)
const venting = given(vent('02-02'))

describe('a compartment opened to space by order', () => {
  test('[VNT1] empties through 0.2 m²', () => {
    venting.thenHappens(
      { type: 'VentOpened', compartment: '02-02', areaM2: 0.2 },
      { type: 'AirFlowChanged', flow: { kind: 'venting', tauS: expect.closeTo(TAU_S, 9) as number } },
    )
    // 101.3 · exp(−10 / 25.1762) = 101.3 · 0.67221 = 68.095 kPa
    expect(pressureAt(venting.ship, '02-02', 10_000)).toBeCloseTo(68.095, 2)
  })

  test('[VNT1] a vent and a breach leak like one of their size together', () => {
    given(vent('02-02'))
      .when(breach('02-02', 0.3))
      .thenHappens({
        type: 'AirFlowChanged',
        flow: { kind: 'venting', tauS: expect.closeTo(600 / 59.58, 9) as number },
      })
  })

  test('[VNT1] a field does not hold it, but keeps the air next door', () => {
    const fielded = given(open('02-02/02-03'), raise('02-02')).when(vent('02-02'), after(10))
    expect(pressureAt(fielded.ship, '02-02', fielded.at)).toBeCloseTo(68.095, 2)
    expect(pressureAt(fielded.ship, '02-03', fielded.at)).toBe(101.3)
  })

  test('[VNT2] is refused while anybody without a suit shares its air', () => {
    given().when(vent('02-01')).thenRejected({ code: 'PeopleInside', compartment: '02-01', people: 4 })
    given(open('02-02/03-01'))
      .when(vent('02-02'))
      .thenRejected({ code: 'PeopleInside', compartment: '03-01', people: 3 })
    given(open('02-02/03-01'), raise('03-01'))
      .when(vent('02-02'))
      .thenHappens({ type: 'VentOpened', compartment: '02-02' })
  })

  test('[VNT2] the hurt count, as long as they live and lie there', () => {
    const people = { '02-01': 0 }
    const hurt = given(report('02-01', 'fracture'), triage('C1', 'delayed'))
    givenShip({ ...hurt.ship, people })
      .when(vent('02-01'))
      .thenRejected({ code: 'PeopleInside', compartment: '02-01', people: 1 })
    givenShip({ ...hurt.ship, people })
      .when({ type: 'DeclareDeath', casualty: 'C1' }, vent('02-01'))
      .thenHappens({ type: 'VentOpened' })
  })

  test('[VNT2] what is not known aboard does not tell itself by a refusal', () => {
    const { ship } = given(report('02-01', 'fracture'))
    const unseen = {
      ...ship,
      people: { '02-01': 0 },
      unknown: { 'casualties/C1': { since: 0, shown: null, fault: false } },
    } as const
    givenShip(unseen).when(vent('02-01')).thenHappens({ type: 'VentOpened' })
  })

  test('[VNT3] shuts by itself under 5 %, and life support brings the air back', () => {
    // τ · ln 20 = 25.1762 · 2.995732 = 75.421 s; from 5.065 kPa at 1 kPa a second.
    const shut = venting.when(after(76))
    shut.thenHappens(
      { type: 'VentClosed', compartment: '02-02', at: expect.closeTo(75_421, -1) as number },
      { type: 'AirFlowChanged', flow: { kind: 'filling', kpaPerS: 1, toKpa: 101.3 } },
    )
    const { ship, at } = shut.when(after(120))
    expect(pressureAt(ship, '02-02', at)).toBe(101.3)
  })

  test('[VNT3] at once where its air is mixed with none', () => {
    // The sick berth, 300 m³, is empty. The workshop has 101.3 · exp(−70 / 25.1762) = 6.282 kPa in 600 m³: 4.188 in both.
    given(vent('02-02'), breach('02-03', 5), after(70))
      .when(open('02-02/02-03'))
      .thenHappens({ type: 'VentClosed', compartment: '02-02', at: 70_000 })
  })

  test('[VNT3] where there is no air, or a vent is open, nothing happens', () => {
    given(vent('02-02')).when(vent('02-02')).thenNothing()
    given(breach('03-02', 5), after(60)).when(vent('03-02')).thenNothing()
    given().when(vent('09-09')).thenRejected({ code: 'UnknownThing', what: 'compartment', id: '09-09' })
  })

  test('[VNT4] puts out what burns there', () => {
    // ln(1 / 0.4) = 0.916291, times 25.1762 s: 23.069 s.
    given(ignite('02-02'), vent('02-02'))
      .when(after(60))
      .thenHappens({
        type: 'FireOut',
        compartment: '02-02',
        because: 'no-air',
        at: expect.closeTo(23_069, -1) as number,
      })
  })

  test('[VNT4] and what is shut off from it is spared', () => {
    const { ship, at } = givenShip(smallShip(), seal('02-02/02-03')).when(vent('02-02'), after(60))
    expect(pressureAt(ship, '02-03', at)).toBe(101.3)
  })
})
