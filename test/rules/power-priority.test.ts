import { describe, test } from 'vitest'
import { given, givenShip } from '../support/given.ts'
import { damage, powerClass, stop } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const NO_BATTERY = { capacityMj: 0, outputMw: 0 }
/** 60 · 60 % + 20 = 56 MW for 64: the transporter (6 MW) and the galley (2 MW) of class 4 are shed. */
const short = givenShip(smallShip({ battery: NO_BATTERY }), damage('reactor', 60))

describe('classes by order', () => {
  test('[POW6] the class that was ordered counts when loads are shed', () => {
    // The galley is of class 1 now: 64 − 6 is still 2 MW too much, and of class 3 the engine is the largest. That leaves 18 to
    // spare, and the transporter's 6 fit again.
    givenShip(smallShip({ battery: NO_BATTERY }), powerClass('galley', 1))
      .when(damage('reactor', 60))
      .thenOnly(
        ['SystemShed', 'SystemStarted'],
        { type: 'SystemShed', system: 'transporter' },
        { type: 'SystemShed', system: 'engine' },
        { type: 'SystemStarted', system: 'transporter' },
      )
  })

  test('[POW6] what was shed takes the place of what is needed less', () => {
    // 56 + 6 = 62 MW for 56: the engine's 20 go, which leaves 14, and the galley's 2 fit too.
    short
      .when(powerClass('transporter', 1))
      .thenOnly(
        ['SystemShed', 'SystemStarted'],
        { type: 'SystemStarted', system: 'transporter' },
        { type: 'SystemShed', system: 'engine' },
        { type: 'SystemStarted', system: 'galley' },
      )
  })

  test('[POW6] and not of what is needed as much or more', () => {
    short.when(powerClass('computer', 4)).thenNever('SystemStarted')
    // Of class 3 and 4 nothing is fed any more but the shields' 5 + 5, and the engine needs 20.
    const dark = givenShip(smallShip({ battery: NO_BATTERY }), damage('reactor', 30))
    dark.when(powerClass('engine', 2)).thenNever('SystemStarted')
  })

  test('[POW6] what was shut down by order does not start', () => {
    givenShip(smallShip({ battery: NO_BATTERY }), stop('transporter'), damage('reactor', 60))
      .when(powerClass('transporter', 1))
      .thenNever('SystemStarted')
  })

  test('[ORD1] [ORD3] the class it has already: nothing; a system that is not there: refused', () => {
    given().when(powerClass('galley', 4)).thenNothing()
    given().when(powerClass('sail', 1)).thenRejected({ code: 'UnknownThing', what: 'system', id: 'sail' })
  })
})
