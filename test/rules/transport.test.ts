import { describe, expect, test } from 'vitest'
import { placeAt } from '#shared/ship/views/crews.ts'
import { after, given, givenShip } from '../support/given.ts'
import {
  beam,
  breach,
  carry,
  damage,
  declareDead,
  discharge,
  lower,
  open,
  raise,
  recall,
  report,
  seal,
  send,
  triage,
} from '../support/ship-orders.ts'
import { smallShip, smallShipWithout } from '../support/small-ship.ts'

// From the hold by the workshop to the sick berth: 5 + 5 s for a walker, twice that for bearers.
const wounded = given(report('02-01', 'fracture'))

describe('to a bed', () => {
  test('[CAS4] carrying takes twice the time of a walker', () => {
    wounded.when(carry('C1'), after(20)).thenHappens(
      {
        type: 'CasualtyMoved',
        transport: {
          by: 'carry',
          crew: null,
          sickbay: 'berth',
          route: [
            { compartment: '02-01', at: 0 },
            { compartment: '02-02', at: 10_000 },
            { compartment: '02-03', at: 20_000 },
          ],
        },
      },
      { type: 'CasualtyBedded', casualty: 'C1', at: 20_000 },
    )
  })

  test('[CAS4] beaming takes what the ship file says, past every sealed door', () => {
    given(report('02-01', 'blast'), seal('02-01/02-02'), seal('02-01/03-01'))
      .when(beam('C1'), after(8))
      .thenHappens({ type: 'CasualtyBedded', casualty: 'C1', sickbay: 'berth', at: 8_000 })
  })

  test('[CAS4] it needs a transporter that works', () => {
    wounded.when(damage('transporter', 60), beam('C1')).thenHappens({ type: 'CasualtyMoved' })
    wounded
      .when(damage('transporter', 59))
      .when(beam('C1'))
      .thenRejected({ code: 'SystemTooWeak', system: 'transporter', percent: 59, neededPercent: 60 })
    givenShip(smallShipWithout('transporter'), report('02-01', 'blast'))
      .when(beam('C1'))
      .thenRejected({ code: 'NoTransporter' })
  })

  const full = given(...['C1', 'C2', 'C3'].map(() => report('02-01', 'fracture')), carry('C1'), beam('C2'))

  test('[CAS4] both need a free bed; one kept for somebody on the way is not free', () => {
    full.when(carry('C3')).thenRejected({ code: 'NoBedFree', beds: 2, taken: 2 })
    full.when(beam('C3')).thenRejected({ code: 'NoBedFree', beds: 2, taken: 2 })
    full.when(after(321), discharge('C2')).when(carry('C3')).thenHappens({ type: 'CasualtyMoved', casualty: 'C3' })
  })

  test('[CAS4] no way to any bed: the order names the obstacle', () => {
    wounded.when(seal('02-02/02-03')).when(carry('C1')).thenRejected({
      code: 'NoRoute',
      from: '02-01',
      to: 'sickbay',
      obstacle: '02-02/02-03',
      obstacleState: 'sealed',
    })
  })

  test('[CAS4] the nearest of several sickbays that has a bed', () => {
    const sickbays = [
      { id: 'berth', name: 'Sick berth', compartment: '02-03', beds: 2, surgeons: 1 },
      { id: 'cot', name: 'Cot', compartment: '02-02', beds: 1, surgeons: 0 },
    ]
    const two = givenShip(smallShip({ sickbays }), report('02-01', 'burns'), report('02-01', 'burns'))
    const sickbayOf = (casualty: string) => two.when(carry('C1'), carry('C2')).ship.casualties[casualty]?.transport
    expect([sickbayOf('C1')?.sickbay, sickbayOf('C2')?.sickbay]).toEqual(['cot', 'berth'])
  })
})

describe('a crew at a casualty', () => {
  // The medics come from the sick berth, 10 s, and carry them back, 20 s.
  const sent = wounded.when(send('medics', 'casualty:C1'))

  test('[CRW5] picks them up at once when there is a bed and a way, and goes home', () => {
    sent
      .when(after(30))
      .thenHappens(
        { type: 'CrewArrived', crew: 'medics', compartment: '02-01', at: 10_000 },
        { type: 'CrewStartedWork', crew: 'medics', task: 'casualty:C1', at: 10_000 },
        { type: 'CasualtyMoved', casualty: 'C1', at: 10_000 },
        { type: 'CasualtyBedded', casualty: 'C1', at: 30_000 },
        { type: 'CrewReleased', crew: 'medics', at: 30_000 },
        { type: 'CrewReady', crew: 'medics', compartment: '02-03', at: 30_000 },
      )
  })

  test('[CRW5] waits for a bed, and takes the first that is free', () => {
    const noBed = given(...['C1', 'C2', 'C3'].map(() => report('02-01', 'fracture')), beam('C1'), beam('C2'))
    const waiting = noBed.when(send('medics', 'casualty:C3'), after(320))
    waiting.thenHappens({ type: 'CrewArrived', crew: 'medics' }).thenNever('CrewStartedWork')
    waiting
      .when(discharge('C1'))
      .thenHappens({ type: 'CrewStartedWork', crew: 'medics' }, { type: 'CasualtyMoved', casualty: 'C3' })
    waiting
      .when(declareDead('C2'))
      .thenHappens({ type: 'CrewStartedWork', crew: 'medics' }, { type: 'CasualtyMoved', casualty: 'C3' })
  })

  test('[CRW5] two that wait for a way are both let through by it', () => {
    const shut = given(report('02-01', 'burns'), report('02-01', 'burns'))
      .when(send('alpha', 'casualty:C1'), send('medics', 'casualty:C2'), after(4), seal('02-02/02-03'), after(20))
      .thenNever('CasualtyMoved')
    shut
      .when(open('02-02/02-03'))
      .thenHappens({ type: 'CasualtyMoved', casualty: 'C1' }, { type: 'CasualtyMoved', casualty: 'C2' })
  })

  test('[CRW5] is released when the casualty is beamed away, or carried by another, before it comes', () => {
    sent
      .when(after(5), beam('C1'))
      .thenHappens({ type: 'CrewReleased', crew: 'medics' }, { type: 'CrewReturning', crew: 'medics' })
      .when(after(10))
      .thenNever('CrewArrived')
    const two = given(report('02-01', 'burns'), send('alpha', 'casualty:C1'), send('medics', 'casualty:C1'))
    two
      .when(after(5))
      .thenHappens({ type: 'CasualtyMoved', casualty: 'C1' }, { type: 'CrewReleased', crew: 'medics' })
      .when(after(60))
      .thenOnly(['CasualtyMoved', 'CrewArrived'])
  })

  test('[CRW5] is released when the casualty dies or walks away', () => {
    sent.when(after(5), declareDead('C1')).thenHappens({ type: 'CrewReleased', crew: 'medics' })
    sent.when(triage('C1', 'minimal'), discharge('C1')).thenHappens({ type: 'CrewReleased', crew: 'medics' })
  })

  test('[CRW5] is where the casualty is while it carries', () => {
    const { ship } = sent.when(after(25))
    const crew = ship.crews.medics
    const route = ship.casualties.C1?.transport?.route ?? []
    expect(placeAt(route, '', 25_000)).toBe('02-02')
    expect(placeAt(crew?.route ?? [], crew?.compartment ?? '', 25_000)).toBe('02-02')
  })

  test('[CRW6] when recalled sets down whom it carries in the next compartment, where they wait', () => {
    // Set out at 10 s, in the workshop at 20 s; recalled at 15 s.
    const down = sent.when(after(15)).when(recall('medics'))
    down.thenHappens(
      { type: 'CasualtySetDown', casualty: 'C1', compartment: '02-02' },
      { type: 'AlarmRaised', alarm: 'casualties@02-02' },
      { type: 'CrewReleased', crew: 'medics' },
    )
    expect(down.ship.casualties.C1).toMatchObject({ status: 'waiting', compartment: '02-02', transport: null })
    down.when(after(600)).thenNever('CasualtyBedded')
    down.when(carry('C1'), after(10)).thenHappens({ type: 'CasualtyBedded', casualty: 'C1' })
  })

  test('[CRW6] a casualty who dies on the way lies where they died, and the crew goes home from there', () => {
    sent
      .when(after(15))
      .when(declareDead('C1'), after(30))
      .thenHappens(
        { type: 'CasualtySetDown', casualty: 'C1', compartment: '02-02' },
        { type: 'CasualtyDied', casualty: 'C1' },
        { type: 'CrewReturning', crew: 'medics', compartment: '02-02' },
        { type: 'CrewReady', crew: 'medics', compartment: '02-03', at: 25_000 },
      )
  })
})

describe('a way barred under way', () => {
  // The engine room to the sick berth: by the workshop 10 + 5 s, for bearers 30 s; by the hold 20 + 5 + 5 s, 60 s.
  const fromEngines = given(report('03-01', 'fracture'))

  test('[TRV3] bearers go round', () => {
    // They have not left the engine room when the ladder is sealed at the same instant.
    fromEngines
      .when(carry('C1'))
      .when(seal('02-02/03-01'), after(60))
      .thenHappens({ type: 'CasualtyMoved', casualty: 'C1' }, { type: 'CasualtyBedded', casualty: 'C1', at: 60_000 })
  })

  test('[TRV3] or set the casualty down in the next compartment', () => {
    const down = fromEngines.when(carry('C1'), after(5), seal('02-02/02-03'))
    down.thenHappens({ type: 'CasualtySetDown', casualty: 'C1', compartment: '02-02' })
    down.when(after(60)).thenNever('CasualtyBedded')
  })

  test('[TRV3] a crew stays with the casualty and goes on as soon as there is a way', () => {
    const carried = given(report('02-01', 'fracture'), send('medics', 'casualty:C1'), after(12), seal('02-02/02-03'))
    carried.thenHappens(
      { type: 'CasualtySetDown', casualty: 'C1', compartment: '02-02' },
      { type: 'CrewArrived', crew: 'medics', compartment: '02-02' },
    )
    carried
      .when(after(600))
      .when(open('02-02/02-03'), after(10))
      .thenHappens(
        { type: 'CrewStartedWork', crew: 'medics' },
        { type: 'CasualtyMoved', casualty: 'C1' },
        { type: 'CasualtyBedded', casualty: 'C1', at: 622_000 },
        { type: 'CrewReady', crew: 'medics' },
      )
  })

  test('[TRV4] a crew waits with the casualty before a field, and goes on as soon as it falls', () => {
    // Wheelhouse to chart room 10 s with a casualty, to the workshop 20 s more, to the sick berth 10 s.
    const carried = given(report('01-01', 'fracture'), send('medics', 'casualty:C1'), after(25))
    carried
      .when(raise('02-02'))
      .thenHappens(
        { type: 'CasualtySetDown', casualty: 'C1', compartment: '01-02' },
        { type: 'CrewArrived', crew: 'medics', compartment: '01-02' },
      )
      .when(after(60))
      .when(lower('02-02'), after(30))
      .thenHappens({ type: 'CasualtyMoved', casualty: 'C1' }, { type: 'CasualtyBedded', casualty: 'C1', at: 115_000 })
  })

  test('[TRV3] the bed that was kept stays theirs when they go round', () => {
    const twoBeds = given(report('03-01', 'burns'), report('02-01', 'burns'), carry('C1'), carry('C2'))
    twoBeds
      .when(seal('02-02/03-01'))
      .thenHappens({ type: 'CasualtyMoved', casualty: 'C1' })
      .thenNever('CasualtySetDown')
  })

  test('a breach on the way is none of the bearers’ business', () => {
    given(report('02-01', 'fracture'), carry('C1'), breach('02-02', 1), after(20)).thenHappens({
      type: 'CasualtyBedded',
    })
  })
})
