import { describe, expect, test } from 'vitest'
import { performanceAt } from '#shared/ship/formula.ts'
import { capabilitiesOf, chainInWords, remedies } from '#shared/ship/views/capabilities.ts'
import { after, given, givenShip, type Step } from '../support/given.ts'
import { damage, send, start, stop } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const performance = (scene: { readonly ship: Parameters<typeof performanceAt>[0]; readonly at: number }, id: string) =>
  performanceAt(scene.ship, id, scene.at)

/** Bravo's two are in the engine room: 60 person-minutes / 2 = 1,800 s for all of the engine, 18 s for each percent. */
const repaired = given(damage('engine', 0), send('bravo', 'system:engine'))

describe('systems', () => {
  test('[SYS1] a stopped system gives nothing, and all it has when it is started', () => {
    const stopped = given(stop('engine'))
    expect(performance(stopped, 'engine')).toBe(0)
    expect(performance(stopped.when(start('engine')), 'engine')).toBe(100)
  })

  test('[SYS1] asked for what is so already, nothing happens', () => {
    given(stop('engine')).when(stop('engine')).thenNothing()
    given().when(start('engine')).thenNothing()
  })

  test('[SYS2] a system gives its health, held down by each need that is not met', () => {
    expect(performance(given(damage('engine', 85)), 'engine')).toBe(85)
    expect(performance(given(damage('engine', 85), damage('computer', 50)), 'engine')).toBe(85)
    expect(performance(given(damage('engine', 85), damage('computer', 49)), 'engine')).toBe(30)
    expect(performance(given(damage('engine', 25), damage('computer', 49)), 'engine')).toBe(25)
    expect(performance(given(stop('computer')), 'engine')).toBe(30)
  })

  test('[SYS3] repair passes an event at every mark', () => {
    // Marks: 20 and 80 (modes), 25, 50 and 100. At 18 s a percent: 360, 450 and 900 s. Tired from 1,200 s and 66.7 % on, at
    // 0.8 of the pace, so 22.5 s a percent: 80 % takes 300 s more, 100 % another 450 s.
    repaired.when(after(1950.1)).thenOnly(
      ['SystemHealthReached'],
      ...[
        [20, 360_000],
        [25, 450_000],
        [50, 900_000],
        [80, 1_500_000],
        [100, 1_950_000],
      ].map(([percent, ms = 0]) => ({
        type: 'SystemHealthReached' as const,
        system: 'engine',
        ...(percent !== undefined && { percent }),
        at: expect.closeTo(ms, -1) as number,
      })),
    )
  })

  test('[SYS3] what a transporter must have to be used is a mark, too', () => {
    // Electrical work, 30 person-minutes; alpha's four walk 5 s: 60 % after 60 % · 450 s = 270 s.
    given(damage('transporter', 0), send('alpha', 'system:transporter'))
      .when(after(276))
      .thenHappens({ type: 'SystemHealthReached', percent: 60, at: expect.closeTo(275_000, -1) as number })
  })

  test('[SYS4] damage during repair takes effect at once, and repair goes on from there', () => {
    // 50 % at 900.1 s, knocked down to 10 %. At 18 s a percent until 1,200 s: 26.66 %; tired, at 22.5 s a percent until 2,400 s:
    // 79.99 %; worn out, at 36 s a percent: the other 20.01 % take 720.2 s, until 3,120.2 s.
    const again = repaired.when(after(900.1), damage('engine', 10))
    expect(performance(again, 'engine')).toBe(10)
    again
      .when(after(2219))
      .thenHappens({ type: 'SystemHealthReached', percent: 20 }, { type: 'SystemHealthReached', percent: 80 })
      .thenNever('CrewReleased')
    again
      .when(after(2221))
      .thenHappens({ type: 'SystemHealthReached', percent: 100, at: expect.closeTo(3_120_200, -1) as number })
  })
})

describe('what the captain can ask for', () => {
  test('[CAP1] the best mode whose needs are met', () => {
    const mode = (...orders: Step[]) => {
      const { ship, at } = given(...orders)
      return capabilitiesOf(ship, at).find(({ id }) => id === 'propulsion')?.mode
    }
    expect(mode(damage('engine', 80))).toBe('full')
    expect(mode(damage('engine', 79))).toBe('slow')
    expect(mode(damage('engine', 20))).toBe('slow')
    expect(mode(damage('engine', 19))).toBe('none')
    expect(mode(damage('computer', 49))).toBe('slow')
  })

  test('[CAP2] a change of mode is an event of its own, once each', () => {
    given()
      .when(damage('engine', 79), damage('engine', 50), damage('engine', 10))
      .thenOnly(
        ['CapabilityChanged'],
        { type: 'CapabilityChanged', capability: 'propulsion', from: 'full', to: 'slow' },
        { type: 'CapabilityChanged', capability: 'propulsion', from: 'slow', to: 'none' },
      )
  })

  test('[CAP2] coming back is one, too', () => {
    repaired
      .when(after(1500.1))
      .thenOnly(
        ['CapabilityChanged'],
        { type: 'CapabilityChanged', from: 'none', to: 'slow', at: expect.closeTo(360_000, -1) as number },
        { type: 'CapabilityChanged', from: 'slow', to: 'full', at: expect.closeTo(1_500_000, -1) as number },
      )
    expect(repaired.when(after(1500.1)).ship.modes).toEqual({})
  })

  test('[CAP2] so are stopping and starting', () => {
    given()
      .when(stop('engine'), start('engine'))
      .thenOnly(
        ['CapabilityChanged'],
        { type: 'CapabilityChanged', from: 'full', to: 'none' },
        { type: 'CapabilityChanged', from: 'none', to: 'full' },
      )
  })

  test('[CAP3] the chain of reasons names every system that falls short, with what it gives and what is needed', () => {
    const { ship, at } = given(damage('computer', 49))
    const propulsion = capabilitiesOf(ship, at).find(({ id }) => id === 'propulsion')
    expect(propulsion).toMatchObject({ mode: 'slow', top: false, lost: false })
    expect(propulsion?.reasons).toMatchObject([
      {
        system: 'engine',
        percent: 30,
        neededPercent: 80,
        because: [{ system: 'computer', percent: 49, neededPercent: 50, because: [] }],
      },
    ])
    expect(chainInWords(propulsion?.reasons ?? [])).toEqual([
      'engine 30 % (Full speed needs 80 %)',
      'computer 49 % (engine needs 50 %)',
    ])
  })

  test('[CAP3] at the top there are no reasons', () => {
    const { ship, at } = given()
    expect(capabilitiesOf(ship, at)).toMatchObject([
      { mode: 'full', top: true, reasons: [], better: [] },
      { mode: 'quick', top: true, reasons: [], better: [] },
    ])
  })

  test('[CAP3] what is stopped is to be started, what is damaged to be repaired, the deepest first', () => {
    const { ship, at } = given(damage('engine', 10), stop('computer'))
    const propulsion = capabilitiesOf(ship, at).find(({ id }) => id === 'propulsion')
    // "Slow" needs the engine at 20 %: with the computer it would still be at 10.
    expect(remedies(ship, propulsion?.reasons ?? [], at)).toMatchObject([
      { kind: 'start', system: 'computer', task: null },
      { kind: 'repair', system: 'engine', task: 'system:engine', toPercent: 20 },
    ])
    expect(chainInWords(propulsion?.reasons ?? [])[1]).toBe('computer shut down (engine needs 50 %)')
  })
})

test('what is broken cannot be broken back to more than it is', () => {
  given(damage('engine', 40))
    .when(damage('engine', 41))
    .thenRejected({ code: 'OutOfRange', field: 'to', value: 41, least: 0, most: 40 })
  givenShip(smallShip(), damage('engine', 40)).when(damage('engine', 40)).thenNothing()
})
