import { decide } from '#shared/ship/decide.ts'
import type { Order } from '#shared/ship/commands.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { fold } from '#shared/ship/evolve.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import { casualtiesOf, type CasualtyView } from '#shared/ship/views/casualties.ts'
import { expect, test } from 'vitest'
import { sampled, underCare } from '../../web/src/panels/casualty-course.ts'
import { bestWay, dischargeOf, waysToBed } from '../../web/src/panels/casualty-moves.ts'
import { stageOf } from '../../web/src/panels/casualty-words.ts'
import { builtInPlan } from '../support/built-in.ts'

const plan = builtInPlan('voyager')
const AT = 60_000

const ordered = (ship: Ship, order: Order): Ship => {
  const decision = decide(ship, { command: { id: 'test-order', ...order }, at: AT })
  if (!decision.ok) throw new Error(decision.error.code)
  return fold(ship, decision.value)
}
const manned = [...plan.compartments.values()].find(({ people }) => people > 0)?.id ?? ''
const hurt = ordered(newShip(plan), { type: 'ReportCasualty', compartment: manned, injury: 'burns' })
const first = (ship: Ship): CasualtyView => {
  const [casualty] = casualtiesOf(ship, AT)
  if (!casualty) throw new Error('Nobody is hurt')
  return casualty
}
const transporter = plan.file.transporter?.system ?? ''

test('whoever waits is beamed, or carried where beaming is out of the question', () => {
  expect(waysToBed(hurt, first(hurt), AT).map(({ label }) => label)).toEqual(['Beam', 'Carry'])
  expect(bestWay(hurt, first(hurt), AT)?.label).toBe('Beam')
  const dark = ordered(hurt, { type: 'ShutDownSystem', system: transporter })
  expect(waysToBed(dark, first(dark), AT)[0]?.refusal).toMatch(/needed/)
  expect(bestWay(dark, first(dark), AT)?.label).toBe('Carry')
})

test('whoever is on the way is offered no other way', () => {
  const moving = ordered(hurt, { type: 'TransportCasualty', casualty: 'C1', by: 'carry' })
  expect(waysToBed(moving, first(moving), AT)).toEqual([])
  expect(stageOf(first(moving), AT)).toMatch(/^On the way \d\d:\d\d$/)
})

test('a discharge says why it would be refused', () => {
  expect(dischargeOf(hurt, first(hurt), AT).refusal).not.toBeNull()
  const walking = ordered(hurt, { type: 'TriageCasualty', casualty: 'C1', category: 'minimal' })
  expect(dischargeOf(walking, first(walking), AT).refusal).toBeNull()
})

const event = (at: number, type: 'CasualtyReported' | 'CasualtyDied' | 'ShipRestored') =>
  ({ type, at, seq: at }) as unknown as RecordedEvent

test('how many are under care is counted back from how many are now', () => {
  const events = [event(10, 'CasualtyReported'), event(20, 'CasualtyReported'), event(30, 'CasualtyDied')]
  expect(underCare(events, 1)).toEqual([
    { at: 10, count: 1 },
    { at: 20, count: 2 },
    { at: 30, count: 1 },
  ])
})

test('what was before a restored ship is not counted', () => {
  const events = [event(10, 'CasualtyReported'), event(20, 'ShipRestored'), event(30, 'CasualtyReported')]
  expect(underCare(events, 1)).toEqual([{ at: 30, count: 1 }])
})

test('the course is evenly spaced until now', () => {
  const steps = [
    { at: 0, count: 1 },
    { at: 50, count: 3 },
  ]
  expect(sampled(steps, 100, 5)).toEqual([1, 1, 3, 3, 3])
  expect(sampled([], 100, 5)).toEqual([])
})
