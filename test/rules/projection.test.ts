import { describe, expect, test } from 'vitest'
import { projectEvent, projectState } from '#shared/protocol/projection.ts'
import type { RecordedEvent, ShipEvent } from '#shared/ship/events.ts'
import { evolve } from '#shared/ship/evolve.ts'
import { shown } from '#shared/ship/known.ts'
import { type Ship, shipFrom, stateOf } from '#shared/ship/state.ts'
import { dark } from '../support/dark-ship.ts'
import { after, type Scene, type Step } from '../support/given.ts'
import * as o from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const recorded = (event: ShipEvent): RecordedEvent => ({
  ...event,
  wall: '2026-11-22T12:00:00.000Z',
  by: { role: 'instructor', name: 'Q' },
  command: 'order-42',
})
const seenBy = (ship: Ship) => projectState(stateOf(ship), 'operations')
const toldTo = (event: ShipEvent) => projectEvent(recorded(event), 'operations')

describe('each role gets what it may know', () => {
  test('[KNO9] an event that nobody saw arrives empty, without a word of who was behind it', () => {
    const hidden = dark().when(o.breach('01-02', 1)).last('BreachOpened')
    expect(hidden.hides).toEqual(['breaches/B1'])
    expect(toldTo(hidden)).toEqual({
      ...{ type: 'Withheld', seq: hidden.seq, at: 0, wall: '2026-11-22T12:00:00.000Z', cause: null, command: null },
      by: { role: 'ship', name: '' },
    })
    expect(projectEvent(recorded(hidden), 'instructor')).toEqual(recorded(hidden))
  })

  const STORIES: readonly (readonly [string, readonly Step[]])[] = [
    ['a hit in the dark', [o.hit('01-02', 2000), after(30), o.send('alpha', 'place:01-02'), after(300)]],
    [
      'a fire that spreads and burns out',
      [
        { type: 'StartFire', compartment: '03-02', growth: 'fast' },
        after(3000),
        o.send('bravo', 'place:03-02'),
        after(900),
      ],
    ],
    ['people overcome', [o.breach('02-01', 3), after(200), o.send('medics', 'place:02-01'), after(3000)]],
    [
      'a fault that is made worse and repaired',
      [o.hide('galley', 50), o.damage('galley', 30), o.send('alpha', 'system:galley'), after(4000)],
    ],
    ['a restoration in between', [o.breach('01-02', 1), { type: 'RestoreShip' }, o.breach('01-02', 1)]],
  ]

  /** `project(fold(s, e)) = project(fold(project(s), project(e)))`, at every event; what is unseen changes only what it hides. */
  const holds = (start: Ship, events: readonly ShipEvent[]): void => {
    let truth = start
    let told = shipFrom(start.plan, seenBy(start))
    for (const event of events) {
      const before = truth
      truth = evolve(truth, event)
      told = evolve(told, toldTo(event))
      expect(seenBy(told), `${event.seq} ${event.type}`).toEqual(seenBy(truth))
      if (toldTo(event).type === 'Withheld') {
        const { numbers: _now, seq: _seq, ...after } = seenBy(truth)
        expect(seenBy(before), event.type).toMatchObject({ ...after, at: before.at })
      }
    }
  }

  test.each(STORIES)('[KNO9] what it folds is what it may see: %s', (_story, steps) => {
    const scene: Scene = dark().when(...steps)
    expect(scene.refusal).toBeNull()
    expect(scene.events.some(({ hides }) => hides)).toBe(true)
    holds(dark().ship, scene.events)
  })

  test('[KNO9] neither how many of anything there have been, nor what becomes of a casualty who is found', () => {
    const scene = dark().when(o.breach('02-01', 3), after(200), o.send('medics', 'place:02-01'), after(60))
    expect(seenBy(scene.ship).numbers).toMatchObject({ breach: 0, casualty: 0 })
    const found = scene.events.find(({ type }) => type === 'PlaceRevealed')
    expect(JSON.stringify(found)).toContain('"severity":"immediate"')
    expect(found && JSON.stringify(toldTo(found))).not.toContain('"severity":"immediate"')
  })

  test('[KNO9] whoever sees the truth can look at what is known', () => {
    const scene = dark().when(o.breach('01-02', 1), after(10))
    expect(Object.keys(scene.ship.breaches)).toEqual(['B1'])
    expect(shown(scene.ship).breaches).toEqual({})
    expect(shown(smallShip())).toEqual(smallShip())
  })
})
