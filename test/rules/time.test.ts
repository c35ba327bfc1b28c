import { describe, expect, test } from 'vitest'
import { advance, advanced, nextDue } from '#shared/ship/advance.ts'
import { decide } from '#shared/ship/decide.ts'
import { evolve, fold } from '#shared/ship/evolve.ts'
import { shipFrom, stateOf } from '#shared/ship/state.ts'
import { after, given, givenShip } from '../support/given.ts'
import { breach, damage, hit, open, raise, recall, report, scenario, send } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const MINUTE_MS = 60_000

/** A little of everything that falls due. */
const trouble = given(
  breach('02-01', 0.5),
  open('02-01/02-02'),
  damage('reactor', 40),
  hit('03-01', 900),
  report('02-03', 'blast'),
  send('alpha', 'breach:B1'),
  send('bravo', 'system:reactor'),
  send('medics', 'casualty:C1'),
)

describe('no ticks', () => {
  test('[TIM1] one advance to an hour is 240 small ones, bit for bit', () => {
    const untilMs = 60 * MINUTE_MS
    const atOnce = advance(trouble.ship, untilMs)
    const steps = Array.from({ length: 240 }, (_one, i) => ((i + 1) * untilMs) / 240)
    let ship = trouble.ship
    const bySteps = steps.flatMap((ms) => {
      const events = advance(ship, ms)
      ship = fold(ship, events)
      return events
    })
    expect(atOnce.length).toBeGreaterThan(30)
    expect(JSON.stringify(bySteps)).toBe(JSON.stringify(atOnce))
  })

  test('[TIM1] cut exactly at what falls due, and a millisecond before, it is the same', () => {
    let ship = trouble.ship
    for (let due = nextDue(ship); due !== null && due <= 60 * MINUTE_MS; due = nextDue(ship)) {
      expect(advance(ship, due - 1)).toEqual([])
      const events = advance(ship, due)
      expect(events.length).toBeGreaterThan(0)
      expect(events.every(({ at }) => at === due)).toBe(true)
      ship = fold(ship, events)
    }
    expect(stateOf(ship)).toEqual(stateOf(advanced(trouble.ship, 60 * MINUTE_MS).ship))
  })

  test('[TIM1] a ship to which nothing happens has nothing due, ever', () => {
    expect(nextDue(smallShip())).toBeNull()
    expect(advance(smallShip(), 1e12)).toEqual([])
  })
})

describe('at the same instant', () => {
  test('[TIM2] the lower id comes first, whatever the order they were sent in', () => {
    // Alpha to the hold and the medics to the workshop: 5 s each.
    const both = given(breach('02-01', 0.5), damage('galley', 50))
    const arrivals = [
      { type: 'CrewArrived', crew: 'alpha', at: 5_000 },
      { type: 'CrewArrived', crew: 'medics', at: 5_000 },
    ] as const
    both
      .when(send('alpha', 'breach:B1'), send('medics', 'system:galley'), after(5))
      .thenOnly(['CrewArrived'], ...arrivals)
    both
      .when(send('medics', 'system:galley'), send('alpha', 'breach:B1'), after(5))
      .thenOnly(['CrewArrived'], ...arrivals)
  })

  test('[TIM2] the law that stands first in the list comes first: repair before arrival, an inject after both', () => {
    // Behind the field alpha is done after 5 + 24 s; bravo, sent at 14 s, comes at 29 s, when the scenario speaks.
    const script = { injects: [{ at: 29_000, say: 'Now' }] }
    given(scenario(script), raise('02-01'), breach('02-01', 0.1), breach('02-01', 0.1))
      .when(send('alpha', 'breach:B1'), after(14), send('bravo', 'breach:B2'), after(15))
      .thenOnly(
        ['BreachSealed', 'CrewArrived', 'InjectRun'],
        { type: 'CrewArrived', crew: 'alpha', at: 5_000 },
        { type: 'BreachSealed', breach: 'B1', at: 29_000 },
        { type: 'CrewArrived', crew: 'bravo', at: 29_000 },
        { type: 'InjectRun', at: 29_000 },
      )
  })

  test('[TIM3] a command meets the ship after all that fell due until then', () => {
    const sent = given(breach('02-01', 0.5), send('alpha', 'breach:B1'))
    // At 5 s alpha arrives, and is at work when the recall comes.
    sent
      .when(after(5), recall('alpha'))
      .thenHappens(
        { type: 'CrewArrived', at: 5_000 },
        { type: 'CrewStartedWork', at: 5_000 },
        { type: 'CrewRecalled', at: 5_000 },
        { type: 'WorkPaced', perS: 0, at: 5_000 },
      )
    // At 125 s the breach is sealed, and there is nothing left to rank.
    sent
      .when(after(125))
      .when({ type: 'SetTaskPriority', task: 'breach:B1', priority: 'first' })
      .thenRejected({ code: 'UnknownThing', what: 'task', id: 'breach:B1' })
  })

  test('[TIM3] what a command brings about at once is due at once', () => {
    const { ship } = given(damage('life-support', 40), after(7), send('alpha', 'system:life-support'))
    expect(nextDue(ship)).toBe(7_000)
  })
})

describe('the log', () => {
  const log = (seed: number) =>
    givenShip({ ...smallShip(), seed }).when(
      hit('03-01', 900),
      breach('02-01', 0.5),
      send('alpha', 'breach:B1'),
      after(1800),
    ).events

  test('[TIM4] the same seed and commands give the same log, another seed another', () => {
    expect(JSON.stringify(log(5))).toBe(JSON.stringify(log(5)))
    expect(JSON.stringify(log(5))).not.toBe(JSON.stringify(log(6)))
  })

  test('[TIM5] folding it gives the ship that advancing gave, also from its stored form', () => {
    const { ship, events } = advanced(trouble.ship, 60 * MINUTE_MS)
    const stored = JSON.parse(JSON.stringify(events)) as typeof events
    const state = JSON.parse(JSON.stringify(stateOf(trouble.ship))) as ReturnType<typeof stateOf>
    expect(stateOf(fold(shipFrom(ship.plan, state), stored))).toEqual(stateOf(ship))
  })

  test('[TIM5] the seed of a ship does not change what an event makes of her', () => {
    const { events } = advanced(trouble.ship, 60 * MINUTE_MS)
    const other = fold({ ...trouble.ship, seed: 99 }, events)
    expect({ ...stateOf(other), seed: trouble.ship.seed }).toEqual(stateOf(fold(trouble.ship, events)))
  })

  test('[TIM5] an event leaves the ship it happened to as she was', () => {
    let { ship } = trouble
    for (const event of advance(ship, 10 * MINUTE_MS)) {
      const before = JSON.stringify(stateOf(ship))
      const next = evolve(ship, event)
      expect(JSON.stringify(stateOf(ship))).toBe(before)
      ship = next
    }
  })

  test('[TIM6] an event that follows from another names it', () => {
    // The hit opens the wheelhouse; the engine is broken by order.
    const { events } = given(damage('engine', 85)).when(hit('01-01', 900), damage('engine', 10), after(600))
    const bySeq = new Map(events.map((event) => [event.seq, event]))
    const causeOf = (type: string) => bySeq.get(events.find((event) => event.type === type)?.cause ?? 0)?.type ?? null
    expect(causeOf('HitInflicted')).toBeNull()
    expect(causeOf('SystemDamaged')).toBe('HitInflicted')
    expect(causeOf('CapabilityChanged')).toBe('SystemDamaged')
    expect(causeOf('AlarmRaised')).toBe('BreachOpened')
    for (const { seq, cause } of events) expect(cause === null || cause < seq).toBe(true)
  })

  test('[TIM6] what falls due by itself has no cause, and what follows from it has', () => {
    const { events } = given(breach('02-02', 0.1), send('alpha', 'breach:B1')).when(after(48))
    const sealed = events.find(({ type }) => type === 'BreachSealed')
    expect(sealed?.cause).toBeNull()
    expect(events.find(({ type }) => type === 'CrewReleased')?.cause).toBe(sealed?.seq)
  })

  test('[TIM6] numbers are gapless from the ship’s own on', () => {
    const { ship, events } = given(breach('02-01', 0.5)).when(hit('03-01', 900), after(600))
    const first = events[0]?.seq ?? 0
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, i) => first + i))
    expect(ship.seq).toBe(first + events.length - 1)
  })
})

test('a refused command changes nothing', () => {
  const { ship } = trouble
  expect(decide(ship, { command: { id: 'test-order', ...send('alpha', 'breach:B99') }, at: 0 }).ok).toBe(false)
  expect(ship).toBe(trouble.ship)
})
