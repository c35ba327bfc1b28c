import { describe, expect, test } from 'vitest'
import { figuresOf } from '#shared/ship/views/figures.ts'
import { after, given, givenShip } from '../support/given.ts'
import { breach, damage, declareDead, discharge, raise, report, send, stop, triage } from '../support/ship-orders.ts'
import { smallShip, smallShipWithout } from '../support/small-ship.ts'
import { RESTED } from '../support/rested.ts'

describe('the five figures', () => {
  test('[FIG1] the hull is 100 % less the open area against the critical 10 m²', () => {
    const { ship, at } = given(breach('02-01', 1), breach('02-02', 0.5))
    expect(figuresOf(ship, at)).toMatchObject({ hullPercent: 85, openBreaches: 2, heldBreaches: 0 })
  })

  test('[FIG1] plating counts as it goes on', () => {
    // 0.5 m² behind a field: 60 s of work from 5 s on. At 35 s half of it is plated: 0.25 m² of 10.
    const { ship, at } = given(breach('02-01', 0.5), raise('02-01'), send('alpha', 'breach:B1'), after(35))
    expect(figuresOf(ship, at).hullPercent).toBeCloseTo(97.5, 9)
    expect(figuresOf(ship, at).heldBreaches).toBe(1)
  })

  test('[FIG1] a hull is never less than nothing', () => {
    const { ship, at } = given(breach('02-01', 20))
    expect(figuresOf(ship, at).hullPercent).toBe(0)
  })

  test('[FIG2] shields are the mean of their generators, and null where there are none', () => {
    const { ship, at } = given(damage('shield-fore', 40), stop('shield-all'))
    expect(figuresOf(ship, at).shieldsPercent).toBe(20)
    expect(figuresOf(smallShipWithout('shields'), 0).shieldsPercent).toBeNull()
  })

  test('[FIG2] power is supply, demand and what is in the battery', () => {
    // 56 MW for 64: after 3 s 60 − 24 = 36 MJ of 60.
    const { ship, at } = given(damage('reactor', 60), after(3))
    expect(figuresOf(ship, at).power).toEqual({ supplyMw: 56, demandMw: 64, batteryPercent: 60, netMw: -8 })
    const without = smallShip({ battery: { capacityMj: 0, outputMw: 0 } })
    expect(figuresOf(without, 0).power.batteryPercent).toBe(0)
  })

  test('[FIG2] the living by category, the dead apart, the discharged not at all', () => {
    const { ship, at } = given(
      ...Array.from({ length: 4 }, () => report('02-01', 'burns')),
      report('03-01', 'shock'),
      triage('C1', 'immediate'),
      triage('C2', 'delayed'),
      declareDead('C4'),
      triage('C5', 'minimal'),
      discharge('C5'),
    )
    expect(figuresOf(ship, at).casualties).toEqual({
      immediate: 1,
      delayed: 1,
      minimal: 0,
      expectant: 0,
      untriaged: 1,
      dead: 1,
    })
  })

  test('[FIG2] a crew is ready when it has no task, is not on its way, and has somebody fit', () => {
    const whole = smallShip()
    const medics = {
      status: 'ready',
      task: null,
      compartment: '02-03',
      route: [],
      since: 0,
      hurt: 2,
      ...RESTED,
    } as const
    const bare = givenShip({ ...whole, crews: { ...whole.crews, medics } }, breach('02-01', 0.5))
    expect(figuresOf(bare.ship, 0).crews).toEqual({ ready: 2, total: 3, short: 1 })
    expect(figuresOf(bare.when(send('alpha', 'breach:B1')).ship, 0).crews.ready).toBe(1)
  })
})
