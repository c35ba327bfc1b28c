import { describe, expect, test } from 'vitest'
import { peopleIn } from '#shared/ship/people.ts'
import { after, given, givenShip } from '../support/given.ts'
import {
  breach,
  carry,
  evacuate,
  ignite,
  lend,
  lower,
  open,
  raise,
  report,
  seal,
  send,
  stop,
  vent,
} from '../support/ship-orders.ts'
import { passagesWith, smallShip } from '../support/small-ship.ts'

/** Ten people in the hold, none anywhere else. */
const crowded = { ...smallShip(), people: { '01-01': 0, '02-01': 10, '02-03': 0, '03-01': 0 } }

describe('leaving', () => {
  test('[EVA1] four at a time, the first after the walk, then every 5 s', () => {
    // 1.3 persons/s per m · 0.6 m = 0.78 persons/s: four in 5.1 s. The workshop is 5 s away: four at 5 s, four at 10, two at 15.
    const leaving = givenShip(crowded).when(evacuate('02-01'))
    leaving.thenHappens({ type: 'EvacuationOrdered', compartment: '02-01', to: '02-02', nextAt: 5000 })
    const left = leaving.when(after(60))
    left.thenOnly(
      ['PeopleMoved', 'EvacuationEnded'],
      { type: 'PeopleMoved', from: '02-01', to: '02-02', count: 4, nextAt: 10_000, at: 5000 },
      { type: 'PeopleMoved', count: 4, nextAt: 15_000, at: 10_000 },
      { type: 'PeopleMoved', count: 2, nextAt: null, at: 15_000 },
      { type: 'EvacuationEnded', compartment: '02-01', at: 15_000 },
    )
    expect([peopleIn(left.ship, '02-01'), peopleIn(left.ship, '02-02')]).toEqual([0, 10])
  })

  test('[EVA1] crews stay, and so does whoever is hurt', () => {
    const { ship } = given(report('02-01', 'fracture')).when(evacuate('02-01'), after(60))
    expect(peopleIn(ship, '02-02')).toBe(3)
    expect(ship.casualties['C1']).toMatchObject({ compartment: '02-01', status: 'waiting' })
    given().when(evacuate('02-02')).thenNothing()
  })

  test('[EVA5] nobody there, or leaving already: nothing happens', () => {
    given().when(evacuate('03-02')).thenNothing()
    given(evacuate('02-01')).when(evacuate('02-01')).thenNothing()
    given().when(evacuate('09-09')).thenRejected({ code: 'UnknownThing', what: 'compartment', id: '09-09' })
  })

  test('[EVA5] it ends with the last who is hurt, or sent to help', () => {
    // The sick berth has one person, 5 s from the workshop.
    given(evacuate('02-03'))
      .when(report('02-03', 'burns'))
      .thenHappens({ type: 'CasualtyReported' }, { type: 'EvacuationEnded', compartment: '02-03' })
    given(evacuate('02-03'))
      .when(lend('02-03', 'alpha', 1))
      .thenHappens({ type: 'HandsLent' }, { type: 'EvacuationEnded', compartment: '02-03' })
  })
})

describe('where to', () => {
  test('[EVA2] to the nearest compartment that is safe', () => {
    // From the hold: the workshop 5 s, the engine room 20.
    for (const order of [ignite('02-02'), breach('02-02', 0.05), vent('02-02')])
      given(order).when(evacuate('02-01')).thenHappens({ type: 'EvacuationOrdered', to: '03-01' })
    given(raise('02-02'))
      .when(evacuate('02-01'))
      .thenHappens({ type: 'EvacuationOrdered', to: '03-01', nextAt: 20_000 })
  })

  test('[EVA2] not where a door stands open to a breach', () => {
    given(open('02-02/02-03'), breach('02-03', 0.05))
      .when(evacuate('02-01'))
      .thenHappens({ type: 'EvacuationOrdered', to: '03-01', nextAt: 20_000 })
  })

  test('[EVA2] nor where something leaks, nor where others have to leave', () => {
    const leaky = { system: 'galley', kind: 'coolant', compartment: '02-02', startedAt: 0, harmsAt: 0 } as const
    const repair = { percent: 0, since: 0, perS: 0 }
    givenShip({ ...smallShip(), leaks: { galley: { ...leaky, repair } } })
      .when(evacuate('02-01'))
      .thenHappens({ type: 'EvacuationOrdered', to: '02-03' })
    givenShip({ ...smallShip(), people: { '02-02': 5 } }, raise('02-03'), evacuate('02-02'))
      .thenHappens({ type: 'EvacuationOrdered', compartment: '02-02', to: '02-01' })
      .when(evacuate('02-01'))
      .thenHappens(
        { type: 'EvacuationOrdered', compartment: '02-01', to: '01-02' },
        { type: 'EvacuationResumed', compartment: '02-02', to: '01-02' },
      )
  })

  test('[EVA2] through fire or bad air only where there is no other way', () => {
    // The sick berth would be 10 s away, through the burning workshop; the engine room is 20 s.
    given(ignite('02-02'))
      .when(evacuate('02-01'))
      .thenHappens({ type: 'EvacuationOrdered', to: '03-01', nextAt: 20_000 })
    given(ignite('02-02'), seal('02-01/03-01'))
      .when(evacuate('02-01'))
      .thenHappens({ type: 'EvacuationOrdered', to: '02-03', nextAt: 10_000 })
  })

  test('[EVA2] a compartment behind a field can be left', () => {
    given(raise('02-01')).when(evacuate('02-01')).thenHappens({ type: 'EvacuationOrdered', to: '02-02' })
  })
})

describe('no way out', () => {
  const shut = given(seal('02-01/02-02'), seal('02-01/03-01'), evacuate('02-01'))

  test('[EVA3] they are trapped, and the first obstacle on the shortest way is named', () => {
    shut.thenHappens(
      { type: 'PeopleTrapped', compartment: '02-01', obstacle: '02-01/02-02', obstacleState: 'sealed' },
      { type: 'AlarmRaised', alarm: 'trapped@02-01', priority: 'critical' },
    )
    expect(shut.ship.evacuations['02-01']).toMatchObject({ to: null, nextAt: null, orderedAt: 0 })
    shut.when(after(3600)).thenNever('PeopleMoved')
  })

  test('[EVA3] by a jammed passage, or a field, or since nowhere is safe', () => {
    const jammed = passagesWith({ '02-01/02-02': 'jammed', '02-01/03-01': 'jammed' })
    givenShip(smallShip({ passages: jammed }))
      .when(evacuate('02-01'))
      .thenHappens({ type: 'PeopleTrapped', obstacle: '02-01/02-02', obstacleState: 'jammed' })
    given(seal('02-01/02-02'), raise('03-01'))
      .when(evacuate('02-01'))
      .thenHappens({ type: 'PeopleTrapped', obstacle: '02-01/02-02', obstacleState: 'sealed' })
    // The store has one way out, through the engine room, which is behind a field.
    givenShip({ ...smallShip(), people: { '03-02': 2 } }, raise('03-01'))
      .when(evacuate('03-02'))
      .thenHappens({ type: 'PeopleTrapped', obstacle: '03-01', obstacleState: 'field' })
    const everywhere = ['01-01', '01-02', '02-02', '02-03', '03-01', '03-02'].map((id) => ignite(id))
    given(...everywhere)
      .when(evacuate('02-01'))
      .thenHappens({ type: 'PeopleTrapped', obstacle: '02-01', obstacleState: 'missing' })
  })

  test('[EVA3] they go on by themselves as soon as a passage opens', () => {
    shut
      .when(open('02-01/03-01'), after(60))
      .thenHappens(
        { type: 'EvacuationResumed', compartment: '02-01', to: '03-01', nextAt: 20_000 },
        { type: 'AlarmReturned', alarm: 'trapped@02-01' },
        { type: 'PeopleMoved', to: '03-01', count: 4, at: 20_000 },
        { type: 'EvacuationEnded' },
      )
  })

  test('[EVA3] or is freed, or a field is lowered', () => {
    const jammed = passagesWith({ '02-01/02-02': 'jammed', '02-01/03-01': 'sealed' })
    givenShip(smallShip({ passages: jammed }), evacuate('02-01'))
      .when(send('alpha', 'passage:02-01/02-02'), after(60))
      .thenHappens({ type: 'PassageFreed' }, { type: 'EvacuationResumed', to: '02-02' })
    givenShip({ ...smallShip(), people: { '03-02': 2 } }, raise('03-01'), evacuate('03-02'))
      .when(lower('03-01'))
      .thenHappens({ type: 'EvacuationResumed', compartment: '03-02', to: '03-01' })
  })

  test('[EVA3] another obstacle is told when it takes the first one’s place', () => {
    shut
      .when(raise('02-02'), open('02-01/02-02'))
      .thenHappens({ type: 'PeopleTrapped', obstacle: '02-02', obstacleState: 'field' })
  })

  test('[EVA3] thin air finds those who are trapped', () => {
    shut
      .when(breach('02-01', 0.5), after(60))
      .thenHappens({ type: 'PeopleOvercome', count: 4 }, { type: 'EvacuationEnded', compartment: '02-01' })
  })
})

describe('what happens meanwhile', () => {
  const leaving = givenShip(crowded, evacuate('02-01'), after(7))

  test('[EVA4] a way that is barred is gone round', () => {
    leaving
      .when(seal('02-01/02-02'))
      .thenHappens({ type: 'EvacuationResumed', compartment: '02-01', to: '03-01', nextAt: 27_000 })
  })

  test('[EVA4] or those who are left are trapped', () => {
    const trapped = leaving.when(seal('02-01/03-01'), seal('02-01/02-02'))
    trapped.thenHappens({ type: 'PeopleTrapped', obstacle: '02-01/02-02' })
    expect(peopleIn(trapped.ship, '02-01')).toBe(6)
  })

  test('[EVA4] a destination that is no longer safe is given up', () => {
    leaving.when(ignite('02-02')).thenHappens({ type: 'EvacuationResumed', to: '03-01' })
    leaving.when(breach('02-02', 0.5)).thenHappens({ type: 'EvacuationResumed', to: '03-01' })
    leaving.when(evacuate('02-02')).thenHappens({ type: 'EvacuationResumed', compartment: '02-01', to: '02-03' })
  })

  test('[EVA4] what does not concern them changes nothing', () => {
    leaving
      .when(ignite('01-01'), seal('03-01/03-02'), open('02-02/02-03'), stop('galley'))
      .thenNever('EvacuationResumed', 'PeopleTrapped')
  })

  test('[VNT4] an evacuated compartment can be vented', () => {
    given(ignite('02-01'), evacuate('02-01'), after(10))
      .when(vent('02-01'), after(60))
      .thenHappens({ type: 'VentOpened' }, { type: 'FireOut', because: 'no-air' })
    given(report('02-01', 'fracture'), evacuate('02-01'), after(10))
      .when(carry('C1'))
      .thenHappens({ type: 'CasualtyMoved' })
      .when(vent('02-01'))
      .thenHappens({ type: 'VentOpened' })
  })
})
