import { describe, expect, test } from 'vitest'
import { batteryAt } from '#shared/ship/formula.ts'
import { after, given, givenShip } from '../support/given.ts'
import { breach, damage, raise, send, start, stop } from '../support/ship-orders.ts'
import { smallShip, systemsWith } from '../support/small-ship.ts'

const NO_BATTERY = { capacityMj: 0, outputMw: 0 }

describe('sources and loads', () => {
  test('[POW1] a source gives in proportion to what is left of it', () => {
    // 60 · 50 % + 20 = 50 MW
    given(damage('reactor', 50)).thenHappens({ type: 'PowerBalanceChanged', supplyMw: 50 })
    given(stop('auxiliary')).thenHappens({ type: 'PowerBalanceChanged', supplyMw: 60 })
  })

  test('[POW1] a source that needs something gives no more than it is limited to without it', () => {
    const needs = [{ system: 'computer', atLeastPercent: 50, orLimitedToPercent: 10 }]
    givenShip(smallShip({ systems: systemsWith({ reactor: { needs } }) }))
      .when(damage('computer', 49))
      .thenHappens({ type: 'PowerBalanceChanged', supplyMw: 26 })
  })

  test('[POW1] a load draws all it needs, unless it is stopped or there is nothing left of it', () => {
    given(damage('engine', 1)).thenNever('PowerBalanceChanged')
    given(damage('engine', 0)).thenHappens({ type: 'PowerBalanceChanged', supplyMw: 80, demandMw: 44 })
    given(stop('engine')).thenHappens({ type: 'PowerBalanceChanged', supplyMw: 80, demandMw: 44 })
  })

  test('[POW1] a field is a load', () => {
    given(raise('02-01')).thenHappens({ type: 'PowerBalanceChanged', supplyMw: 80, demandMw: 68 })
  })
})

describe('the battery', () => {
  // 60 · 60 % + 20 = 56 MW against 64: 8 MW short, and 60 MJ in the battery.
  const short = given(damage('reactor', 60))

  test('[POW2] covers a deficit up to its output', () => {
    short.thenHappens({ type: 'PowerBalanceChanged', supplyMw: 56, demandMw: 64, netMw: -8 })
    short.thenNever('SystemShed')
    expect(batteryAt(short.when(after(5)).ship.power, 60, 5_000)).toBe(20) // 60 − 8 · 5
  })

  test('[POW2] lasts for its charge divided by the deficit, and then loads go', () => {
    // 60 MJ / 8 MW = 7.5 s. Class 4, the largest first: 6 MW, then 2 MW, and 56 MW are asked for.
    short
      .when(after(8))
      .thenHappens(
        { type: 'BatteryDepleted', at: 7_500 },
        { type: 'SystemShed', system: 'transporter' },
        { type: 'SystemShed', system: 'galley' },
        { type: 'PowerBalanceChanged', supplyMw: 56, demandMw: 56, netMw: 0, batteryMj: 0 },
      )
      .thenOnly(['SystemShed'], { type: 'SystemShed' }, { type: 'SystemShed' })
  })

  test('[POW2] takes a surplus up to its output, until it is full', () => {
    // 5 s at −8 MW leave 20 MJ. Without the engine's 20 MW: 12 to spare, 10 of them go in: 40 MJ in 4 s.
    short
      .when(after(5), stop('engine'), after(5))
      .thenHappens({ type: 'PowerBalanceChanged', netMw: 10, batteryMj: 20 }, { type: 'BatteryFilled', at: 9_000 })
      .when(after(3600))
      .thenNothing()
  })

  test('[POW2] on a ship without one, a deficit sheds at once', () => {
    givenShip(smallShip({ battery: NO_BATTERY }))
      .when(damage('reactor', 60))
      .thenHappens({ type: 'SystemShed', system: 'transporter' }, { type: 'SystemShed', system: 'galley' })
      .thenNever('BatteryDepleted')
  })
})

describe('starting', () => {
  test('[POW3] a system starts only when there is power to spare for it', () => {
    // Reactor at 20 %: 12 + 20 = 32 MW; without the engine 44 are asked for, 12 short: more than the battery's 10, so
    // the transporter goes. 32 + 10 − 38 leaves 4 MW.
    given(stop('engine'), damage('reactor', 20))
      .when(start('engine'))
      .thenRejected({ code: 'NotEnoughPower', neededMw: 20, spareMw: 4 })
    given(stop('engine')).when(start('engine')).thenHappens({ type: 'SystemStarted', system: 'engine' })
  })

  test('[POW3] a source brings its own power', () => {
    // Without it 60 MW; the transporter is shed, and 60 − 58 leaves 2. Its own 20 make 22 for the 15 it draws; at 60 % its
    // own 12 make 14.
    const ship = smallShip({ systems: systemsWith({ auxiliary: { drawMw: 15 } }), battery: NO_BATTERY })
    givenShip(ship, stop('auxiliary'))
      .when(start('auxiliary'))
      .thenHappens({ type: 'SystemStarted', system: 'auxiliary' })
    givenShip(ship, stop('auxiliary'), damage('auxiliary', 60))
      .when(start('auxiliary'))
      .thenRejected({ code: 'NotEnoughPower', neededMw: 15, spareMw: 14 })
  })
})

describe('shedding', () => {
  test('[POW4] goes by class from 4 on, in a class by size, until the rest can be fed', () => {
    // 20 MW of sources and 10 of the battery: 64 − 6 − 2 − 20 − 5 − 5 = 26.
    given(damage('reactor', 0)).thenOnly(
      ['SystemShed'],
      { type: 'SystemShed', system: 'transporter' },
      { type: 'SystemShed', system: 'galley' },
      { type: 'SystemShed', system: 'engine' },
      { type: 'SystemShed', system: 'shield-all' },
      { type: 'SystemShed', system: 'shield-fore' },
    )
  })

  test('[POW4] fields go with class 2, before life support', () => {
    // Nothing is left but the battery's 10 MW: class 2 is 10 (computer), 6 (emitters, and the field with them).
    given(raise('02-01'), damage('auxiliary', 0))
      .when(damage('reactor', 0))
      .thenHappens(
        { type: 'SystemShed', system: 'computer' },
        { type: 'SystemShed', system: 'emitters' },
        { type: 'ForceFieldFailed', compartment: '02-01' },
        { type: 'PowerBalanceChanged', supplyMw: 0, demandMw: 10, netMw: -10 },
      )
  })

  test('[POW4] a field whose emitters need no power is shed itself, and says why', () => {
    givenShip(smallShip({ forceFields: { drawMw: 12 } }), raise('02-01'), damage('auxiliary', 0))
      .when(damage('reactor', 0))
      .thenHappens(
        { type: 'ForceFieldFailed', compartment: '02-01', reason: 'power' },
        { type: 'SystemShed', system: 'computer' },
      )
  })

  test('[POW4] goes on past a load that nobody had reckoned with', () => {
    // 56 MW for 58: the dead transporter draws nothing, and the 60 MJ last 30 s. Bravo is there after 15 s, and brings it
    // to 15 · 2 / 1800 = 1.7 %: it goes first, which leaves the 2 MW that the galley draws.
    given(damage('transporter', 0), damage('reactor', 60))
      .when(send('bravo', 'system:transporter'), after(30))
      .thenHappens(
        { type: 'BatteryDepleted', at: 30_000 },
        { type: 'SystemShed', system: 'transporter' },
        { type: 'SystemShed', system: 'galley' },
        { type: 'PowerBalanceChanged', supplyMw: 56, demandMw: 56 },
      )
  })

  test('[POW4] a source is never shed, whatever its class', () => {
    const systems = systemsWith({ auxiliary: { drawMw: 3, powerClass: 4 } })
    const { events, ship } = givenShip(smallShip({ systems })).when(damage('reactor', 0), after(3600))
    expect(events.some((event) => event.type === 'SystemShed' && event.system === 'auxiliary')).toBe(false)
    expect(ship.power.supplyMw).toBe(20)
  })

  test('[POW4] ends, though shedding and starting again answer each other', () => {
    // After 10 s the battery is empty (26 − 20 = 6 MW short, 60 MJ). The computer's 10 MW go, which leaves 4 to spare:
    // of what was shed only the galley's 2 MW fit, and the battery takes the other 2: full after 30 s.
    given(damage('reactor', 0))
      .when(after(3600))
      .thenOnly(
        ['SystemShed', 'SystemStarted', 'BatteryDepleted', 'BatteryFilled'],
        { type: 'BatteryDepleted', at: 10_000 },
        { type: 'SystemShed', system: 'computer' },
        { type: 'SystemStarted', system: 'galley' },
        { type: 'BatteryFilled', at: 40_000 },
      )
  })

  test('[POW4] ends where the sums of loads do not come out even in binary', () => {
    const drawMw = { galley: 0.1, transporter: 0.2, engine: 0.7, computer: 1.1 }
    const systems = systemsWith({
      ...Object.fromEntries(Object.entries(drawMw).map(([id, mw]) => [id, { drawMw: mw }])),
      reactor: { suppliesMw: 21 },
      auxiliary: { suppliesMw: 7.1 },
    })
    // 28.1 MW for 10 + 6 + 1.1 + 0.7 + 5 + 5 + 0.2 + 0.1 = 28.1: all of it fits, and stays.
    const whole = givenShip(smallShip({ systems, battery: NO_BATTERY }))
    whole.when(stop('engine'), start('engine')).thenNever('SystemShed')
    whole.when(damage('reactor', 50), after(60)).thenHappens({ type: 'SystemShed', system: 'transporter' })
  })
})

describe('starting again', () => {
  // Without a battery: 56 MW for 64; transporter (6) and galley (2) are shed.
  const shed = givenShip(smallShip({ battery: NO_BATTERY }), damage('reactor', 60))

  test('[POW5] what was shed starts by itself once the sources can carry it', () => {
    shed
      .when(stop('computer'))
      .thenHappens({ type: 'SystemStarted', system: 'galley' }, { type: 'SystemStarted', system: 'transporter' })
  })

  test('[POW5] one that is dead starts too, and does not hold up the others', () => {
    shed
      .when(damage('galley', 0), stop('computer'))
      .thenHappens({ type: 'SystemStarted', system: 'galley' }, { type: 'SystemStarted', system: 'transporter' })
  })

  test('[POW5] and not before', () => {
    shed
      .when(stop('shield-fore')) // 5 MW to spare: the galley fits, the transporter's 6 do not
      .thenOnly(['SystemStarted'], { type: 'SystemStarted', system: 'galley' })
  })

  test('[POW5] the more needed class comes first', () => {
    // 20 MW: everything of class 2 to 4 goes (54 MW); the reactor's return to 50 % brings 30 MW.
    const dark = givenShip(smallShip({ battery: NO_BATTERY }), damage('reactor', 0))
    // Bravo of two is in the engine room: 30 person-minutes / 2 = 15 min for all, 25 % after 225 s, 50 % after 450 s.
    dark
      .when(send('bravo', 'system:reactor'), after(450))
      .thenHappens(
        { type: 'SystemHealthReached', system: 'reactor', percent: 25 },
        { type: 'SystemStarted', system: 'computer' },
        { type: 'SystemHealthReached', system: 'reactor', percent: 50 },
      )
  })

  test('[POW5] what was shut down by order does not', () => {
    // 58 MW for 56: the galley is shed, and starts again; the transporter stays as it was told.
    const stopped = givenShip(smallShip({ battery: NO_BATTERY }), stop('transporter'), damage('reactor', 60))
    stopped.when(stop('engine'), after(600)).thenOnly(['SystemStarted'], { type: 'SystemStarted', system: 'galley' })
  })

  test('[POW5] an order to shut down what is shed already keeps it down', () => {
    shed
      .when(stop('transporter'), stop('engine'))
      .thenOnly(['SystemStarted'], { type: 'SystemStarted', system: 'galley' })
  })
})

test('[POW2] what falls due never brings a charge outside the battery', () => {
  const scene = given(damage('reactor', 33), breach('02-01', 0.5), after(3), raise('02-01'))
  for (let s = 0; s < 120; s++) {
    const { ship, at } = scene.when(after(s))
    expect(batteryAt(ship.power, 60, at)).toBeGreaterThanOrEqual(0)
    expect(batteryAt(ship.power, 60, at)).toBeLessThanOrEqual(60)
  }
})
