import { describe, expect, test } from 'vitest'
import { after, given, givenShip } from '../support/given.ts'
import { breach, damage, discharge, raise, send, triage } from '../support/ship-orders.ts'
import { smallShip, systemsWith } from '../support/small-ship.ts'

/** Both in the engine room, with three people and bravo's two. */
const ship = smallShip({
  systems: systemsWith({
    engine: { leak: { kind: 'coolant', belowPercent: 40 } },
    reactor: { leak: { kind: 'radiation', belowPercent: 50 } },
  }),
})
const coolant = givenShip(ship, damage('engine', 30))
const radiation = givenShip(ship, damage('reactor', 45))

describe('a leak', () => {
  test('[LEK1] starts when a system is damaged to below the ship file’s limit', () => {
    givenShip(ship).when(damage('engine', 40)).thenNever('LeakStarted')
    coolant.thenHappens({ type: 'LeakStarted', system: 'engine', kind: 'coolant', compartment: '03-01' })
    radiation.thenHappens({ type: 'LeakStarted', system: 'reactor', kind: 'radiation', compartment: '03-01' })
    coolant.when(damage('engine', 20)).thenNever('LeakStarted')
    given(damage('engine', 0)).thenNever('LeakStarted')
  })

  test('[LEK2] of coolant hurts everyone inside after 2 minutes, and crews not', () => {
    coolant
      .when(after(121))
      .thenOnly(
        ['LeakHarmed', 'CasualtyReported', 'CrewHurt'],
        { type: 'LeakHarmed', system: 'engine', count: 3, at: 120_000 },
        ...[1, 2, 3].map((n) => ({ type: 'CasualtyReported', casualty: `C${n}`, injury: 'inhalation' }) as const),
      )
  })

  test('[LEK2] of radiation after 10', () => {
    radiation.when(after(599)).thenNever('LeakHarmed')
    radiation
      .when(after(601))
      .thenHappens({ type: 'LeakHarmed', count: 3, at: 600_000 }, { type: 'CasualtyReported', injury: 'radiation' })
  })

  test('[LEK2] does nothing while nobody is inside, and keeps its instants', () => {
    // All three are hurt after 2 minutes; one walks about there again from 6:40 on, and is hurt at 8:00.
    coolant
      .when(after(400), triage('C1', 'minimal'), discharge('C1'), after(81))
      .thenOnly(
        ['LeakHarmed'],
        { type: 'LeakHarmed', count: 3, at: 120_000 },
        { type: 'LeakHarmed', count: 1, at: 480_000 },
      )
  })

  test('[LEK2] of radiation halves the pace of all work there', () => {
    // Half of the engine's 60 person-minutes by bravo's two: 15 min; in the radiation 30.
    const both = givenShip(ship, damage('reactor', 45), damage('engine', 50))
    both.when(send('bravo', 'system:engine'), after(1)).thenHappens({ type: 'WorkPaced', perS: (1 * 100) / 3600 })
    given(damage('engine', 50))
      .when(send('bravo', 'system:engine'), after(1))
      .thenHappens({ type: 'WorkPaced', perS: 200 / 3600 })
  })

  test('[LEK2] the pace is whole again once it is stopped', () => {
    // 8 person-minutes by one and the engine by bravo; alpha's four come at 10 s and work as two: 480 / 2 = 240 s.
    givenShip(ship, damage('reactor', 45), damage('engine', 50), send('bravo', 'system:engine'))
      .when(send('alpha', 'leak:reactor'), after(251))
      .thenHappens(
        { type: 'LeakStopped', system: 'reactor', at: expect.closeTo(250_000, -1) as number },
        { type: 'WorkPaced', task: 'system:engine', perS: 200 / 3600 },
      )
  })

  test('[LEK3] is stopped by a crew', () => {
    // 8 person-minutes, bravo's two on the spot: 4 min.
    coolant
      .when(send('bravo', 'leak:engine'), after(241))
      .thenHappens(
        { type: 'LeakStopped', system: 'engine', at: expect.closeTo(240_000, -1) as number },
        { type: 'CrewReleased', crew: 'bravo' },
      )
  })

  test('[LEK1] [LEK3] and begins again when its system is damaged again', () => {
    coolant
      .when(send('bravo', 'leak:engine'), after(241), damage('engine', 29))
      .thenHappens({ type: 'LeakStopped' }, { type: 'LeakStarted', system: 'engine' })
  })

  test('[LEK3] ends when its system is mended to the limit', () => {
    // From 30 to 40 % of 60 person-minutes: 6, for bravo's two 3 min.
    coolant
      .when(send('bravo', 'system:engine'), after(181))
      .thenHappens(
        { type: 'SystemHealthReached', percent: 40, at: expect.closeTo(180_000, -1) as number },
        { type: 'LeakStopped', system: 'engine' },
      )
  })

  test('[LEK3] of coolant boils off with the air', () => {
    // The engine room, 1000 m³: τ = 1000 / (198.6 · 0.6 · 2 m²) = 4.196 s; to 5 % of the pressure 4.196 · ln 20 = 12.57 s.
    const at = expect.closeTo(12_570, -1) as number
    coolant.when(breach('03-01', 2), after(13)).thenHappens({ type: 'LeakStopped', at })
    radiation.when(breach('03-01', 2), after(60)).thenNever('LeakStopped')
    coolant.when(breach('03-01', 2), after(20), damage('engine', 10)).thenNever('LeakStarted')
  })

  test('[LEK3] of coolant goes on in air that comes back', () => {
    // A field holds the breach; after 20 s at 1 kPa a second there are 20 kPa again.
    givenShip(ship, breach('03-01', 2), after(20), raise('03-01'), after(20))
      .when(damage('engine', 30), after(60))
      .thenHappens({ type: 'LeakStarted', system: 'engine' })
      .thenNever('LeakStopped')
  })
})
