import { describe, expect, test } from 'vitest'
import { readinessOf } from '#shared/ship/views/readiness.ts'
import { chainInWords } from '#shared/ship/views/capabilities.ts'
import { after, givenShip, type Scene } from '../support/given.ts'
import { damage, hide, lend, open, ready, recall, send, standDown, stop } from '../support/ship-orders.ts'
import { passagesWith, smallShip } from '../support/small-ship.ts'

const GUNS = {
  id: 'guns',
  name: 'Guns',
  needs: { capability: 'thinking', mode: 'quick', order: true, seconds: 30 },
} as const
const ship = smallShip({
  readiness: {
    green: [{ id: 'air', name: 'Air', needs: { system: 'life-support', atLeastPercent: 80 } }],
    red: [
      { id: 'way', name: 'Way on', needs: { capability: 'propulsion', mode: 'slow' } },
      { id: 'speed', name: 'Speed', needs: { capability: 'propulsion', mode: 'full' } },
      { ...GUNS },
      { id: 'stations', name: 'Stations', needs: { manned: ['01-01', '02-02', '03-02'] } },
      { id: 'crews', name: 'Crews', needs: { crewsReadyPercent: 60 } },
      { id: 'shut', name: 'Doors', needs: { shut: 'passages' } },
    ],
  },
})
const fresh = givenShip(ship)

const item = (scene: Scene, id: string) => {
  const all = readinessOf(scene.ship, scene.at).flatMap(({ items }) => items)
  const found = all.find((one) => one.id === id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}

describe('what must be so', () => {
  test('[RDY1] for each condition the ship file speaks of, what is and how much of it', () => {
    expect(readinessOf(fresh.ship, 0).map(({ condition, met, total }) => [condition, met, total])).toEqual([
      ['green', 1, 1],
      ['red', 4, 6],
    ])
    expect(readinessOf(smallShip(), 0)).toEqual([])
  })

  test('[RDY1] a capability at that mode or a better one', () => {
    const slow = fresh.when(damage('engine', 60))
    expect(item(slow, 'way')).toMatchObject({ state: 'met', is: 'Propulsion: Slow speed' })
    const { state, is, reasons, tasks } = item(slow, 'speed')
    expect({ state, is, tasks }).toEqual({
      state: 'blocked',
      is: 'Propulsion: Slow speed',
      tasks: ['system:engine'],
    })
    expect(chainInWords(reasons)).toEqual(['engine 60 % (Full speed needs 80 %)'])
  })

  test('[RDY1] the chain goes down to what is behind it, and to what an order starts', () => {
    // Without the computer the engine gives 30 %: slow speed. A stopped system needs no crew.
    const byHand = fresh.when(stop('computer'))
    expect(item(byHand, 'speed').remedies).toMatchObject([{ kind: 'start', system: 'computer' }])
    expect(item(byHand, 'speed')).toMatchObject({ state: 'blocked', tasks: [] })
  })

  test('[RDY1] what a crew mends already is coming', () => {
    // From 60 to 80 %: a fifth of 60 person-minutes, 12, by two on the spot: 6 min.
    const mending = fresh.when(damage('engine', 60), send('bravo', 'system:engine'), after(1))
    const { state, readyAt } = item(mending, 'speed')
    expect([state, readyAt && Math.round(readyAt / 1000)]).toEqual(['coming', 360])
  })

  test('[RDY1] a system at a percentage', () => {
    expect(item(fresh, 'air')).toMatchObject({ state: 'met', is: 'life-support 100 %' })
    expect(item(fresh.when(damage('life-support', 79)), 'air')).toMatchObject({
      state: 'blocked',
      is: 'life-support 79 %',
      tasks: ['system:life-support'],
    })
  })

  test('[RDY1] stations are manned by whoever is there, crews too', () => {
    expect(item(fresh, 'stations')).toMatchObject({ state: 'open', is: '2 of 3 stations manned', places: ['03-02'] })
    const lent = fresh.when(lend('alpha', 'medics', 4))
    expect(item(lent, 'stations').places).toEqual(['02-02', '03-02'])
  })

  test('[RDY1] crews that are ready, and those on their way home', () => {
    // Two of three are 66 %, and 60 % are asked for. Alpha and bravo work; bravo, recalled at 20 s, is home at once.
    const out = fresh.when(damage('engine', 60), send('alpha', 'system:engine'), send('medics', 'system:engine'))
    expect(item(fresh, 'crews')).toMatchObject({ state: 'met', is: '3 of 3 crews ready' })
    expect(item(out, 'crews')).toMatchObject({ state: 'open', is: '1 of 3 crews ready' })
    // Alpha needs 10 s there and back.
    expect(item(out.when(after(20), recall('alpha')), 'crews')).toMatchObject({ state: 'coming', readyAt: 30_000 })
  })

  test('[RDY1] passages shut: an order shuts what is open, a crew frees what is jammed', () => {
    expect(item(fresh, 'shut')).toMatchObject({ state: 'met', is: 'All passages shut' })
    expect(item(fresh.when(open('02-01/02-02')), 'shut')).toMatchObject({
      state: 'open',
      is: 'Passages: 1 open',
      passages: ['02-01/02-02'],
    })
    const jammed = smallShip({
      passages: passagesWith({ '02-02/03-01': 'jammed' }),
      readiness: { red: [{ id: 'shut', name: 'Doors', needs: { shut: 'passages' } }] },
    })
    expect(item(givenShip(jammed), 'shut')).toMatchObject({
      state: 'blocked',
      is: 'Passages: 1 jammed',
      tasks: ['passage:02-02/03-01'],
    })
  })
})

describe('made ready by order', () => {
  const ordered = fresh.when(after(10), ready('guns'))

  test('[RDY2] it takes its time, and then it is so', () => {
    expect(item(fresh, 'guns')).toMatchObject({ state: 'open', is: 'Thinking: Quick, not made ready', byOrder: true })
    ordered.thenHappens({ type: 'ReadinessOrdered', item: 'guns', readyAt: 40_000 })
    expect(item(ordered, 'guns')).toMatchObject({ state: 'coming', readyAt: 40_000, ordered: true })
    const there = ordered.when(after(30))
    there.thenHappens({ type: 'ReadinessReached', item: 'guns', at: 40_000 })
    expect(item(there, 'guns')).toMatchObject({ state: 'met', is: 'Thinking: Quick, ready', ordered: true })
    ordered.when(ready('guns')).thenNothing()
    there.when(ready('guns')).thenNothing()
  })

  test('[RDY2] not while its capability is below, and only what takes an order', () => {
    fresh
      .when(damage('computer', 40))
      .when(ready('guns'))
      .thenRejected({ code: 'NotReadyYet', item: 'guns', needed: 'Thinking must be at Quick' })
    for (const id of ['speed', 'none'])
      for (const order of [ready(id), standDown(id)])
        fresh.when(order).thenRejected({ code: 'UnknownThing', what: 'readiness item', id })
  })

  test('[RDY2] it is stood down by order', () => {
    ordered.when(standDown('guns')).thenHappens({ type: 'ReadinessEnded', item: 'guns', because: 'order' })
    expect(item(ordered.when(standDown('guns')), 'guns').state).toBe('open')
    ordered.when(standDown('guns'), after(60)).thenNever('ReadinessReached')
    fresh.when(standDown('guns')).thenNothing()
  })

  test('[RDY3] it is lost with what it needs, ready or not, and does not come back by itself', () => {
    ordered
      .when(damage('computer', 40), after(60))
      .thenHappens({ type: 'CapabilityChanged', to: 'none' }, { type: 'ReadinessEnded', item: 'guns', because: 'lost' })
      .thenNever('ReadinessReached')
    const there = ordered.when(after(30))
    there.when(damage('computer', 60)).thenNever('ReadinessEnded')
    there.when(stop('computer')).thenHappens({ type: 'ReadinessEnded', because: 'lost' })
  })

  test('[RDY2] a hidden fault is found when it is tried', () => {
    fresh
      .when(hide('computer', 40))
      .when(ready('guns'))
      .thenHappens({ type: 'PlaceRevealed', how: 'attempt' }, { type: 'CapabilityChanged', capability: 'thinking' })
      .thenNever('ReadinessOrdered')
  })

  test('[RDY4] the alert condition is set whether or not the ship is ready', () => {
    fresh.when({ type: 'SetAlert', condition: 'red' }).thenHappens({ type: 'AlertSet', condition: 'red' })
  })
})
