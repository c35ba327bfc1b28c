import { describe, expect, test } from 'vitest'
import type { Order } from '#shared/ship/commands.ts'
import type { Ship } from '#shared/ship/state.ts'
import { crewsOf } from '#shared/ship/views/crews.ts'
import type { Letter } from '../../web/src/link/letterBox.ts'
import { formOf } from '../../web/src/phone/forms.ts'
import { identityOf } from '../../web/src/phone/identity.ts'
import { datedLetters, TEXT_MOST } from '../../web/src/phone/letterWords.ts'
import { placeFacts } from '../../web/src/phone/placeFacts.ts'
import { stageOf } from '../../web/src/phone/stage.ts'
import { wayOf } from '../../web/src/phone/way.ts'
import { given } from '../support/given.ts'
import { breach, done, ignite, onScene, progress, raise, runBy, say, seal, send, tick } from '../support/ship-orders.ts'

const drill = given(runBy('reported'), breach('02-01', 0.5), raise('02-01'), send('alpha', 'breach:B1'))
const TASK = 'breach:B1'
const { plan } = drill.ship
const alphaOf = (ship: Ship) => {
  const crew = crewsOf(ship, 0).find(({ crew }) => crew === 'alpha')
  if (!crew) throw new Error('the small ship has lost its crew')
  return crew
}

const NOON_MS = new Date(2026, 10, 22, 12).getTime()
const letter = (order: Order, afterS = 0, task: string | null = TASK): Letter => ({
  command: { ...order, id: `letter-${afterS}` },
  writtenMs: NOON_MS + afterS * 1000,
  ...{ task, state: 'waiting', dated: false, why: null },
})

describe('the stage of a job', () => {
  const stage = (...orders: readonly Order[]) =>
    stageOf(
      drill.ship,
      alphaOf(drill.ship),
      orders.map((order) => letter(order)),
      0,
    )

  test('is as the ship says', () =>
    expect(stage()).toMatchObject({ step: 'onTheWay', percent: 0, unsent: false, place: '02-02' }))
  test('goes on with what was reported, though it has not been sent', () => {
    expect(stage(onScene('alpha'))).toMatchObject({ step: 'onScene', unsent: true, place: '02-01' })
    expect(stage(onScene('alpha'), progress('alpha', 50))).toMatchObject({ step: 'onScene', percent: 50 })
    expect(stage(onScene('alpha'), done('alpha'))).toMatchObject({ step: 'done' })
  })
  test('[PHN3] heeds no report about another job', () => {
    const other = letter(done('alpha'), 0, 'breach:B9')
    expect(stageOf(drill.ship, alphaOf(drill.ship), [other], 0)).toMatchObject({ step: 'onTheWay', unsent: false })
  })
})

describe('[PHN2] what had to wait', () => {
  test('has the time in its own text, or in one note for all that have none', () => {
    const late = [letter(onScene('alpha')), letter(progress('alpha', 50), 70), letter(say('Smoke'), 80)]
    const { orders, notes } = datedLetters(plan, 'Alpha', 'Ines', late)
    expect(orders.map((order) => ('text' in order ? order.text : order.type))).toEqual([
      'ReportOnScene',
      'ReportProgress',
      'Smoke (12:01:20)',
    ])
    expect(notes).toEqual([say('Alpha, written without a link: Breach B1: On scene 12:00:00 · 50 % 12:01:10')])
  })

  test('of whoever had the phone before, a note says that they wrote it, with the time of each', () => {
    const theirs = [letter(onScene('alpha')), letter(say(`Smoke ${'.'.repeat(460)}`), 80)]
    const late = [...theirs.map((one) => ({ ...one, by: 'Omar' })), { ...letter(done('alpha'), 90), by: 'Ines' }]
    const { orders, notes } = datedLetters(plan, 'Alpha', 'Ines', late)
    expect(orders.map(({ type }) => type)).toEqual(['ReportOnScene', 'RecordLog', 'ReportDone'])
    expect(notes.map(({ text }) => text)).toEqual([
      'Alpha, written without a link: Breach B1: Done 12:01:30',
      expect.stringMatching(/^Alpha, written by Omar: Breach B1: On scene 12:00:00 · Smoke \.{54}… 12:01:20$/),
    ])
  })

  test('fits the lines of the log, however much it is', () => {
    const late = Array.from({ length: 100 }, (_, index) => letter(tick('card', '02-01', `step-${index}`), index, null))
    const { notes } = datedLetters(plan, 'Alpha', 'Ines', late)
    expect(notes.length).toBeGreaterThan(1)
    for (const { text } of notes) expect(text.length).toBeLessThanOrEqual(TEXT_MOST)
    expect(notes.flatMap(({ text }) => text.match(/\d\d:\d\d:\d\d/g) ?? [])).toHaveLength(100)
  })
})

describe('the way and the place', () => {
  test('name each stop, how one gets in, and what is barred', () => {
    const way = wayOf(drill.ship, alphaOf(drill.ship), 0)
    expect(way[0]).toMatchObject({ compartment: '02-02', by: null, passed: true })
    expect(way.at(-1)).toMatchObject({ compartment: '02-01', passed: false, barred: false })
    const barred = wayOf(given(seal('02-01/02-02')).ship, alphaOf(drill.ship), 0)
    expect(barred[1]).toMatchObject({ barred: true })
    expect(barred[1]?.by).toMatch(/, sealed$/)
  })

  test('tell what is wrong before one opens the door, and nothing else', () => {
    const labels = (ship: Ship, place: string) => placeFacts(ship, place, 0).map(({ label }) => label)
    expect(labels(given().ship, '02-01')).toEqual(['Air', 'People inside'])
    expect(labels(drill.ship, '02-01')).toEqual(['Air', 'Breach', 'Force field', 'People inside'])
    const burning = given(ignite('02-01')).ship
    expect(labels(burning, '02-01')).toContain('Fire')
    expect(labels(burning, '02-02')).toContain('Fire next door')
  })
})

describe('forms', () => {
  const WRITTEN = { place: '02-01', text: '', name: '', extent: '', needs: '' }

  test('a nature alone is a report', () =>
    expect(formOf('damage', false, '').order('fire', WRITTEN)).toEqual({
      ...{ type: 'ReportDamage', compartment: '02-01', what: 'fire', text: 'Fire' },
    }))
  test('medics enter a casualty, others report that there is one', () => {
    expect(formOf('casualty', true, '').order('burns', { ...WRITTEN, name: 'Vale' })).toEqual({
      ...{ type: 'ReportCasualty', compartment: '02-01', injury: 'burns', name: 'Vale' },
    })
    expect(formOf('casualty', false, '').order('burns', { ...WRITTEN, text: 'two' })).toMatchObject({
      ...{ type: 'ReportDamage', what: 'casualties', text: 'Burns. two' },
    })
  })
  test('what is needed stands in a call for help; more is said of a report by its id', () => {
    expect(formOf('help', false, '').order('medic', WRITTEN)).toMatchObject({ what: 'other', needs: 'A medic' })
    const more = formOf('follow', false, 'R2')
    expect([more.isWhole(WRITTEN), more.isWhole({ ...WRITTEN, extent: '2 m' })]).toEqual([false, true])
    expect(more.order('', { ...WRITTEN, extent: '2 m' })).toEqual({
      type: 'FollowUpReport',
      report: 'R2',
      extent: '2 m',
    })
  })
})

test('a phone speaks in the name of its crew, as a medic where it has the skill', () => {
  const crew = { id: 'a', name: 'Alpha', size: 4, skills: ['hull'], station: '01-01' }
  expect(identityOf(crew)).toEqual({ role: 'operations', name: 'Alpha' })
  expect(identityOf({ ...crew, skills: ['medical'] }).role).toBe('medical')
})
