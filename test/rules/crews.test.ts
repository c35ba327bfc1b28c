import { describe, expect, test } from 'vitest'
import { after, given, givenShip } from '../support/given.ts'
import { breach, damage, hit, open, raise, recall, report, seal, send } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'
import { RESTED } from '../support/rested.ts'

describe('orders to crews', () => {
  const twoBreaches = given(breach('02-01', 0.5), breach('03-01', 0.5), send('alpha', 'breach:B1'))

  test('[CRW1] a crew that is out has to be recalled first', () => {
    twoBreaches
      .when(send('alpha', 'breach:B2'))
      .thenRejected({ code: 'CrewNotReady', crew: 'alpha', crewStatus: 'enRoute', task: 'breach:B1' })
    twoBreaches
      .when(after(5))
      .when(send('alpha', 'breach:B2'))
      .thenRejected({ code: 'CrewNotReady', crew: 'alpha', crewStatus: 'working', task: 'breach:B1' })
  })

  test('[CRW1] one on its way home turns in the next compartment', () => {
    // Recalled at 7 s in the hold, home in the workshop at 12 s; sent at 9 s, it is in the engine room at 12 + 10 = 22 s.
    twoBreaches
      .when(after(7), recall('alpha'), after(2))
      .when(send('alpha', 'breach:B2'), after(13))
      .thenHappens(
        {
          type: 'CrewDispatched',
          route: [
            { compartment: '02-02', at: 12_000 },
            { compartment: '03-01', at: 22_000 },
          ],
        },
        { type: 'CrewArrived', compartment: '03-01', at: 22_000 },
      )
  })

  test('[CRW2] a crew with nobody fit cannot be sent', () => {
    const whole = smallShip()
    const bravo = {
      status: 'ready',
      task: null,
      compartment: '03-01',
      route: [],
      since: 0,
      hurt: 2,
      ...RESTED,
    } as const
    givenShip({ ...whole, crews: { ...whole.crews, bravo } }, breach('02-01', 0.5))
      .when(send('bravo', 'breach:B1'))
      .thenRejected({ code: 'CrewHasNobodyFit', crew: 'bravo', size: 2, hurt: 2 })
  })

  test('[CRW2] nor can it walk home', () => {
    const whole = smallShip()
    const bravo = {
      status: 'ready',
      task: null,
      compartment: '02-01',
      route: [],
      since: 0,
      hurt: 2,
      ...RESTED,
    } as const
    givenShip({ ...whole, crews: { ...whole.crews, bravo } })
      .when(recall('bravo'))
      .thenRejected({ code: 'CrewHasNobodyFit', crew: 'bravo', size: 2, hurt: 2 })
  })

  test('[CRW3] sent again to the task it is on, nothing happens', () => {
    twoBreaches.when(send('alpha', 'breach:B1')).thenNothing()
    twoBreaches.when(after(6)).when(send('alpha', 'breach:B1')).thenNothing()
  })

  test('[CRW4] on scene the repair begins at once; when it is done the crew goes home', () => {
    // 4 person-minutes by four at half pace: 120 s, and 5 s each way.
    twoBreaches
      .when(after(130))
      .thenHappens(
        { type: 'CrewArrived', crew: 'alpha', task: 'breach:B1', compartment: '02-01', at: 5_000 },
        { type: 'CrewStartedWork', crew: 'alpha', at: 5_000 },
        { type: 'BreachSealed', breach: 'B1', at: 125_000 },
        { type: 'CrewReleased', crew: 'alpha', at: 125_000 },
        { type: 'CrewReturning', crew: 'alpha', at: 125_000 },
        { type: 'CrewReady', crew: 'alpha', compartment: '02-02', at: 130_000 },
      )
  })

  test('[CRW4] a crew whose task is done before it arrives turns round', () => {
    // Bravo from the engine room needs 15 s by the workshop; alpha is done at 35 s: sent at 30 s, it turns in the workshop.
    const held = given(raise('02-01'), breach('02-01', 0.1), send('alpha', 'breach:B1'), after(25))
    // 1.6 person-minutes by four: 24 s, so at 29 s.
    held
      .when(send('bravo', 'breach:B1'), after(20))
      .thenHappens(
        { type: 'BreachSealed', at: 29_000 },
        {
          type: 'CrewReturning',
          crew: 'bravo',
          route: [
            { compartment: '02-02', at: 35_000 },
            { compartment: '03-01', at: 45_000 },
          ],
        },
        { type: 'CrewReady', crew: 'bravo', compartment: '03-01', at: 45_000 },
      )
      .thenOnly(['CrewArrived'])
  })

  test('[CRW4] when two crews finish together, both go home, and the breach is sealed once', () => {
    // Behind a field: alpha 4 and bravo 2 · 0.5. Bravo comes at 15 s, when alpha has done 10 s · 4 = 40 of 240 person-s.
    // The other 200 at 5 a second: 40 s, so at 55 s.
    given(raise('02-01'), breach('02-01', 0.5), send('alpha', 'breach:B1'), send('bravo', 'breach:B1'))
      .when(after(75))
      .thenOnly(['BreachSealed'], { type: 'BreachSealed', at: 55_000 })
      .thenOnly(
        ['CrewReady'],
        { type: 'CrewReady', crew: 'alpha', at: 60_000 },
        { type: 'CrewReady', crew: 'bravo', at: 70_000 },
      )
  })

  test('[CRW6] a recalled crew goes home from the next compartment it reaches', () => {
    // Under way to the hold, 5 s; recalled at 2 s it turns there: home at 10 s.
    twoBreaches
      .when(after(2))
      .when(recall('alpha'), after(8))
      .thenHappens(
        { type: 'CrewRecalled', crew: 'alpha' },
        { type: 'CrewReleased', crew: 'alpha', task: 'breach:B1' },
        { type: 'CrewReturning', crew: 'alpha', compartment: '02-01' },
        { type: 'CrewReady', crew: 'alpha', compartment: '02-02', at: 10_000 },
      )
  })

  test('[CRW6] work stops when the crew is recalled, and nothing of it is lost', () => {
    // 60 s of 120: half done. Alpha comes again after 10 s, and has 60 s to go.
    const half = twoBreaches.when(after(65), recall('alpha'))
    half.thenHappens({ type: 'WorkPaced', task: 'breach:B1', percent: 50, perS: 0 })
    half.when(after(600)).thenNever('BreachSealed')
    half.when(after(5), send('alpha', 'breach:B1'), after(65)).thenHappens({ type: 'BreachSealed', at: 135_000 })
  })

  test('[CRW6] a crew at its station, or on its way there, is not out', () => {
    given().when(recall('alpha')).thenRejected({ code: 'CrewNotOut', crew: 'alpha', crewStatus: 'ready' })
    twoBreaches
      .when(after(2), recall('alpha'), after(2))
      .when(recall('alpha'))
      .thenRejected({ code: 'CrewNotOut', crew: 'alpha', crewStatus: 'returning' })
  })

  test('[CRW6] a crew that was held up can be recalled as soon as there is a way, and its alarm returns', () => {
    const stranded = twoBreaches.when(after(6), seal('02-01/02-02'), seal('02-01/03-01'), recall('alpha'))
    stranded.thenHappens(
      { type: 'CrewReady', crew: 'alpha', compartment: '02-01' },
      { type: 'AlarmRaised', alarm: 'crew@alpha' },
    )
    stranded.when(recall('alpha')).thenRejected({
      code: 'NoRoute',
      from: '02-01',
      to: '02-02',
      obstacle: '02-01/02-02',
      obstacleState: 'sealed',
    })
    stranded
      .when(open('02-01/02-02'), recall('alpha'), after(5))
      .thenHappens(
        { type: 'CrewReturning', crew: 'alpha' },
        { type: 'AlarmReturned', alarm: 'crew@alpha' },
        { type: 'CrewReady', crew: 'alpha', compartment: '02-02' },
      )
  })

  test('[CRW7] a crew whose last member goes down is released where it is', () => {
    // Bravo works in the engine room; the first seed whose hit strikes both of them down.
    const scenes = Array.from({ length: 60 }, (_one, seed) =>
      givenShip({ ...smallShip(), seed }, damage('engine', 50), send('bravo', 'system:engine'), after(1)).when(
        hit('03-01', 2000),
      ),
    )
    const down = scenes.find(({ ship }) => ship.crews.bravo?.hurt === 2)
    expect(down).toBeDefined()
    down?.thenHappens(
      { type: 'CrewHurt', crew: 'bravo', hurt: 2 },
      { type: 'WorkPaced', task: 'system:engine', perS: 0 },
      { type: 'CrewReleased', crew: 'bravo', task: 'system:engine' },
      { type: 'CrewReady', crew: 'bravo', compartment: '03-01' },
    )
    const oneLeft = scenes.find(({ ship }) => ship.crews.bravo?.hurt === 1)
    oneLeft?.thenHappens({ type: 'WorkPaced', task: 'system:engine' }).thenNever('CrewReleased')
    expect(oneLeft).toBeDefined()
  })

  test('[CRW8] a crew sent to look at a place is released as soon as it is there', () => {
    // From the workshop to the store: 10 s to the engine room, 5 s on; and back.
    given(send('alpha', 'place:03-02'))
      .when(after(30))
      .thenHappens(
        { type: 'CrewArrived', crew: 'alpha', task: 'place:03-02', compartment: '03-02', at: 15_000 },
        { type: 'CrewReleased', crew: 'alpha', task: 'place:03-02', at: 15_000 },
        { type: 'CrewReady', crew: 'alpha', compartment: '02-02', at: 30_000 },
      )
      .thenNever('CrewStartedWork')
    given().when(send('alpha', 'place:09-09')).thenRejected({ code: 'UnknownThing', what: 'task', id: 'place:09-09' })
  })

  test('[CRW9] to what nobody knows of no crew can be sent', () => {
    const blind = smallShip({ sensors: { system: 'computer', noticeSeconds: 60 } })
    const unseen = givenShip(blind, damage('computer', 0), breach('02-03', 0.5), breach('03-02', 0.5))
    unseen.when(send('alpha', 'breach:B2')).thenRejected({ code: 'UnknownThing', what: 'task', id: 'breach:B2' })
    // The medics stand in the sick berth, and see it.
    unseen.when(send('alpha', 'breach:B1')).thenHappens({ type: 'CrewDispatched', task: 'breach:B1' })
    unseen.when({ type: 'SetTaskPriority', task: 'breach:B2', priority: 'first' }).thenRejected({
      code: 'UnknownThing',
      what: 'task',
      id: 'breach:B2',
    })
  })

  test('what a crew is sent to must be there', () => {
    given().when(send('nobody', 'breach:B1')).thenRejected({ code: 'UnknownThing', what: 'crew', id: 'nobody' })
    for (const task of ['breach:B1', 'system:engine', 'passage:02-01/02-02', 'casualty:C1', 'nonsense', ':', ''])
      given().when(send('alpha', task)).thenRejected({ code: 'UnknownThing', what: 'task', id: task })
  })

  test('a casualty who is on the way already needs no crew', () => {
    given(report('02-01', 'burns'), { type: 'TransportCasualty', casualty: 'C1', by: 'carry' })
      .when(send('alpha', 'casualty:C1'))
      .thenRejected({ code: 'CasualtyNot', casualty: 'C1', casualtyStatus: 'moving', needed: ['waiting'] })
  })
})
