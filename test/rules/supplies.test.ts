import { describe, expect, test } from 'vitest'
import { supplyAt } from '#shared/ship/formula.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { after, given, givenShip } from '../support/given.ts'
import { breach, carry, damage, raise, report, send, start, stop } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

type Supply = NonNullable<ShipFile['supplies']>[number]
const supply = (id: string, amount: number, use: Supply['use'], low = 1): Supply => ({
  id,
  name: id,
  unit: 'kg',
  amount,
  low,
  use,
})
const stocked = (...supplies: readonly Supply[]) => givenShip(smallShip({ supplies: [...supplies] }))
const plating = (amount: number) => stocked(supply('plates', amount, { for: 'plating', perM2: 2 }))
/** 0.5 m² behind a field: 4 person-minutes = 60 s for alpha's four, there after 5 s. */
const sealed = [breach('02-01', 0.5), raise('02-01'), send('alpha', 'breach:B1'), after(66)]

describe('what work uses up', () => {
  test('[SUP1] plating, by the area of the breach that is sealed', () => {
    // 3 − 0.5 · 2 = 2.
    plating(3)
      .when(...sealed)
      .thenHappens({ type: 'BreachSealed', areaM2: 0.5 }, { type: 'SupplyChanged', supply: 'plates', amount: 2 })
  })

  test('[SUP1] never more than there is', () => {
    plating(0.5)
      .when(...sealed)
      .thenHappens({ type: 'SupplyChanged', amount: 0 })
      .when(breach('02-01', 0.1), send('alpha', 'breach:B2'), after(600))
      .thenHappens({ type: 'BreachSealed', breach: 'B2' })
      .thenNever('SupplyChanged')
  })

  test('[SUP1] parts, when a system is whole again', () => {
    stocked(supply('parts', 9, { for: 'parts', perSystem: 2 }))
      .when(damage('engine', 90), send('bravo', 'system:engine'), after(181))
      .thenOnly(['SupplyChanged'], { type: 'SupplyChanged', supply: 'parts', amount: 7 })
  })

  test('[SUP1] medicines, when a treatment begins', () => {
    stocked(supply('drugs', 9, { for: 'treatment', perCasualty: 1 }))
      .when(report('02-02', 'burns'), carry('C1'))
      .thenNever('SupplyChanged')
    stocked(supply('drugs', 9, { for: 'treatment', perCasualty: 1 }))
      .when(report('02-01', 'burns'), carry('C1'), after(60))
      .thenHappens({ type: 'TreatmentBegun' }, { type: 'SupplyChanged', supply: 'drugs', amount: 8 })
  })

  test('[SUP1] nothing else', () => {
    stocked(supply('rations', 9, { for: 'none' }))
      .when(...sealed, damage('engine', 90), send('bravo', 'system:engine'), after(3600))
      .thenNever('SupplyChanged')
    given(...sealed)
      .when(after(60))
      .thenNever('SupplyChanged')
  })

  test('[SUP2] without plating a breach takes twice as long', () => {
    // 60 s of work become 120; alpha is at the hold already, and its field stands.
    plating(0.5)
      .when(...sealed, breach('02-01', 0.5), send('alpha', 'breach:B2'), after(3600))
      .thenHappens({ type: 'BreachSealed', breach: 'B1' }, { type: 'WorkPaced', task: 'breach:B2', perS: 200 / 240 })
  })

  test('[SUP2] so does a system without parts; and work under way slows down when the last are gone', () => {
    // The galley's last percent takes the parts. Bravo's engine goes on at one person's pace instead of two's.
    stocked(supply('parts', 1, { for: 'parts', perSystem: 2 }))
      .when(damage('engine', 10), damage('galley', 99), send('bravo', 'system:engine'), send('alpha', 'system:galley'))
      .when(after(60))
      .thenHappens({ type: 'SupplyChanged', amount: 0 }, { type: 'WorkPaced', task: 'system:engine', perS: 100 / 3600 })
  })
})

describe('fuel', () => {
  /** 60 kg/h = 1 kg in 60 s: from 10 kg to 5 in 300 s, to nothing in 600 s. */
  const fuelled = stocked(supply('fuel', 10, { for: 'fuel', system: 'reactor', perHour: 60 }, 5)).when({
    type: 'RestoreShip',
  })

  test('[SUP3] goes while its system runs', () => {
    fuelled.thenHappens({ type: 'SupplyChanged', supply: 'fuel', amount: 10, perS: -1 / 60 })
    const { ship, at } = fuelled.when(after(60))
    expect(supplyAt(ship, 'fuel', at)).toBeCloseTo(9, 9)
    fuelled
      .when(after(120), stop('reactor'))
      .thenHappens({ type: 'SupplyChanged', amount: expect.closeTo(8, 9) as number, perS: 0 })
      .when(after(3600))
      .thenNever('SupplyChanged')
    fuelled.when(damage('reactor', 0)).thenHappens({ type: 'SupplyChanged', perS: 0 })
  })

  test('[SUP3] gone, the system stops at that instant, and cannot be started', () => {
    fuelled
      .when(after(601))
      .thenHappens(
        { type: 'SupplyChanged', supply: 'fuel', amount: 0, perS: 0, at: 600_000 },
        { type: 'SystemShutDown', system: 'reactor', at: 600_000 },
      )
      .when(start('reactor'))
      .thenRejected({ code: 'NotReadyYet', item: 'reactor', needed: 'no fuel left' })
  })

  test('[SUP4] reaching the level of the alarm is an event, and the alarm stands', () => {
    fuelled
      .when(after(301))
      .thenHappens({ type: 'SupplyChanged', amount: 5, at: 300_000 }, { type: 'AlarmRaised', alarm: 'supply@fuel' })
  })
})
