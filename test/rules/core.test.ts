import { describe, expect, test } from 'vitest'
import { percentAt } from '#shared/ship/formula.ts'
import { after, given, givenShip } from '../support/given.ts'
import { damage, eject, send, start, stop } from '../support/ship-orders.ts'
import { smallShip, systemsWith } from '../support/small-ship.ts'

/** The galley, of class 1 here, contains the reactor: below 50 % it is at risk, and with none of it lost in 2 minutes. */
const core = {
  system: 'reactor',
  containment: 'galley',
  atLeastPercent: 50,
  minutesToBreach: 2,
  ejectable: true,
} as const
const systems = systemsWith({ galley: { powerClass: 1 } })
const ship = smallShip({ core, systems })
/** Half of what is needed is there, so half the pace: 50 % in 2 min = 0.4167 % a second, all of it in 240 s. */
const halfContained = givenShip(ship, damage('galley', 25))
const uncontained = givenShip(ship, damage('galley', 0))

describe('the risk of losing the core', () => {
  test('[COR1] rises to 100 % in the ship file’s time with no containment, slower the more there is of it', () => {
    halfContained.thenHappens({ type: 'CoreThreatened', percent: 0, perS: expect.closeTo(100 / 240, 9) as number })
    expect(percentAt(halfContained.when(after(60)).ship.core.risk, 60_000)).toBeCloseTo(25, 9)
    halfContained.when(after(239.9)).thenNever('CoreLost')
    halfContained.when(after(241)).thenHappens({ type: 'CoreLost', at: expect.closeTo(240_000, -1) as number })
    uncontained.when(after(121)).thenHappens({ type: 'CoreLost', at: expect.closeTo(120_000, -1) as number })
  })

  test('[COR1] is nothing at the limit and above', () => {
    givenShip(ship).when(damage('galley', 50), after(3600)).thenNever('CoreThreatened')
    given(damage('galley', 0)).when(after(3600)).thenNever('CoreThreatened')
  })

  test('[COR1] goes on from where it stands when the containment changes', () => {
    // 25 % after 60 s; the other 75 % at 0.8333 % a second: 90 s more.
    halfContained.when(after(60), damage('galley', 0), after(91)).thenHappens(
      {
        type: 'CoreThreatened',
        percent: expect.closeTo(25, 6) as number,
        perS: expect.closeTo(100 / 120, 9) as number,
      },
      { type: 'CoreLost', at: expect.closeTo(150_000, -1) as number },
    )
  })

  test('[COR2] ends when the containment is back', () => {
    // 30 person-minutes for all of the galley, 25 % of it by alpha's four: 112.5 s.
    const { ship: safe } = halfContained
      .when(send('alpha', 'system:galley'), after(113))
      .thenHappens({ type: 'CoreSafe', at: expect.closeTo(112_500, -1) as number })
    expect(safe.core).toMatchObject({ status: 'sound', risk: { percent: 0, perS: 0 } })
  })

  test('[COR2] ends when the core is shut down by order, which is not a broken one; started again it rises from nothing', () => {
    const stopped = halfContained.when(after(60), stop('reactor'))
    stopped.thenHappens({ type: 'SystemShutDown' }, { type: 'CoreSafe' }).thenNever('SystemDamaged')
    expect(stopped.ship.systems.reactor?.repair.percent).toBe(100)
    stopped.when(after(3600)).thenNever('CoreLost', 'CoreThreatened')
    stopped.when(start('reactor')).thenHappens({ type: 'CoreThreatened', percent: 0 })
  })

  test('[COR2] ends when the core itself is dead', () => {
    halfContained.when(damage('reactor', 0)).thenHappens({ type: 'CoreSafe' })
  })
})

describe('a core that is lost', () => {
  const lost = uncontained.when(after(121))

  test('[COR3] is destroyed, opens the hull by 8 m², and strikes like the hardest hit on bare hull', () => {
    lost.thenHappens(
      { type: 'CoreLost', cause: null },
      { type: 'SystemDamaged', system: 'reactor', percent: 0 },
      { type: 'SystemShutDown', system: 'reactor' },
      { type: 'BreachOpened', compartment: '03-01', areaM2: 8 },
    )
    const hurt = lost.events.filter((event) => event.type === 'CasualtyReported')
    expect(hurt.some(({ compartment }) => compartment === '03-01')).toBe(true)
    // 2000 MJ · 0.16 % are at least 128 % of the engine's health in the same room.
    expect(lost.ship.systems.engine?.repair.percent).toBe(0)
  })

  test('[COR3] falls by dice of its own', () => {
    const again = uncontained.when(after(50), damage('computer', 90), after(71))
    const injuries = (scene: typeof lost) =>
      scene.events.flatMap((event) => (event.type === 'CasualtyReported' ? [event.injury] : []))
    expect(injuries(again)).toEqual(injuries(lost))
  })

  test('[COR4] can be neither mended, started nor ejected', () => {
    lost
      .when(send('bravo', 'system:reactor'))
      .thenRejected({ code: 'UnknownThing', what: 'task', id: 'system:reactor' })
    lost.when(start('reactor')).thenRejected({ code: 'CoreGone', core: 'lost' })
    lost.when(eject).thenRejected({ code: 'CoreGone', core: 'lost' })
  })

  test('[COR4] is aboard again when the ship is restored', () => {
    const whole = lost.when({ type: 'RestoreShip' })
    expect(whole.ship.core.status).toBe('sound')
    whole.when(eject).thenHappens({ type: 'CoreEjected' })
  })
})

describe('ejecting', () => {
  test('[COR4] takes the core and the danger away', () => {
    halfContained
      .when(after(60), eject)
      .thenHappens(
        { type: 'CoreEjected' },
        { type: 'SystemDamaged', system: 'reactor', percent: 0 },
        { type: 'SystemShutDown', system: 'reactor' },
      )
      .when(after(3600))
      .thenNever('CoreLost', 'CoreThreatened', 'BreachOpened')
  })

  test('[COR4] lets go whoever is at work on it, and nothing of it is mended any more', () => {
    givenShip(ship, damage('reactor', 50), send('bravo', 'system:reactor'), after(10))
      .when(eject)
      .thenHappens({ type: 'CoreEjected' }, { type: 'CrewReleased', crew: 'bravo' }, { type: 'WorkPaced', perS: 0 })
      .when(after(3600))
      .thenNever('SystemHealthReached')
  })

  test('[COR4] twice, or on a ship that has no such core, is refused', () => {
    givenShip(ship, eject).when(eject).thenRejected({ code: 'CoreGone', core: 'ejected' })
    const refused = { code: 'NotFitted', what: 'core that can be ejected' } as const
    given().when(eject).thenRejected(refused)
    givenShip(smallShip({ core: { ...core, ejectable: false }, systems }))
      .when(eject)
      .thenRejected(refused)
  })
})
