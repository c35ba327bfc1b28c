import { describe, expect, test } from 'vitest'
import type { Order } from '#shared/ship/commands.ts'
import type { ThingKind } from '#shared/ship/rejections.ts'
import { after, given } from '../support/given.ts'
import {
  acknowledge,
  beam,
  breach,
  damage,
  declareDead,
  discharge,
  hit,
  lower,
  open,
  raise,
  rank,
  recall,
  report,
  seal,
  send,
  start,
  stop,
  treat,
  triage,
} from '../support/ship-orders.ts'

/** Ids that nothing has, and ids that every JavaScript object has. */
const STRANGE = ['nothing', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty']

const ABOUT: readonly (readonly [ThingKind, (id: string) => Order])[] = [
  ['crew', (id) => send(id, 'system:engine')],
  ['crew', recall],
  ['compartment', raise],
  ['compartment', lower],
  ['compartment', (id) => hit(id, 100)],
  ['compartment', (id) => breach(id, 1)],
  ['compartment', (id) => report(id, 'burns')],
  ['passage', seal],
  ['passage', open],
  ['system', stop],
  ['system', start],
  ['system', (id) => damage(id, 10)],
  ['alarm', acknowledge],
  ['casualty', (id) => triage(id, 'delayed')],
  ['casualty', beam],
  ['casualty', treat],
  ['casualty', discharge],
  ['casualty', declareDead],
]
const damaged = given(damage('engine', 50))

describe('what a ship does not have', () => {
  test.each(ABOUT.map(([what, order]) => [what, order('x').type, order] as const))(
    '[ORD1] no such %s: %s is refused and names it',
    (what, _type, order) => {
      for (const id of STRANGE) damaged.when(order(id)).thenRejected({ code: 'UnknownThing', what, id })
    },
  )

  test.each(['breach', 'system', 'passage', 'casualty', 'fire'])('[ORD1] nor a task about no such %s', (kind) => {
    for (const id of STRANGE) {
      const task = `${kind}:${id}`
      damaged.when(send('alpha', task)).thenRejected({ code: 'UnknownThing', what: 'task', id: task })
      damaged.when(rank(task, 'first')).thenRejected({ code: 'UnknownThing', what: 'task', id: task })
    }
  })
})

describe('numbers', () => {
  const outOf = (field: string, order: (value: number) => Order, least: number, most: number, values: number[]) => {
    for (const value of [...values, Number.NaN, Infinity, -Infinity])
      given(after(10)).when(order(value)).thenRejected({ code: 'OutOfRange', field, value, least, most })
    for (const value of [least, most]) expect(given(after(10)).when(order(value)).refusal).toBeNull()
  }

  test('[ORD2] outside their bounds, or none at all, they are refused with the bounds', () => {
    outOf('energy', (energy) => hit('02-01', energy), 0, 2000, [-1, 2000.1, 1e308])
    outOf('area', (area) => breach('02-01', area), 0.01, 20, [0, -1, 20.1])
    outOf('to', (to) => damage('engine', to), 0, 100, [-0.1, 100.1])
    outOf('rate', (rate) => ({ type: 'SetClock', rate }), 0, 64, [-1, 65])
    outOf('at', (at) => ({ type: 'PinNote', at, text: 'Here', kind: 'note' }), 0, 10_000, [-1, 10_001])
  })
})

describe('asking again', () => {
  const ASKED_TWICE: readonly Order[] = [
    raise('02-01'),
    seal('02-01/02-02'),
    open('02-01/02-02'),
    stop('engine'),
    damage('engine', 40),
    rank('system:engine', 'last'),
    send('alpha', 'system:engine'),
    { type: 'SetAlert', condition: 'red' },
    { type: 'SetClock', rate: 4 },
    acknowledge('system@computer'),
  ]

  test.each(ASKED_TWICE.map((order) => [order.type, order] as const))(
    '[ORD3] %s: what is so already is accepted, and nothing happens',
    (_type, order) => {
      const before = given(damage('engine', 50), damage('computer', 40)).when(order)
      expect(before.events.length).toBeGreaterThan(0)
      before.when(order).thenNothing()
    },
  )

  test('[ORD3] so it is for what is the usual state', () => {
    for (const order of [lower('02-01'), start('engine'), rank('system:engine', 'normal')])
      damaged.when(order).thenNothing()
    damaged.when({ type: 'SetAlert', condition: 'green' }).thenNothing()
    damaged.when({ type: 'SetClock', rate: 0 }).thenNothing()
  })
})

describe('the record', () => {
  test('alert, clock, entries and notes are events that say what was ordered', () => {
    given(after(10))
      .when(
        { type: 'SetAlert', condition: 'yellow' },
        { type: 'SetClock', rate: 2 },
        { type: 'RecordLog', text: 'Land ahead' },
        { type: 'PinNote', at: 4_000, text: 'Well done', kind: 'sustain' },
      )
      .thenHappens(
        { type: 'AlertSet', condition: 'yellow' },
        { type: 'ClockSet', rate: 2 },
        { type: 'LogRecorded', text: 'Land ahead' },
        { type: 'NotePinned', pinnedAt: 4_000, text: 'Well done', kind: 'sustain' },
      )
  })

  test('a restored ship is whole again, and her numbers go on', () => {
    const restored = given(
      { type: 'SetClock', rate: 4 },
      { type: 'SetAlert', condition: 'red' },
      raise('01-01'),
      stop('engine'),
      breach('02-01', 1),
      hit('03-01', 1500),
      report('02-01', 'burns'),
      send('alpha', 'breach:B1'),
      after(30),
      { type: 'RestoreShip' },
    )
    const { seq: _seq, at: _at, numbers, rate, ...state } = restored.ship
    const { seq: _s, at: _a, numbers: _n, rate: _r, ...whole } = given().ship
    expect({ ...state, plan: null }).toEqual({ ...whole, plan: null })
    expect([numbers.hit, rate]).toEqual([1, 4])
    restored.when(after(3600)).thenNothing()
    restored.when(breach('02-01', 1)).thenHappens({ type: 'BreachOpened', breach: `B${numbers.breach + 1}` })
  })
})

test('[ORD4] a task that is done loses its priority', () => {
  const done = given(
    damage('engine', 90),
    rank('system:engine', 'first'),
    send('bravo', 'system:engine'),
    after(36_000),
  )
  expect(done.ship.systems.engine).toBeUndefined()
  expect(done.ship.priorities).toEqual({})
})
