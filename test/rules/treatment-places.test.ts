import { describe, expect, test } from 'vitest'
import { sickbaysOf } from '#shared/ship/views/casualties.ts'
import { after, givenShip, type Scene } from '../support/given.ts'
import { beam, carry, report, send, setUp } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

/** One bed in the sick berth, two more in the store once they are set up, which takes 3 minutes. */
const ship = smallShip({
  sickbays: [
    { id: 'berth', name: 'Sick berth', compartment: '02-03', beds: 1, surgeons: 1 },
    { id: 'aid', name: 'Aid post', compartment: '03-02', beds: 2, surgeons: 1, standby: { setUpMinutes: 3 } },
  ],
})
const oneInBed = givenShip(ship, report('02-01', 'fracture'), report('02-01', 'fracture'), carry('C1'), after(20))

const aidPost = ({ ship: now, at }: Scene) => sickbaysOf(now, at).find(({ id }) => id === 'aid')

describe('a second treatment place', () => {
  test('[CAS8] takes nobody until it has been set up', () => {
    oneInBed.when(carry('C2')).thenRejected({ code: 'NoBedFree', beds: 1, taken: 1 })
    oneInBed.when(setUp('aid'), after(179), beam('C2')).thenNever('CasualtyMoved')
    oneInBed
      .when(setUp('aid'), after(180), beam('C2'))
      .thenHappens(
        { type: 'TreatmentPlaceOrdered', sickbay: 'aid', opensAt: 200_000 },
        { type: 'TreatmentPlaceOpened', sickbay: 'aid', at: 200_000 },
        { type: 'CasualtyMoved', casualty: 'C2' },
      )
  })

  test('[CAS8] has surgeons of its own', () => {
    // The one in the sick berth has begun with C1 at 20 s; C2 is beamed at 200 s, there at 208.
    oneInBed
      .when(setUp('aid'), after(180), beam('C2'), after(8))
      .thenHappens({ type: 'CasualtyBedded', sickbay: 'aid' }, { type: 'TreatmentBegun', casualty: 'C2', at: 208_000 })
  })

  test('[CAS8] as soon as it opens, a crew that waits for a bed picks up', () => {
    oneInBed
      .when(send('alpha', 'casualty:C2'), setUp('aid'), after(180))
      .thenHappens(
        { type: 'TreatmentPlaceOpened', at: 200_000 },
        { type: 'CrewStartedWork', crew: 'alpha', task: 'casualty:C2', at: 200_000 },
        { type: 'CasualtyMoved', casualty: 'C2', at: 200_000 },
      )
  })

  test('[CAS8] is ordered once, and only where the ship has one', () => {
    oneInBed.when(setUp('aid')).when(setUp('aid')).thenNothing()
    oneInBed.when(setUp('berth')).thenRejected({ code: 'NotFitted', what: 'second treatment place' })
    oneInBed.when(setUp('tent')).thenRejected({ code: 'UnknownThing', what: 'sickbay', id: 'tent' })
  })

  test('whoever looks at the sickbays sees which are open', () => {
    expect(aidPost(oneInBed)).toMatchObject({ state: 'standby', opensAt: null })
    expect(aidPost(oneInBed.when(setUp('aid')))).toMatchObject({ state: 'being set up', opensAt: 200_000 })
    expect(aidPost(oneInBed.when(setUp('aid'), after(180)))).toMatchObject({ state: 'open', opensAt: null })
    expect(sickbaysOf(ship, 0)[0]).toMatchObject({ id: 'berth', state: 'open' })
  })
})
