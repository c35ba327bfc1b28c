import { describe, expect, test } from 'vitest'
import { healthAt } from '#shared/ship/formula.ts'
import { shown } from '#shared/ship/known.ts'
import type { Ship } from '#shared/ship/state.ts'
import { after, given, givenShip } from '../support/given.ts'
import { damage, diagnose, hide, send, stop } from '../support/ship-orders.ts'
import { smallShip, systemsWith } from '../support/small-ship.ts'

const knownHealth = ({ ship, at }: { readonly ship: Ship; readonly at: number }, system: string) =>
  healthAt(shown(ship), system, at)

describe('diagnostics', () => {
  test('[DIA1] take a minute, whatever the state of the system', () => {
    for (const scene of [given(), given(stop('engine')), given(damage('engine', 0))])
      scene
        .when(diagnose('engine'), after(61))
        .thenHappens(
          { type: 'DiagnosticStarted', system: 'engine', endsAt: 60_000 },
          { type: 'DiagnosticCompleted', system: 'engine', at: 60_000, found: false },
        )
  })

  test('[DIA1] asked for again meanwhile, nothing; afterwards, another', () => {
    const running = given(diagnose('engine'), after(30))
    running.when(diagnose('engine')).thenNothing()
    running.when(after(31), diagnose('engine')).thenHappens({ type: 'DiagnosticStarted', endsAt: 121_000 })
    given().when(diagnose('sail')).thenRejected({ code: 'UnknownThing', what: 'system', id: 'sail' })
  })

  test('[DIA2] tell the health as it is at the end', () => {
    given(diagnose('engine'), after(30), damage('engine', 70))
      .when(after(31))
      .thenHappens({ type: 'DiagnosticCompleted', percent: 70, found: false })
      .thenNever('PlaceRevealed')
  })

  test('[KNO5] one that is made under the hands of a crew at work is known at once', () => {
    const working = given(damage('engine', 80), send('bravo', 'system:engine'), after(10)).when(hide('engine', 20))
    working.thenHappens({ type: 'SystemDamaged', percent: 20 }, { type: 'AlarmRaised', alarm: 'system@engine' })
    expect(knownHealth(working, 'engine')).toBe(20)
  })

  test('[DIA3] a hidden fault is known to nobody, though the system gives no more than it can', () => {
    const faulty = given(hide('engine', 30))
    faulty.thenHappens({ type: 'SystemDamaged', system: 'engine', percent: 30, fault: true })
    expect(knownHealth(faulty, 'engine')).toBe(100)
    expect(healthAt(faulty.ship, 'engine', 0)).toBe(30)
    expect(faulty.ship.alarms).toEqual({})
  })

  test('[DIA2] find a hidden fault, and then it is known', () => {
    const found = given(hide('engine', 30), diagnose('engine'), after(59))
    expect(knownHealth(found, 'engine')).toBe(100)
    const known = found.when(after(1))
    known.thenHappens(
      { type: 'DiagnosticCompleted', percent: 30, found: true },
      { type: 'PlaceRevealed', compartment: '03-01', how: 'diagnostic' },
      { type: 'AlarmRaised', alarm: 'system@engine' },
    )
    expect(knownHealth(known, 'engine')).toBe(30)
  })

  test('[DIA2] find the leak that came of it as well', () => {
    const systems = systemsWith({ engine: { leak: { kind: 'radiation', belowPercent: 40 } } })
    const blind = { sensors: { system: 'galley', noticeSeconds: 3600 } }
    const leaking = givenShip(smallShip({ systems, ...blind }), damage('galley', 0), hide('engine', 30))
    const { ship } = leaking.when(diagnose('engine'), after(61))
    expect(Object.keys(shown(ship).leaks)).toEqual(['engine'])
    expect(ship.unknown).not.toHaveProperty(['leaks/engine'])
  })
})
