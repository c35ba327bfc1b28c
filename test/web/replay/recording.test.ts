import type { RecordedEvent } from '#shared/ship/events.ts'
import { fold } from '#shared/ship/evolve.ts'
import { stateOf } from '#shared/ship/state.ts'
import { beforeAll, expect, test } from 'vitest'
import {
  eventsBy,
  KEYFRAME_EVENTS,
  type Recording,
  recordingOf,
  shipAfter,
  shipAt,
} from '../../../web/src/replay/recording.ts'
import { builtInPlan } from '../../support/built-in.ts'
import { randomVoyage, type Voyage } from '../../support/voyage.ts'

const plan = builtInPlan('voyager')
const definition = plan.file
let voyage: Voyage
let recording: Recording

beforeAll(() => {
  voyage = randomVoyage(plan, 4, 300)
  const by = { role: 'ship', name: 'The ship' } as const
  const events = voyage.events.map((event): RecordedEvent => ({ ...event, wall: '', by, command: null }))
  const { start } = voyage
  recording = recordingOf({
    definition,
    start: { seq: start.seq, at: start.at, state: stateOf(start) },
    events,
    notes: [],
  })
})

test('is long enough for several keyframes', () => {
  expect(recording.events.length).toBeGreaterThan(2 * KEYFRAME_EVENTS)
})

test('shows the same ship at any event as folding everything until then', () => {
  const { events } = voyage
  const counts = [0, 1, KEYFRAME_EVENTS - 1, KEYFRAME_EVENTS, KEYFRAME_EVENTS + 1, events.length - 1, events.length]
  for (const count of counts)
    expect(stateOf(shipAfter(recording, count))).toEqual(stateOf(fold(voyage.start, events.slice(0, count))))
})

test('shows the ship before the first event, and after the last', () => {
  expect(shipAt(recording, -1).seq).toBe(voyage.start.seq)
  expect(stateOf(shipAt(recording, Infinity))).toEqual(stateOf(voyage.ship))
})

test('an event has happened at its own instant', () => {
  const events = [{ at: 10 }, { at: 20 }, { at: 20 }, { at: 30 }]
  expect([9, 10, 19, 20, 29, 30, 31].map((at) => eventsBy(events, at))).toEqual([0, 1, 1, 3, 3, 4, 4])
  expect(eventsBy([], 5)).toBe(0)
})

test('lasts from the start to the last event', () => {
  expect(recording.fromMs).toBe(voyage.start.at)
  expect(recording.toMs).toBe(voyage.events.at(-1)?.at)
})
