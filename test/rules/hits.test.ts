import { describe, expect, test } from 'vitest'
import type { Order } from '#shared/ship/commands.ts'
import { decide } from '#shared/ship/decide.ts'
import type { FactOf, ShipEvent } from '#shared/ship/events.ts'
import { peopleIn } from '#shared/ship/people.ts'
import type { Ship } from '#shared/ship/state.ts'
import { after, given, givenShip } from '../support/given.ts'
import { breach, damage, hit, ignite, raise, report, say, send, treat } from '../support/ship-orders.ts'
import { smallShip, smallShipWithout } from '../support/small-ship.ts'

const whole = smallShip()

const struck = (order: Order, seed: number, ship: Ship = whole): readonly ShipEvent[] => {
  const decision = decide({ ...ship, seed }, { command: { id: 'test-order', ...order }, at: ship.at })
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value
}
/** The same hit on the same ship with many seeds. */
const volleys = (order: Order, count: number, ship: Ship = whole): readonly (readonly ShipEvent[])[] =>
  Array.from({ length: count }, (_one, seed) => struck(order, seed, ship))

const only = <Type extends ShipEvent['type']>(events: readonly ShipEvent[], type: Type) =>
  events.filter((event): event is ShipEvent & FactOf<Type> => event.type === type)

describe('shields', () => {
  test('[HIT1] take their share by the best generator of that facing', () => {
    // 80 % at full strength; generators at 40 and 70 %: 0.8 · 70 = 56 %; aft has the second only.
    const taken = (facing: 'fore' | 'aft' | 'ventral', ...orders: Order[]) =>
      given(...orders)
        .when(hit('01-01', 100, facing))
        .last('HitInflicted').absorbedPercent
    expect(taken('fore')).toBeCloseTo(80, 9)
    expect(taken('fore', damage('shield-fore', 40), damage('shield-all', 70))).toBeCloseTo(56, 9)
    expect(taken('fore', damage('shield-fore', 40))).toBeCloseTo(80, 9)
    expect(taken('aft', damage('shield-all', 50))).toBeCloseTo(40, 9)
    expect(taken('aft', { type: 'ShutDownSystem', system: 'shield-all' })).toBe(0)
    expect(taken('ventral')).toBe(0)
  })

  test('[HIT1] every generator of the facing loses health in proportion to what the shields took', () => {
    const lostTo = (energy: number, facing: 'fore' | 'aft') => {
      const { ship } = given(hit('03-02', energy, facing)) // far from both generators
      return ['shield-fore', 'shield-all'].map((id) => 100 - (ship.systems[id]?.repair.percent ?? 100))
    }
    const [lost = 0] = lostTo(200, 'fore')
    expect(lost).toBeGreaterThan(0)
    expect(lostTo(200, 'fore')).toEqual([lost, lost])
    expect(lostTo(400, 'fore')[0]).toBeCloseTo(2 * lost, 9)
    expect(lostTo(200, 'aft')).toEqual([0, lost])
  })

  test('[HIT1] a ship without shields takes all of it', () => {
    const { absorbedPercent } = givenShip(smallShipWithout('shields'), hit('01-01', 100, 'fore')).last('HitInflicted')
    expect(absorbedPercent).toBe(0)
  })
})

describe('the hull', () => {
  const openedBy = (energy: number) => volleys(hit('03-02', energy), 500).flatMap((run) => only(run, 'BreachOpened'))

  test('[HIT2] the more gets through, the likelier it opens', () => {
    // 1 − exp(−300 / 220) = 74.4 %: of 500 that is 372 ± 4 · 9.8.
    expect(openedBy(300).length).toBeGreaterThan(332)
    expect(openedBy(300).length).toBeLessThan(412)
    // 1 − exp(−60 / 220) = 23.9 %: 119 ± 4 · 9.5.
    expect(openedBy(60).length).toBeGreaterThan(81)
    expect(openedBy(60).length).toBeLessThan(158)
    expect(openedBy(0)).toEqual([])
  })

  test('[HIT2] and the larger', () => {
    // 0.0012 m² a MJ at most and three tenths of that at least.
    for (const { areaM2 } of openedBy(1000)) {
      expect(areaM2).toBeGreaterThanOrEqual(0.36)
      expect(areaM2).toBeLessThanOrEqual(1.2)
    }
    for (const { areaM2 } of openedBy(300)) expect(areaM2).toBeLessThanOrEqual(0.36)
  })

  test('[HIT2] only where it strikes, and what the shields took is not part of it', () => {
    for (const run of volleys(hit('02-01', 2000), 30))
      for (const { compartment } of only(run, 'BreachOpened')) expect(compartment).toBe('02-01')
    // A fifth of 300 gets through: as many as 60 MJ on bare hull.
    const shielded = volleys(hit('03-02', 300, 'fore'), 500).flatMap((run) => only(run, 'BreachOpened'))
    expect(shielded).toHaveLength(openedBy(60).length)
  })
})

describe('systems and doors', () => {
  test('[HIT3] those struck and, at a share, those next to them lose health, and no others', () => {
    const here = ['reactor', 'engine']
    const near = ['life-support', 'galley', 'shield-all', 'auxiliary']
    for (const run of volleys(hit('03-01', 300), 40)) {
      const lost = new Map(only(run, 'SystemDamaged').map(({ system, percent }) => [system, 100 - percent]))
      // 300 · 0.16 = 48 %, times 0.4 to 1.6: 19.2 to 76.8; next door 35 % of that: 6.7 to 26.9; rounded.
      for (const [system, loss] of lost) {
        expect([...here, ...near]).toContain(system)
        expect(loss).toBeGreaterThanOrEqual(here.includes(system) ? 19 : 6)
        expect(loss).toBeLessThanOrEqual(here.includes(system) ? 77 : 27)
      }
      expect(lost.size).toBe(6)
    }
  })

  test('[HIT3] no system falls below nothing', () => {
    const run = struck(hit('03-01', 2000), 1)
    expect(Math.min(...only(run, 'SystemDamaged').map(({ percent }) => percent))).toBe(0)
    const { ship } = given(damage('engine', 0), hit('03-01', 2000))
    expect(ship.systems.engine?.repair.percent).toBe(0)
  })

  test('[HIT3] doors of the compartment struck may jam', () => {
    const jammed = volleys(hit('03-02', 1000), 200).map((run) => only(run, 'PassageJammed').map((one) => one.passage))
    // One door; 1 − exp(−1000 / 2500) = 33.0 %: of 200 that is 66 ± 4 · 6.6.
    expect(new Set(jammed.flat())).toEqual(new Set(['03-01/03-02']))
    expect(jammed.flat().length).toBeGreaterThan(39)
    expect(jammed.flat().length).toBeLessThan(93)
  })
})

describe('people', () => {
  test('[HIT4] some are hurt where it strikes and next door, at most half of them on average, and no more than there are', () => {
    for (const run of volleys(hit('02-01', 2000), 60)) {
      const hurt = only(run, 'CasualtyReported')
      const people = hurt.filter(({ crew }) => crew === null)
      for (const { compartment } of people) expect(['02-01', '03-01']).toContain(compartment)
      expect(people.filter(({ compartment }) => compartment === '02-01').length).toBeLessThanOrEqual(4)
      expect(hurt.map(({ casualty }) => casualty)).toEqual(hurt.map((_one, i) => `C${i + 1}`))
      expect(hurt.every((one) => one.hit === 'H1')).toBe(true)
    }
  })

  test('[HIT4] a hurt member of a crew is a casualty and leaves the crew short; nobody is lost', () => {
    let crewHurt = 0
    for (let seed = 0; seed < 60; seed++) {
      const { ship } = givenShip({ ...whole, seed }, hit('03-01', 2000))
      const casualties = Object.values(ship.casualties)
      for (const [id, { hurt }] of Object.entries(ship.crews)) {
        expect(casualties.filter(({ crew }) => crew === id)).toHaveLength(hurt)
        crewHurt += hurt
      }
      const well = [...ship.plan.compartments.keys()].reduce((sum, id) => sum + peopleIn(ship, id), 0)
      expect(well + casualties.filter(({ crew }) => crew === null).length + 8).toBe(18)
    }
    expect(crewHurt).toBeGreaterThan(20)
  })

  test('[HIT4] a crew that is on its way is not there', () => {
    const underWay = given(damage('auxiliary', 50), send('bravo', 'system:auxiliary')).ship
    for (const run of volleys(hit('03-01', 2000), 30, underWay))
      expect(only(run, 'CasualtyReported').filter(({ crew }) => crew === 'bravo')).toEqual([])
  })
})

describe('fire', () => {
  const firesOf = (order: Order, ship: Ship = whole) =>
    volleys(order, 500, ship).flatMap((run) => only(run, 'FireStarted'))

  test('[HIT6] what gets through may set fire to where it strikes', () => {
    // 1 − exp(−900 / 1500) = 45.1 %: of 500 that is 226 ± 4 · 11.1.
    const fires = firesOf(hit('03-02', 900))
    expect(fires.length).toBeGreaterThan(181)
    expect(fires.length).toBeLessThan(271)
    for (const fire of fires) expect(fire).toMatchObject({ compartment: '03-02', hit: 'H1', fire: 1 })
    expect(new Set(fires.map(({ growth }) => growth))).toEqual(new Set(['slow', 'medium', 'fast']))
    expect(firesOf(hit('03-02', 0))).toEqual([])
  })

  test('[HIT6] [FIR3] nothing that burns already, or has no air, is set fire to', () => {
    expect(firesOf(hit('03-02', 2000), given(ignite('03-02')).ship)).toEqual([])
    const { ship, at } = given(breach('03-02', 5), after(10))
    expect(firesOf(hit('03-02', 2000), { ...ship, at })).toEqual([])
  })
})

describe('dice', () => {
  const outcome = (events: readonly ShipEvent[]) =>
    events.flatMap(({ seq: _seq, cause: _cause, ...fact }) =>
      ['BreachOpened', 'SystemDamaged', 'PassageJammed', 'CasualtyReported'].includes(fact.type) ? [fact] : [],
    )

  test('[HIT5] hit number n does the same whatever dice fell before it', () => {
    const quiet = given(report('02-03', 'fracture')).when(hit('03-01', 700))
    const busy = given(report('02-03', 'fracture'), treat('C1'), treat('C1'), say('all well'), raise('01-01')).when(
      hit('03-01', 700),
    )
    expect(outcome(busy.events)).toEqual(outcome(quiet.events))
    expect(outcome(quiet.events).length).toBeGreaterThan(3)
  })

  test('[HIT5] another number or another seed does something else', () => {
    const second = given(hit('01-01', 0)).when(hit('03-01', 700))
    expect(outcome(second.events)).not.toEqual(outcome(given(hit('03-01', 700)).events))
    expect(outcome(struck(hit('03-01', 700), 1))).not.toEqual(outcome(struck(hit('03-01', 700), 2)))
  })
})

test('a breach by order opens what was asked for', () => {
  given(breach('02-01', 0.5)).thenHappens({ type: 'BreachOpened', breach: 'B1', compartment: '02-01', areaM2: 0.5 })
})
