import { describe, expect, test } from 'vitest'
import type { Fact } from '#shared/ship/events.ts'
import { seenOf, shown } from '#shared/ship/known.ts'
import { performanceAt } from '#shared/ship/formula.ts'
import { sensorsReach } from '#shared/ship/rules/sensing.ts'
import type { Ship } from '#shared/ship/state.ts'
import { dark, NOTICE_S, sensingShip } from '../support/dark-ship.ts'
import { after, given, givenShip } from '../support/given.ts'
import { having } from '../support/having.ts'
import * as o from '../support/ship-orders.ts'

describe('what is known', () => {
  test('[KNO1] what a working sensor sees, or a crew that is there, is known at once', () => {
    const scene = givenShip(sensingShip()).when(o.breach('01-02', 1))
    expect(scene.ship.unknown).toEqual({})
    const crew = dark().when(o.breach('02-02', 1))
    expect(shown(crew.ship).breaches).toHaveProperty('B1')
    crew.thenHappens({ type: 'AlarmRaised', alarm: 'breach@02-02' })
  })

  test('[KNO1] a ship without sensors in her file is taken to see everything', () => {
    const scene = given(o.damage('computer', 0)).when(o.breach('01-02', 1), o.hit('03-02', 900))
    expect(scene.ship.unknown).toEqual({})
    expect(scene.events.filter(({ hides }) => hides)).toEqual([])
  })

  test('[KNO1] a crew with nobody fit sees nothing', () => {
    const { ship } = dark()
    const down = { ...ship, crews: { ...ship.crews, alpha: { ...ship.crews['alpha'], hurt: 4 } } } as Ship
    expect(shown(givenShip(down).when(o.breach('02-02', 1)).ship).breaches).toEqual({})
  })

  test('[KNO1] coverage is lost compartment by compartment as the sensors fail, in the same order every time', () => {
    const whole = sensingShip()
    const seenAt = (percent: number): readonly string[] => {
      const { ship } = percent < 100 ? givenShip(whole, o.damage('computer', percent)) : givenShip(whole)
      expect(performanceAt(ship, 'computer', ship.at)).toBe(percent)
      return [...ship.plan.compartments.keys()].filter(sensorsReach(ship, ship.at))
    }
    const [all, most, few, none] = [seenAt(100), seenAt(60), seenAt(20), seenAt(0)]
    expect(all).toHaveLength(7)
    expect(none).toEqual([])
    expect(most.length).toBeLessThan(7)
    expect(few.every((id) => most.includes(id))).toBe(true)
  })

  test('[KNO2] damage that nobody sees raises no alarm, is no work, and cannot be ordered about', () => {
    const scene = dark().when(o.breach('01-02', 1), o.breach('03-02', 0.5))
    expect(shown(scene.ship)).toMatchObject({ breaches: {}, air: {}, alarms: { 'system@computer': {} } })
    expect(scene.ship.breaches).toMatchObject({ B1: {}, B2: {} })
    scene.thenNever('AlarmRaised')
    scene.when(o.send('alpha', 'breach:B1')).thenRejected({ code: 'UnknownThing', what: 'task', id: 'breach:B1' })
    scene.when(o.rank('breach:B2', 'first')).thenRejected({ code: 'UnknownThing', what: 'task', id: 'breach:B2' })
  })

  test('[ALM5] thin air whose end nobody saw is over as soon as its air is seen to be good', () => {
    const { ship, at } = given(o.breach('02-01', 2), after(30))
    const air = {
      kpa: 100,
      since: at,
      flow: { kind: 'filling', kpaPerS: 1, toKpa: 101.3 },
      dose: 0,
      thin: false,
    } as const
    const unseen = { 'air/02-01': { since: at, shown: ship.air['02-01'], fault: false } }
    givenShip({ ...ship, breaches: {}, air: { '02-01': air }, unknown: unseen })
      .when(after(40))
      .thenHappens({ type: 'AirFlowChanged', at: at + 1300 }, { type: 'AlarmReturned', alarm: 'thin-air@02-01' })
  })

  test('[KNO2] that the ship was hit, where and how hard, everybody knows', () => {
    const scene = dark().when(o.hit('03-02', 900, 'fore'))
    expect(seenOf(scene.last('HitInflicted'))).toMatchObject({ type: 'HitInflicted', compartment: '03-02' })
    expect(scene.events.some(({ hides }) => hides)).toBe(true)
  })

  test('[KNO2] of air that is joined, each reading is known or not by its own place', () => {
    const scene = dark(o.open('01-02/02-02')).when(o.breach('02-02', 1))
    const flow = scene.events.find((event) => event.type === 'AirFlowChanged' && event.readings.length > 1)
    expect(flow?.hides).toEqual(['air/01-02'])
    expect(flow && seenOf(flow)).toMatchObject({ readings: [{ compartment: '02-02' }] })
    expect(shown(scene.ship).air).not.toHaveProperty('01-02')
  })

  test('[KNO2] a casualty of an inject is known when somebody sees them, one that a person reports at once', () => {
    const inject = { at: 0, do: o.report('01-01', 'burns', 'Canary') } as const
    const scene = dark().when(o.scenario({ injects: [{ at: 0, do: o.damage('computer', 0) }, inject] }), after(1))
    expect(scene.ship.casualties).toMatchObject({ C1: { name: 'Canary' } })
    expect(shown(scene.ship)).toMatchObject({ casualties: {}, people: {} })
    const told = dark().when(o.report('01-01', 'burns', 'Reported'))
    expect(shown(told.ship)).toMatchObject({ casualties: { C1: { name: 'Reported' } }, people: { '01-01': 1 } })
  })
})

describe('what comes to be known', () => {
  test('[KNO3] a crew that arrives finds all that is unknown there but hidden faults, in one event', () => {
    const scene = dark(o.hide('emitters', 40), o.breach('01-02', 1), o.damage('shield-fore', 30)).when(
      o.send('alpha', 'place:01-02'),
      after(60),
    )
    const [event, ...others] = scene.events.filter(({ type }) => type === 'PlaceRevealed')
    expect(others).toEqual([])
    expect(event).toMatchObject({ compartment: '01-02', how: 'crew' })
    const keys = event?.type === 'PlaceRevealed' ? event.reveals.map(({ key }) => key).sort() : []
    expect(keys).toEqual(['air/01-02', 'breaches/B1', 'systems/shield-fore'])
    scene.thenHappens({ type: 'PlaceRevealed' }, { type: 'AlarmRaised', alarm: 'breach@01-02' })
    expect(Object.keys(scene.ship.unknown)).toEqual(['systems/emitters'])
  })

  test('[KNO3] in a ship run by reports a crew finds it when it says that it is there', () => {
    const drill = dark(o.runBy('reported'), o.breach('01-02', 1), o.send('alpha', 'place:01-02'), after(60))
    expect(shown(drill.ship).breaches).toEqual({})
    drill.when(o.onScene('alpha')).thenHappens({ type: 'CrewArrived' }, { type: 'PlaceRevealed', how: 'crew' })
  })

  test('[KNO3] sensors that come back find what they now cover', () => {
    const scene = dark(o.breach('01-02', 1), o.send('alpha', 'system:computer')).when(after(3600))
    scene.thenHappens({ type: 'SystemHealthReached', system: 'computer' }, { type: 'PlaceRevealed', how: 'sensors' })
    expect(scene.ship.unknown).toEqual({})
    const restarted = givenShip(sensingShip(), o.stop('computer'), o.breach('01-02', 1)).when(o.start('computer'))
    restarted.thenHappens({ type: 'SystemStarted' }, { type: 'PlaceRevealed', compartment: '01-02', how: 'sensors' })
  })

  test('[KNO4] people who are well in a compartment tell after the time in the ship file', () => {
    const scene = dark().when(o.damage('shield-all', 50), after(NOTICE_S - 1))
    scene.thenNever('PlaceRevealed')
    scene.when(after(1)).thenHappens({
      type: 'PlaceRevealed',
      at: NOTICE_S * 1000,
      compartment: '02-01',
      how: 'people',
      reveals: [{ key: 'systems/shield-all', now: expect.objectContaining({ running: true }) as unknown }],
    })
  })

  test('[KNO4] where nobody is, or nobody is well any more, nobody tells', () => {
    dark().when(o.damage('auxiliary', 50), after(3600)).thenNever('PlaceRevealed')
    const overcome = dark().when(o.breach('02-01', 6), after(3600))
    expect(overcome.ship).toMatchObject({ people: { '02-01': 0 } })
    expect(shown(overcome.ship).casualties).toEqual({})
    overcome.thenNever('PlaceRevealed')
  })

  test('[KNO5] whoever starts work on a system finds its hidden fault', () => {
    const scene = given(o.damage('galley', 60), o.hide('galley', 10)).when(o.send('alpha', 'system:galley'), after(1))
    scene.thenHappens(
      { type: 'CrewStartedWork' },
      { type: 'PlaceRevealed', how: 'crew', reveals: [{ key: 'systems/galley', now: expect.anything() as unknown }] },
      { type: 'WorkPaced', task: 'system:galley', percent: 10 },
    )
    expect(scene.ship.unknown).toEqual({})
  })

  describe('a door that nobody knows is jammed', () => {
    const DOOR = '01-01/01-02'
    const jammed = having(dark().ship, { type: 'PassageJammed', passage: DOOR, hit: null })
    const found = {
      reveals: [{ key: `passages/${DOOR}` as const, now: expect.objectContaining({ state: 'jammed' }) as unknown }],
    }

    test('[KNO5] a crew goes by what it knows, and comes upon it on its way', () => {
      expect(shown(jammed).passages).toEqual({})
      givenShip(jammed)
        .when(o.send('alpha', 'place:01-01'), after(30))
        .thenHappens(
          { type: 'CrewDispatched' },
          { type: 'PlaceRevealed', at: 10_000, how: 'crew', ...found },
          { type: 'CrewHalted', compartment: '01-02', obstacle: DOOR, obstacleState: 'jammed' },
        )
    })

    test('[KNO5] so do bearers, who set down whom they carry', () => {
      givenShip(jammed)
        .when(o.report('01-01', 'burns'), o.carry('C1'), after(10))
        .thenHappens(
          { type: 'CasualtyMoved' },
          { type: 'PlaceRevealed', at: 0, ...found },
          { type: 'CasualtySetDown', casualty: 'C1', compartment: '01-01' },
        )
    })

    test('[KNO8] whoever would seal it finds out, and nothing else comes of it', () => {
      const scene = givenShip(jammed).when(o.seal(DOOR))
      scene.thenHappens({ type: 'PlaceRevealed', how: 'attempt', ...found }, { type: 'AlarmRaised' })
      scene.thenNever('PassageSealed')
      scene.when(o.seal(DOOR)).thenRejected({ code: 'PassageJammed', passage: DOOR })
    })
  })

  test('[KNO6] what the captain can ask for is told by what is known', () => {
    const scene = given().when(o.hide('engine', 10))
    scene.thenNever('CapabilityChanged')
    scene
      .when({ type: 'RunDiagnostic', system: 'engine' }, after(60))
      .thenHappens({ type: 'PlaceRevealed', how: 'diagnostic' }, { type: 'CapabilityChanged', to: 'none' })
  })

  describe('work that is not there any more', () => {
    const fire: Fact = { type: 'FireStarted', fire: 1, compartment: '03-02', growth: 'slow', hit: null, burnsAt: 9e9 }
    const burnt: Fact = { type: 'FireOut', compartment: '03-02', because: 'no-air' }
    const blind = givenShip(having(sensingShip(), fire), o.stop('computer'), o.send('alpha', 'fire:03-02'), after(5))
    const gone = givenShip(having({ ...blind.ship, at: 5000 }, burnt))

    test('[KNO7] a crew on its way learns of it when it is there', () => {
      expect(gone.ship.crews['alpha']).toMatchObject({ status: 'enRoute', task: 'fire:03-02' })
      expect(Object.keys(shown(gone.ship).fires)).toEqual(['03-02'])
      gone
        .when(after(10))
        .thenOnly(
          ['CrewArrived', 'PlaceRevealed', 'CrewStartedWork', 'CrewReleased', 'CrewReturning'],
          { type: 'CrewArrived', at: 15_000 },
          { type: 'PlaceRevealed', how: 'crew', compartment: '03-02' },
          { type: 'CrewReleased', crew: 'alpha', task: 'fire:03-02' },
          { type: 'CrewReturning', crew: 'alpha' },
        )
    })

    test('[KNO7] it is called off when it is found out before, and a priority given to the work ends with it', () => {
      const scene = gone.when(o.rank('fire:03-02', 'first'), o.start('computer'))
      scene.thenHappens({ type: 'PlaceRevealed', how: 'sensors' }, { type: 'CrewReleased' }, { type: 'CrewReturning' })
      expect(scene.ship.priorities).toEqual({})
    })
  })

  test('[KNO8] a refusal tells only what is known; what nobody knew of is found in trying', () => {
    const faulty = given(o.hide('transporter', 37.654321), o.report('02-01', 'burns'))
    const scene = faulty.when(o.beam('C1'))
    expect(scene.refusal).toBeNull()
    scene.thenOnly(['PlaceRevealed', 'CasualtyMoved'], { type: 'PlaceRevealed', how: 'attempt', compartment: '02-03' })
    scene
      .when(o.beam('C1'))
      .thenRejected({ code: 'SystemTooWeak', system: 'transporter', percent: 37.654321, neededPercent: 60 })
  })

  test('[KNO8] orders about what is unknown in part change what is known of it, too', () => {
    const scene = given(o.hide('galley', 40)).when(o.stop('galley'))
    scene.thenHappens({ type: 'SystemShutDown', system: 'galley' })
    expect(scene.ship.systems['galley']).toMatchObject({ running: false, repair: { percent: 40 } })
    expect(shown(scene.ship).systems['galley']).toMatchObject({ running: false, repair: { percent: 100 } })
  })
})
