import { describe, expect, test } from 'vitest'
import { fitIn } from '#shared/ship/people.ts'
import { peopleIn } from '#shared/ship/people.ts'
import { after, given, givenShip, type Scene } from '../support/given.ts'
import { breach, hit, lend, raise, recall, seal, send } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

/** Everybody well and on their feet: in rooms, in crews, and between them. 18 in the small ship. */
const aboard = ({ ship }: Scene): number =>
  [
    ...[...ship.plan.compartments.keys()].map((id) => peopleIn(ship, id)),
    ...Object.keys(ship.crews).map((id) => fitIn(ship, id)),
    ...Object.values(ship.transfers).map(({ people }) => people),
  ].reduce((sum, people) => sum + people, 0)

const fit = ({ ship }: Scene, crew: string): number => fitIn(ship, crew)

describe('hands lent', () => {
  test('[HND1] from a crew that is not out, as many as it has', () => {
    const lent = given().when(lend('bravo', 'alpha', 2))
    lent.thenHappens({ type: 'HandsLent', transfer: 'L1', from: 'bravo', to: 'alpha', people: 2 })
    expect([fit(lent, 'bravo'), fit(lent, 'alpha'), aboard(lent)]).toEqual([0, 4, 18])
    lent.when(lend('bravo', 'alpha', 1)).thenRejected({ code: 'TooFewPeople', from: 'bravo', people: 0, asked: 1 })
    given(breach('02-01', 0.5), send('bravo', 'breach:B1'))
      .when(lend('bravo', 'alpha', 1))
      .thenRejected({ code: 'CrewNotReady', crew: 'bravo', crewStatus: 'enRoute', task: 'breach:B1' })
  })

  test('[HND1] from the people of a compartment, as many as there are', () => {
    const lent = given(lend('02-01', 'alpha', 3), after(5))
    expect([peopleIn(lent.ship, '02-01'), fit(lent, 'alpha'), aboard(lent)]).toEqual([1, 7, 18])
    given()
      .when(lend('02-01', 'alpha', 5))
      .thenRejected({ code: 'TooFewPeople', from: '02-01', people: 4, asked: 5 })
  })

  test('[HND1] to whom and from whom must be there, and somebody must be asked for', () => {
    const unknown = (what: 'crew' | 'crew or compartment', id: string) => ({ code: 'UnknownThing', what, id }) as const
    given()
      .when(lend('delta', 'alpha', 1))
      .thenRejected(unknown('crew or compartment', 'delta'))
    given()
      .when(lend('alpha', 'delta', 1))
      .thenRejected(unknown('crew or compartment', 'delta'))
    given()
      .when(lend('02-01', '02-02', 1))
      .thenRejected(unknown('crew', '02-02'))
    given()
      .when(lend('alpha', 'alpha', 1))
      .thenNothing()
    for (const value of [0, -1, 101])
      given()
        .when(lend('alpha', 'bravo', value))
        .thenRejected({ code: 'OutOfRange', field: 'people', value, least: 1, most: 100 })
  })

  test('[HND2] they walk to where the crew will be, and the work goes on faster when they are there', () => {
    // Alpha, 4 people, is at the breach at 5 s: 240 person-seconds behind a field. Bravo's two set out at 5 s and need 15 s
    // to the hold: 15 · 4 = 60 done at 20 s, the other 180 by six: 30 s, so at 50 s.
    given(breach('02-01', 0.5), raise('02-01'), send('alpha', 'breach:B1'), after(5))
      .when(lend('bravo', 'alpha', 2), after(46))
      .thenHappens(
        { type: 'HandsLent', arrivesAt: 20_000 },
        { type: 'HandsJoined', transfer: 'L1', to: 'alpha', people: 2, at: 20_000 },
        { type: 'WorkPaced', task: 'breach:B1', percent: expect.closeTo(25, 9) as number },
        { type: 'BreachSealed', at: expect.closeTo(50_000, -1) as number },
      )
  })

  test('[HND2] no way there: refused with what bars it', () => {
    given(seal('03-01/03-02'))
      .when(lend('03-02', 'alpha', 1))
      .thenRejected({ code: 'TooFewPeople', from: '03-02', people: 0, asked: 1 })
    given(seal('02-01/02-02'), seal('02-01/03-01'))
      .when(lend('02-01', 'alpha', 1))
      .thenRejected({
        code: 'NoRoute',
        from: '02-01',
        to: '02-02',
        obstacle: '02-01/02-02',
        obstacleState: 'sealed',
      })
  })

  test('[HND3] the same order the other way sends them back', () => {
    const lent = given(lend('bravo', 'alpha', 2), lend('02-01', 'alpha', 1), after(20))
    expect([fit(lent, 'alpha'), fit(lent, 'bravo')]).toEqual([7, 0])
    const back = lent.when(lend('alpha', 'bravo', 2), lend('alpha', '02-01', 1), after(20))
    expect([fit(back, 'alpha'), fit(back, 'bravo'), peopleIn(back.ship, '02-01')]).toEqual([4, 2, 4])
    expect(aboard(back)).toBe(18)
    expect(back.ship.transfers).toEqual({})
  })

  test('[HND3] a crew that has lent all its people can be sent nowhere', () => {
    given(breach('02-01', 0.5), lend('bravo', 'alpha', 2))
      .when(send('bravo', 'breach:B1'))
      .thenRejected({ code: 'CrewHasNobodyFit', crew: 'bravo', size: 0, hurt: 0 })
  })

  test('[HND3] hands that are there when the crew is struck may be hurt like its own', () => {
    const struck = Array.from({ length: 40 }, (_one, seed) =>
      givenShip({ ...smallShip(), seed }, lend('alpha', 'bravo', 4), after(20)).when(hit('03-01', 2000)),
    )
    const hurt = struck.map(({ ship }) => ship.crews.bravo?.hurt ?? 0)
    expect(Math.max(...hurt)).toBeGreaterThan(2)
    expect(Math.max(...hurt)).toBeLessThanOrEqual(6)
  })

  test('[HND2] a crew on its way home lends from where it can turn', () => {
    // Alpha, recalled at 2 s, turns in the hold at 5 s; from there 15 s to the engine room.
    given(breach('02-01', 0.5), send('alpha', 'breach:B1'), after(2), recall('alpha'))
      .when(lend('alpha', 'bravo', 1))
      .thenHappens({ type: 'HandsLent', from: 'alpha', to: 'bravo', arrivesAt: 20_000 })
  })
})
