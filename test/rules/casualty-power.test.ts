import { describe, expect, test } from 'vitest'
import { after, givenShip } from '../support/given.ts'
import { damage, recall, rig, send, start, stop, unrig } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const casualtyPower = { lines: 2, mwEach: 6, personMinutes: 4, skill: 'electrical' }
const ship = smallShip({ casualtyPower, battery: { capacityMj: 0, outputMw: 0 } })
/** 56 MW for 64: the transporter (6 MW) and the galley (2 MW) are shed. */
const short = givenShip(ship, damage('reactor', 60))
/** Alpha's four walk 5 s to the sick berth, and 4 person-minutes are 60 s for four: there at 65 s. */
const laid = [rig('transporter'), send('alpha', 'casualty-power:transporter'), after(65)]

describe('casualty power', () => {
  test('[CPW1] a crew lays the cable, and then it is there', () => {
    givenShip(ship)
      .when(...laid)
      .thenHappens(
        { type: 'CasualtyPowerOrdered', system: 'transporter', at: 0 },
        { type: 'CasualtyPowerRigged', at: expect.closeTo(65_000, -1) as number },
        { type: 'CrewReleased', crew: 'alpha' },
      )
  })

  test('[CPW1] there are so many cables, those being laid included', () => {
    givenShip(ship, rig('transporter'), rig('galley'))
      .when(rig('emitters'))
      .thenRejected({ code: 'NoLineFree', lines: 2 })
    givenShip(ship, rig('transporter'), rig('galley'), unrig('galley'))
      .when(rig('emitters'))
      .thenHappens({ type: 'CasualtyPowerOrdered', system: 'emitters' })
  })

  test('[CPW1] none carries more than the ship file says', () => {
    givenShip(ship).when(rig('engine')).thenRejected({ code: 'NotEnoughPower', neededMw: 20, spareMw: 6 })
  })

  test('[CPW2] what was shed starts, and asks nothing of the switchboard', () => {
    const rigged = short.when(...laid)
    rigged.thenHappens({ type: 'CasualtyPowerRigged' }, { type: 'SystemStarted', system: 'transporter' })
    expect(rigged.ship.power.demandMw).toBe(56)
  })

  test('[CPW2] what was fed is no load any more, and is not shed; taken off it is one again', () => {
    // 64 − 6 = 58 MW. With 56, of class 4 the galley alone is left to shed.
    const rigged = givenShip(ship).when(...laid)
    rigged.thenHappens({ type: 'PowerBalanceChanged', demandMw: 58 })
    const less = rigged.when(damage('reactor', 60))
    less.thenOnly(['SystemShed'], { type: 'SystemShed', system: 'galley' })
    less
      .when(unrig('transporter'))
      .thenHappens(
        { type: 'CasualtyPowerRemoved' },
        { type: 'PowerBalanceChanged', demandMw: 62 },
        { type: 'SystemShed', system: 'transporter' },
      )
  })

  test('[CPW2] what was shut down by order stays down until it is started, which takes no power', () => {
    const stopped = short.when(stop('transporter'), ...laid)
    stopped.thenNever('SystemStarted')
    stopped.when(start('transporter')).thenHappens({ type: 'SystemStarted' }).thenNever('SystemShed')
  })

  test('[CPW1] a cable called back while it is being laid lets its crew go', () => {
    givenShip(ship, rig('galley'), send('alpha', 'casualty-power:galley'), after(10))
      .when(unrig('galley'))
      .thenHappens({ type: 'CasualtyPowerRemoved' }, { type: 'CrewReleased', crew: 'alpha' })
      .when(recall('alpha'))
      .thenRejected({ code: 'CrewNotOut', crew: 'alpha', crewStatus: 'ready' })
  })

  test('[ORD1] [ORD3] asked for twice, nothing; on a ship without cables, refused', () => {
    givenShip(ship, rig('galley')).when(rig('galley')).thenNothing()
    givenShip(ship).when(unrig('galley')).thenNothing()
    givenShip(ship).when(rig('sail')).thenRejected({ code: 'UnknownThing', what: 'system', id: 'sail' })
    givenShip(ship).when(unrig('sail')).thenRejected({ code: 'UnknownThing', what: 'system', id: 'sail' })
    for (const order of [rig('galley'), unrig('galley')])
      givenShip(smallShip()).when(order).thenRejected({ code: 'NotFitted', what: 'casualty power' })
  })
})
