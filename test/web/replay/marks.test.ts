import type { Fact, RecordedEvent } from '#shared/ship/events.ts'
import { describe } from '#shared/ship/describe.ts'
import { expect, test } from 'vitest'
import { byLane, isTurningPoint, marksOf } from '../../../web/src/replay/marks.ts'
import { builtInPlan } from '../../support/built-in.ts'

const plan = builtInPlan('voyager')
const [compartment = ''] = plan.compartments.keys()
const [crew = ''] = plan.crews.keys()

const event = (at: number, fact: Fact, command: string | null = null): RecordedEvent => ({
  ...fact,
  at,
  seq: at,
  cause: null,
  wall: '',
  by: command === null ? { role: 'ship', name: '' } : { role: 'operations', name: 'Kim' },
  command,
})

const hit = event(1, {
  type: 'HitInflicted',
  hit: 'H1',
  compartment,
  energyMj: 400,
  facing: 'port',
  absorbedPercent: 10,
})
const alarm = (at: number, priority: 'critical' | 'caution') =>
  event(at, {
    type: 'AlarmRaised',
    alarm: `breach:${compartment}`,
    priority,
    compartment,
    alarmCause: 'breach',
    subject: null,
    hit: 'H1',
  })

test('every mark lies in its lane, in the order of time', () => {
  const dispatch = event(9, { type: 'CrewDispatched', crew, task: 'breach:B1', route: [] }, 'order-1')
  const marks = marksOf(plan, [hit, alarm(2, 'critical'), alarm(3, 'caution'), dispatch])
  expect(marks.map(({ at, lane, severity }) => [at, lane, severity])).toEqual([
    [1, 'hits', 'critical'],
    [2, 'alarms', 'critical'],
    [3, 'alarms', 'caution'],
    [9, 'crews', null],
    [9, 'orders', null],
  ])
})

test('an order is marked once, however many events came of it', () => {
  const sealed = event(5, { type: 'PassageSealed', passage: 'a/b' }, 'order-2')
  const failed = event(5, { type: 'ForceFieldFailed', compartment, reason: 'power' }, 'order-2')
  expect(marksOf(plan, [sealed, failed])).toHaveLength(1)
})

test('a note is marked where it was pinned', () => {
  const note = event(90, { type: 'NotePinned', pinnedAt: 30, text: 'Too slow', kind: 'improve' }, 'order-3')
  const marks = marksOf(plan, [hit, alarm(60, 'critical'), note])
  expect(marks.map(({ at, lane }) => [at, lane])).toEqual([
    [1, 'hits'],
    [30, 'notes'],
    [60, 'alarms'],
  ])
})

test('hits and critical alarms are the turning points', () => {
  const marks = marksOf(plan, [hit, alarm(2, 'critical'), alarm(3, 'caution')])
  expect(marks.filter(isTurningPoint).map(({ at }) => at)).toEqual([1, 2])
})

test('what is said of an incident for its review is no order, and no moment of it', () => {
  const rated = event(
    70,
    { type: 'ObjectiveRated', incident: 'i', objective: 'o', rating: null, remark: '', text: '' },
    'order-4',
  )
  expect(marksOf(plan, [rated])).toEqual([])
})

test('each lane has its own marks, in their order', () => {
  const lanes = byLane(marksOf(plan, [hit, alarm(2, 'critical'), alarm(3, 'caution')]))
  expect(lanes.alarms.map(({ at }) => at)).toEqual([2, 3])
  expect(lanes.hits).toHaveLength(1)
  expect(lanes.notes).toEqual([])
})

test('a mark is put into words as the log puts its event', () => {
  expect(marksOf(plan, [hit])[0]?.text).toBe(describe(plan, hit))
})
