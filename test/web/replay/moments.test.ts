import type { Fact, RecordedEvent } from '#shared/ship/events.ts'
import { newShip } from '#shared/ship/state.ts'
import { expect, test } from 'vitest'
import { goalOf } from '../../../web/src/replay/jumps.ts'
import type { JumpAction } from '../../../web/src/replay/keys.ts'
import { Moments } from '../../../web/src/replay/moments.svelte.ts'
import type { Recording } from '../../../web/src/replay/recording.ts'
import { builtInPlan } from '../../support/built-in.ts'

const plan = builtInPlan('voyager')
const [compartment = ''] = plan.compartments.keys()
const [crew = ''] = plan.crews.keys()

const event = (at: number, fact: Fact): RecordedEvent => ({
  ...fact,
  at,
  seq: at,
  cause: null,
  wall: '',
  by: { role: 'ship', name: '' },
  command: null,
})
const alarm = (at: number, priority: 'critical' | 'caution') =>
  event(at, {
    type: 'AlarmRaised',
    alarm: `breach:${compartment}`,
    priority,
    compartment,
    alarmCause: 'breach',
    subject: null,
    hit: null,
  })
const hit = (at: number, id: string) =>
  event(at, { type: 'HitInflicted', hit: id, compartment, energyMj: 1, facing: 'port', absorbedPercent: 0 })
const note = (at: number, pinnedAt: number) => event(at, { type: 'NotePinned', pinnedAt, text: 'See', kind: 'note' })

const TO_MS = 90_000
const recording: Recording = {
  start: newShip(plan),
  events: [
    hit(10_000, 'H1'),
    alarm(11_000, 'caution'),
    event(12_000, { type: 'CrewReady', crew, compartment }),
    alarm(13_000, 'critical'),
    event(14_000, { type: 'ForceFieldRaised', compartment, drawMw: 1 }),
    hit(60_000, 'H2'),
  ],
  notes: [note(99_000, 40_000)],
  fromMs: 0,
  toMs: TO_MS,
  keyframes: [],
}
const moments = new Moments(recording)
const goal = (action: JumpAction, at: number) => goalOf(action, at, recording, moments)

test('every way of jumping leads somewhere else', () => {
  expect(goal({ do: 'nextEvent' }, 13_000)).toBe(14_000)
  expect(goal({ do: 'nextMark' }, 13_000)).toBe(40_000)
  expect(goal({ do: 'previousMark' }, 13_000)).toBe(12_000)
  expect(goal({ do: 'nextHit' }, 10_000)).toBe(13_000)
  expect(goal({ do: 'previousHit' }, 13_000)).toBe(10_000)
  expect(goal({ do: 'tenth', tenth: 5 }, 0)).toBe(45_000)
  expect(goal({ do: 'toEnd' }, 0)).toBe(TO_MS)
  expect(goal({ do: 'nextMark' }, 60_000)).toBeNull()
  expect(goal({ do: 'previousMark' }, 10_000)).toBeNull()
})

test('only lanes that are shown count as events, and break the quiet', () => {
  const some = new Moments(recording)
  expect(some.quiet).toEqual([
    { fromMs: 13_000, toMs: 39_000 },
    { fromMs: 60_000, toMs: 89_000 },
  ])
  some.lanesShown = ['hits']
  expect(some.next(10_000)).toBe(60_000)
  expect(some.lastBy(50_000)?.at).toBe(10_000)
  expect(some.quiet[0]).toEqual({ fromMs: 10_000, toMs: 59_000 })
})

test('bookmarks are the pinned notes and one’s own, and after the last comes the first', () => {
  const some = new Moments(recording)
  expect(goalOf({ do: 'nextBookmark' }, 0, recording, some)).toBe(40_000)
  some.ownBookmarks = [70_000]
  expect(some.nextNote(40_000)).toBe(70_000)
  expect(some.nextNote(70_000)).toBe(40_000)
})

test('a note pinned while one watches joins the others, once, and only if it is of this time', () => {
  const some = new Moments(recording)
  some.takeNotes([note(100_000, 20_000), note(101_000, 1_000_000)])
  some.takeNotes([note(100_000, 20_000)])
  expect(some.lanes.notes.map(({ at }) => at)).toEqual([20_000, 40_000])
})

test('says which hit was the last', () => {
  expect([9_999, 10_000, 80_000].map((at) => moments.hitBy(at))).toEqual([null, 'H1', 'H2'])
})
