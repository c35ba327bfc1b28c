import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Order } from '#shared/ship/commands.ts'
import type { ShipEvent } from '#shared/ship/events.ts'
import { after, given, givenShip, type Scene } from '../support/given.ts'
import {
  breach,
  carry,
  damage,
  done,
  ignite,
  lend,
  onScene,
  progress,
  raise,
  recall,
  report,
  rig,
  runBy,
  seal,
  send,
} from '../support/ship-orders.ts'
import { passagesWith, smallShip, systemsWith } from '../support/small-ship.ts'

/** 0.5 m² behind a field: alpha has 5 s to walk and 60 s to work. */
const drill = given(runBy('reported'), breach('02-01', 0.5), raise('02-01'), send('alpha', 'breach:B1'))

describe('the mode', () => {
  test('[RUN1] a ship is simulated until she is run by reports', () => {
    expect(given().ship.runMode).toBe('simulated')
    given().when(runBy('simulated')).thenNothing()
    given().when(runBy('reported')).thenHappens({ type: 'RunModeSet', mode: 'reported' })
    drill.when(runBy('reported')).thenNothing()
  })

  test('[RUN1] work under way stands still when reports begin, and goes on from there when they end', () => {
    // There at 5 s; 30 s of 60: half done. It stands for 100 s; the other half takes 30 s: at 165 s.
    const half = given(breach('02-01', 0.5), raise('02-01'), send('alpha', 'breach:B1'), after(35), runBy('reported'))
    half.thenHappens({ type: 'WorkPaced', task: 'breach:B1', percent: expect.closeTo(50, 9) as number, perS: 0 })
    half.when(after(100)).thenNever('BreachSealed')
    half
      .when(after(100), runBy('simulated'), after(31))
      .thenHappens(
        { type: 'WorkPaced', percent: expect.closeTo(50, 9) as number },
        { type: 'BreachSealed', at: 165_000 },
      )
  })

  test('[RUN1] whoever should be there by now is there at once when the laws take over again', () => {
    drill
      .when(after(60), runBy('simulated'), after(61))
      .thenHappens(
        { type: 'CrewArrived', crew: 'alpha', at: 60_000 },
        { type: 'BreachSealed', at: expect.closeTo(120_000, -1) as number },
      )
  })
})

describe('what waits for a report', () => {
  test('[RUN2] nobody arrives and nothing is done by itself', () => {
    const there = drill.when(after(3600))
    there.thenNever('CrewArrived')
    const working = there.when(onScene('alpha'), after(3600))
    working.thenHappens({ type: 'CrewStartedWork' }).thenNever('BreachSealed', 'WorkPaced')
    const home = working.when(done('alpha'), after(3600))
    home.thenHappens({ type: 'BreachSealed' }, { type: 'CrewReturning' }).thenNever('CrewReady')
  })

  test('[RUN2] whom a crew carries is on the way until the crew says so; bearers need no report', () => {
    const carried = given(
      runBy('reported'),
      report('02-01', 'fracture'),
      report('02-01', 'fracture'),
      send('medics', 'casualty:C1'),
      onScene('medics'),
      carry('C2'),
    ).when(after(60))
    carried.thenOnly(['CasualtyBedded'], { type: 'CasualtyBedded', casualty: 'C2', at: 20_000 })
    carried.when(onScene('medics')).thenHappens({ type: 'CasualtyBedded', casualty: 'C1', sickbay: 'berth' })
  })

  test('[RUN2] air goes on leaving, whatever is reported', () => {
    // The hold, 600 m³ through 0.5 m²: τ = 600 / (198.6 · 0.6 · 0.5) = 10.07 s; 57 kPa after 10.07 · ln(101.3/57) = 5.79 s.
    given(runBy('reported'), breach('02-01', 0.5))
      .when(after(10))
      .thenHappens({ type: 'AirThinned', compartment: '02-01', at: expect.closeTo(5_791, -2) as number })
  })
})

describe('reports', () => {
  test('[RUN3] on scene, work begins; home, the crew is ready', () => {
    drill
      .when(after(9), onScene('alpha'))
      .thenHappens(
        { type: 'CrewArrived', crew: 'alpha', task: 'breach:B1', compartment: '02-01', at: 9_000 },
        { type: 'CrewStartedWork', crew: 'alpha' },
      )
    drill
      .when(onScene('alpha'), done('alpha'), after(4), onScene('alpha'))
      .thenHappens({ type: 'CrewReady', crew: 'alpha', compartment: '02-02', at: 4_000 })
  })

  test('[RUN3] a crew that is there already may say so again', () => {
    drill.when(onScene('alpha')).when(onScene('alpha')).thenNothing()
  })

  test('[RUN3] a crew with a casualty that is sooner than thought goes home from the sick berth', () => {
    // From the hold bearers need 20 s; they are there after 6.
    given(runBy('reported'), report('02-01', 'burns'), send('alpha', 'casualty:C1'), onScene('alpha'), after(6))
      .when(onScene('alpha'))
      .thenHappens(
        { type: 'CasualtyBedded', casualty: 'C1', compartment: '02-03' },
        { type: 'CrewReleased', crew: 'alpha', task: 'casualty:C1' },
        { type: 'CrewReturning', crew: 'alpha', compartment: '02-03' },
      )
  })

  test('[RUN3] a crew recalled long after it should have been there turns round there', () => {
    drill.when(after(60), recall('alpha')).thenHappens({ type: 'CrewReturning', crew: 'alpha', compartment: '02-01' })
  })

  test('[RUN4] progress is where the work stands', () => {
    const working = drill.when(onScene('alpha'), progress('alpha', 40))
    working.thenHappens({ type: 'WorkPaced', task: 'breach:B1', percent: 40, perS: 0 })
    expect(working.ship.breaches.B1?.repair.percent).toBe(40)
    working.when(progress('alpha', 40)).thenNothing()
  })

  test('[RUN4] less than has been reached is refused, and more than all', () => {
    const working = drill.when(onScene('alpha'), progress('alpha', 40))
    for (const value of [39, 101, Number.NaN])
      working
        .when(progress('alpha', value))
        .thenRejected({ code: 'OutOfRange', field: 'percent', value, least: 40, most: 100 })
  })

  test('[RUN4] a system passes its marks on the way, and what depends on them follows', () => {
    // The engine's marks: 20, 25, 30, 50, 80, 100. At 20 % slow speed is there again.
    given(runBy('reported'), damage('engine', 10), send('bravo', 'system:engine'), onScene('bravo'))
      .when(progress('bravo', 40))
      .thenHappens(
        { type: 'SystemHealthReached', system: 'engine', percent: 20 },
        { type: 'CapabilityChanged', capability: 'propulsion', from: 'none', to: 'slow' },
        { type: 'SystemHealthReached', system: 'engine', percent: 25 },
        { type: 'WorkPaced', task: 'system:engine', percent: 40 },
      )
  })

  test('[RUN4] all of it is as good as done', () => {
    drill.when(onScene('alpha'), progress('alpha', 100)).thenHappens({ type: 'BreachSealed', breach: 'B1' })
  })

  test('[RUN5] done ends the work, whatever it is', () => {
    given(runBy('reported'), damage('engine', 60), send('bravo', 'system:engine'), onScene('bravo'))
      .when(done('bravo'))
      .thenOnly(
        ['SystemHealthReached'],
        { type: 'SystemHealthReached', percent: 80 },
        { type: 'SystemHealthReached', percent: 100 },
      )
    const jammed = smallShip({ passages: passagesWith({ '02-02/03-01': 'jammed' }) })
    givenShip(jammed, runBy('reported'), send('alpha', 'passage:02-02/03-01'), onScene('alpha'))
      .when(done('alpha'))
      .thenHappens({ type: 'PassageFreed', passage: '02-02/03-01' }, { type: 'CrewReady', crew: 'alpha' })
    given(runBy('reported'), report('02-01', 'burns'), send('medics', 'casualty:C1'), onScene('medics'))
      .when(done('medics'))
      .thenHappens({ type: 'CasualtyBedded', casualty: 'C1' })
  })

  test('[RUN5] a fire is out, a leak stopped and a cable laid when those who are at it say so', () => {
    given(runBy('reported'), ignite('03-02', 'slow'), send('alpha', 'fire:03-02'), onScene('alpha'))
      .when(done('alpha'))
      .thenHappens({ type: 'FireOut', compartment: '03-02', because: 'fought' }, { type: 'CrewReleased' })
    const leaking = systemsWith({ engine: { leak: { kind: 'coolant', belowPercent: 60 } } })
    givenShip(smallShip({ systems: leaking }), runBy('reported'), damage('engine', 50))
      .when(send('bravo', 'leak:engine'), onScene('bravo'), done('bravo'))
      .thenHappens({ type: 'LeakStopped', system: 'engine' }, { type: 'CrewReleased', task: 'leak:engine' })
    const cables = { lines: 1, mwEach: 20, personMinutes: 8, skill: 'electrical' }
    givenShip(smallShip({ casualtyPower: cables }), runBy('reported'), rig('engine'))
      .when(send('bravo', 'casualty-power:engine'), onScene('bravo'), done('bravo'))
      .thenHappens({ type: 'CasualtyPowerRigged', system: 'engine' }, { type: 'CrewReleased' })
  })

  test('[RUN7] in a simulated ship crews do not report', () => {
    for (const order of [onScene('alpha'), progress('alpha', 50), done('alpha')])
      given(breach('02-01', 0.5), send('alpha', 'breach:B1')).when(order).thenRejected({ code: 'NotReportedMode' })
  })

  test('[RUN7] a crew reports only what it could have done', () => {
    const refused = (scene: Scene, order: Order, crewStatus: 'ready' | 'enRoute' | 'onScene' | 'working') =>
      scene.when(order).thenRejected({ code: 'CrewHasNoTask', crew: 'alpha', crewStatus })
    for (const order of [onScene('alpha'), progress('alpha', 50), done('alpha')])
      refused(given(runBy('reported')), order, 'ready')
    for (const order of [progress('alpha', 50), done('alpha')]) refused(drill, order, 'enRoute')
    // No bed is free, so that alpha waits at the casualty's side.
    const noBeds = smallShip({ sickbays: [] })
    const waiting = givenShip(noBeds, runBy('reported'), report('02-01', 'burns'), send('alpha', 'casualty:C1'))
    refused(waiting.when(onScene('alpha')), done('alpha'), 'onScene')
    const carrying = given(runBy('reported'), report('02-01', 'burns'), send('alpha', 'casualty:C1'), onScene('alpha'))
    refused(carrying, progress('alpha', 50), 'working')
    given(runBy('reported')).when(onScene('delta')).thenRejected({ code: 'UnknownThing', what: 'crew', id: 'delta' })
  })
})

describe('both ways to run a ship', () => {
  const ORDERS: readonly Order[] = [
    send('alpha', 'breach:B1'),
    send('alpha', 'system:engine'),
    send('bravo', 'system:engine'),
    send('bravo', 'breach:B1'),
    send('medics', 'casualty:C1'),
    send('medics', 'casualty:C2'),
    send('alpha', 'casualty:C2'),
    send('alpha', 'place:03-02'),
    recall('alpha'),
    recall('bravo'),
    recall('medics'),
    seal('02-01/02-02'),
    ignite('03-02', 'slow'),
    send('alpha', 'fire:03-02'),
    send('bravo', 'fire:03-02'),
    lend('02-01', 'alpha', 2),
  ]
  const trouble = [breach('02-01', 0.2), raise('02-01'), damage('engine', 71.3), report('02-01', 'burns')] as const
  const more = report('03-01', 'fracture')

  const workerAt = ({ ship }: Scene, task: string): string =>
    Object.keys(ship.crews).find((id) => ship.crews[id]?.task === task && ship.crews[id].status === 'working') ?? ''

  /** What somebody would have to say for an event to happen in a ship run by reports. */
  const reportOf = (scene: Scene, event: ShipEvent): Order | null => {
    if (event.type === 'CrewArrived' || event.type === 'CrewReady') return onScene(event.crew)
    if (event.type === 'BreachSealed') return done(workerAt(scene, `breach:${event.breach}`))
    if (event.type === 'FireOut' && event.because === 'fought')
      return done(workerAt(scene, `fire:${event.compartment}`))
    if (event.type === 'CasualtyBedded') return onScene(workerAt(scene, `casualty:${event.casualty}`))
    if (event.type === 'SystemHealthReached') return progress(workerAt(scene, `system:${event.system}`), event.percent)
    return null
  }

  /** The events of a story without what reports may change: when, how fast, and what follows from these. */
  const plot = (events: readonly ShipEvent[]) =>
    events
      .filter(({ type }) => type !== 'WorkPaced' && type !== 'RunModeSet')
      .map(({ seq: _seq, cause: _cause, at: _at, ...fact }) => fact)

  test('[RUN6] the same story told by reports gives the same events', () => {
    const happened = new Set<string>()
    const moves = fc.array(fc.tuple(fc.constantFrom(...ORDERS), fc.integer({ min: 1, max: 90_000 })), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(moves, (story) => {
        const laws = { scene: given(...trouble, more), events: [] as ShipEvent[] }
        const told = { scene: given(runBy('reported'), ...trouble, more), events: [] as ShipEvent[] }
        const tell = (scene: Scene): void => {
          told.scene = scene
          told.events.push(...scene.events)
        }
        for (const [order, waitMs] of story) {
          laws.scene = laws.scene.when(order)
          laws.events.push(...laws.scene.events)
          tell(told.scene.when(order))
          laws.scene = laws.scene.when({ waitMs })
          laws.events.push(...laws.scene.events)
          const byThemselves = laws.scene.events.filter(({ cause }) => cause === null)
          for (const event of byThemselves) {
            tell(told.scene.when({ waitMs: event.at - told.scene.at }))
            const words = reportOf(told.scene, event)
            if (words) tell(told.scene.when(words))
            expect(told.scene.refusal).toBeNull()
          }
          tell(told.scene.when({ waitMs: laws.scene.at - told.scene.at }))
        }
        expect(plot(told.events)).toEqual(plot(laws.events))
        for (const { type } of told.events) happened.add(type)
      }),
      { numRuns: 200, seed: 4 },
    )
    const REPORTED = ['CrewArrived', 'CrewReady', 'BreachSealed', 'SystemHealthReached', 'FireOut', 'CasualtyBedded']
    expect([...happened]).toEqual(expect.arrayContaining(REPORTED))
  })
})
