import { describe, test } from 'vitest'
import { given, givenShip, after } from '../support/given.ts'
import { breach, damage, lower, open, raise, seal, send, stop } from '../support/ship-orders.ts'
import { passagesWith, smallShip, smallShipWithout } from '../support/small-ship.ts'

const SIX = ['01-01', '01-02', '02-01', '02-02', '02-03', '03-01'].map(raise)

describe('force fields', () => {
  test('[FLD1] a field needs 4 MW to spare', () => {
    // 80 MW − 64 MW + 10 MW of the battery = 26 MW; six fields take 24, which leaves 2.
    given(...SIX)
      .when(raise('03-02'))
      .thenRejected({ code: 'NotEnoughPower', neededMw: 4, spareMw: 2 })
  })

  test('[FLD1] the sixth field draws on the battery, and is raised', () => {
    given(...SIX.slice(0, 5))
      .when(raise('03-01'))
      .thenHappens(
        { type: 'ForceFieldRaised', compartment: '03-01', drawMw: 4 },
        { type: 'PowerBalanceChanged', supplyMw: 80, demandMw: 88, netMw: -8 },
      )
  })

  test('[FLD2] emitters at 10 % hold a field, at 9 % none', () => {
    given(damage('emitters', 10)).when(raise('02-01')).thenHappens({ type: 'ForceFieldRaised' })
    given(damage('emitters', 9))
      .when(raise('02-01'))
      .thenRejected({ code: 'SystemTooWeak', system: 'emitters', percent: 9, neededPercent: 10 })
    given(stop('emitters'))
      .when(raise('02-01'))
      .thenRejected({ code: 'SystemTooWeak', system: 'emitters', percent: 0, neededPercent: 10 })
  })

  test('[FLD2] where the ship file names no emitters, power is all a field needs', () => {
    givenShip(smallShip({ forceFields: { drawMw: 4 } }), damage('emitters', 0))
      .when(raise('02-01'))
      .thenHappens({ type: 'ForceFieldRaised' })
  })

  test('[FLD3] fields fall with their emitters, and not before', () => {
    const twoFields = given(raise('02-01'), raise('03-01'))
    twoFields.when(damage('emitters', 10)).thenNever('ForceFieldFailed')
    twoFields
      .when(damage('emitters', 9))
      .thenHappens(
        { type: 'ForceFieldFailed', compartment: '02-01', reason: 'emitters' },
        { type: 'ForceFieldFailed', compartment: '03-01', reason: 'emitters' },
      )
    twoFields.when(stop('emitters')).thenHappens({ type: 'ForceFieldFailed' }, { type: 'ForceFieldFailed' })
  })

  test('a ship without force fields says so', () => {
    givenShip(smallShipWithout('forceFields')).when(raise('02-01')).thenRejected({ code: 'NoForceFields' })
  })

  test('a field stays up over a breach that is healed, until it is lowered', () => {
    // 0.5 m² is 1 + 6 · 0.5 = 4 person-minutes; four people behind a field: 60 s, and 5 s to walk there.
    const healed = given(breach('02-01', 0.5), raise('02-01'), send('alpha', 'breach:B1'), after(65))
    healed.thenHappens({ type: 'BreachSealed', breach: 'B1', at: 65_000 })
    healed.when(raise('02-01')).thenNothing()
    healed.when(lower('02-01')).thenHappens({ type: 'ForceFieldLowered' }).when(lower('02-01')).thenNothing()
  })
})

describe('passages', () => {
  test('[PAS1] a jammed passage can be neither sealed nor opened', () => {
    const jammed = givenShip(smallShip({ passages: passagesWith({ '03-01/03-02': 'jammed' }) }))
    jammed.when(seal('03-01/03-02')).thenRejected({ code: 'PassageJammed', passage: '03-01/03-02' })
    jammed.when(open('03-01/03-02')).thenRejected({ code: 'PassageJammed', passage: '03-01/03-02' })
  })

  test('[PAS1] a crew frees it from the side it can reach, and then it moves again', () => {
    // Alpha is in the workshop: 10 s to the engine room; 2 person-minutes for four people: 30 s more.
    const freed = givenShip(smallShip({ passages: passagesWith({ '03-01/03-02': 'jammed' }) })).when(
      send('alpha', 'passage:03-01/03-02'),
      after(40),
    )
    freed.thenHappens(
      { type: 'CrewArrived', crew: 'alpha', compartment: '03-01', at: 10_000 },
      { type: 'PassageFreed', passage: '03-01/03-02', at: 40_000 },
      { type: 'CrewReleased', crew: 'alpha' },
    )
    freed.when(seal('03-01/03-02')).thenHappens({ type: 'PassageSealed' })
  })

  test('[PAS1] the other side will do as well: the dead end of a ship is not shut for ever', () => {
    // The wheelhouse is the lower end of its only door; whoever is outside works from the chart room.
    givenShip(smallShip({ passages: passagesWith({ '01-01/01-02': 'jammed' }) }))
      .when(send('alpha', 'passage:01-01/01-02'), after(10))
      .thenHappens({ type: 'CrewArrived', crew: 'alpha', compartment: '01-02', at: 10_000 })
  })
})
