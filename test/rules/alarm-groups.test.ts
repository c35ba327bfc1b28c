import { describe, expect, test } from 'vitest'
import type { Fact } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'
import { alarmListOf } from '#shared/ship/views/alarm-list.ts'
import { soundOf } from '#shared/ship/views/alarm-sound.ts'
import { after, given, givenShip, type Scene } from '../support/given.ts'
import { having } from '../support/having.ts'
import { acknowledge, breach, damage, hit, report, shelve, stop, raise } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const fire = (compartment: string, hit: string | null): Fact => ({
  type: 'FireStarted',
  fire: 1,
  compartment,
  growth: 'slow',
  hit,
  burnsAt: 3_600_000,
})
const open = (compartment: string, hit: string | null): Fact => ({
  type: 'BreachOpened',
  breach: 'B9',
  compartment,
  areaM2: 0.01,
  hit,
})

/** By head, what is shown under it. */
const groupsIn = ({ ship, at }: Pick<Scene, 'ship' | 'at'>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    alarmListOf(ship, at).groups.map(({ head, consequences }) => [head.id, consequences.map(({ id }) => id)]),
  )

const now = (ship: Ship) => ({ ship, at: ship.at })

describe('consequences', () => {
  const vented = given(breach('02-02', 0.5), after(30))

  test('[ALM11] thin air stands under the breach that let it out', () => {
    expect(groupsIn(vented)).toEqual({ 'breach@02-02': ['thin-air@02-02'] })
    expect(alarmListOf(vented.ship, vented.at)).toMatchObject({ standing: 2, unacknowledged: 2 })
  })

  test('[ALM11] what stood before is no consequence', () => {
    expect(groupsIn(given(damage('galley', 40), breach('02-02', 0.1)))).toEqual({
      'breach@02-02': [],
      'system@galley': [],
    })
    expect(groupsIn(given(breach('02-02', 0.1), damage('galley', 40)))).toEqual({ 'breach@02-02': ['system@galley'] })
  })

  test('[ALM11] nothing stands under what is less grave', () => {
    // Behind a field the breach is a warning; life support at 20 % is critical.
    const held = given(breach('02-02', 0.1), raise('02-02'), damage('life-support', 20))
    expect(groupsIn(held)).toEqual({ 'breach@02-02': [], 'system@life-support': [] })
  })

  test('[ALM11] nor under what is put aside, or over', () => {
    const held = given(breach('02-02', 0.1), raise('02-02'), damage('galley', 40))
    expect(groupsIn(held)).toEqual({ 'breach@02-02': ['system@galley'] })
    expect(groupsIn(held.when(shelve('breach@02-02', 5)))).toEqual({ 'system@galley': [] })
  })

  test('[ALM11] what follows from a consequence stands under the first cause', () => {
    const hurt = vented.when(report('02-01', 'blast'))
    expect(groupsIn(hurt)).toEqual({ 'breach@02-02': ['thin-air@02-02'], 'casualties@02-01': [] })
    const both = given(breach('02-01', 0.5), after(30))
    expect(groupsIn(both)).toEqual({ 'breach@02-01': ['thin-air@02-01', 'casualties@02-01'] })
  })

  test('[ALM11] a field that failed stands under the breach it held', () => {
    const failed = given(breach('02-01', 0.1), raise('02-01')).when(stop('emitters'))
    expect(groupsIn(failed)).toEqual({ 'breach@02-01': ['field-failed@02-01'] })
  })

  test('[ALM11] what breaks in a fire stands under it; a fire under a breach only where one hit made both', () => {
    const broken: Fact = { type: 'SystemDamaged', system: 'auxiliary', percent: 40, hit: null }
    expect(groupsIn(now(having(smallShip(), fire('03-02', 'H1'), broken)))).toEqual({
      'fire@03-02': ['system@auxiliary'],
    })
    expect(groupsIn(now(having(smallShip(), open('03-02', 'H1'), fire('03-02', 'H2'))))).toEqual({
      'breach@03-02': [],
      'fire@03-02': [],
    })
    expect(groupsIn(now(having(smallShip(), open('03-02', 'H1'), fire('03-02', 'H1'))))).toEqual({
      'breach@03-02': ['fire@03-02'],
    })
  })

  test('[ALM11] a leak stands under the system that leaks', () => {
    const leak: Fact = {
      type: 'LeakStarted',
      system: 'auxiliary',
      kind: 'coolant',
      compartment: '03-02',
      harmsAt: 3_600_000,
    }
    expect(groupsIn(now(having(given(damage('auxiliary', 20)).ship, leak)))).toEqual({
      'system@auxiliary': ['leak@auxiliary'],
    })
  })

  test('[ALM11] a jammed passage stands under a breach at either end, a report under what it may be about', () => {
    const jammed: Fact = { type: 'PassageJammed', passage: '03-01/03-02', hit: null }
    expect(groupsIn(now(having(smallShip(), open('03-02', null), jammed)))).toEqual({
      'breach@03-02': ['passage@03-01/03-02'],
    })
    const said: Fact = {
      type: 'DamageReported',
      report: 'R1',
      compartment: '03-02',
      what: 'other',
      text: 'Smoke',
      extent: null,
      needs: null,
    }
    expect(groupsIn(now(having(smallShip(), fire('03-02', null), said)))).toEqual({ 'fire@03-02': ['report@03-02'] })
    expect(groupsIn(now(having(smallShip(), fire('03-01', null), said)))).toHaveProperty('report@03-02')
  })

  test('[ALM11] strain of the hull stands under the system that ought to hold it', () => {
    const held = smallShip({ structure: { system: 'computer', atLeastPercent: 50 } })
    const strained = having(givenShip(held, damage('computer', 10), breach('02-01', 0.1)).ship, {
      type: 'HullStrained',
    })
    expect(groupsIn(now(strained))['system@computer']).toEqual(['hull-strain@ship'])
  })

  test('[ALM11] [ALM4] each is acknowledged for itself, and still stands in the log', () => {
    const one = vented.when(acknowledge('breach@02-02'))
    expect(one.ship.alarms['thin-air@02-02']?.state).toBe('unacknowledged')
    one.when(acknowledge('thin-air@02-02')).thenHappens({ type: 'AlarmAcknowledged', alarm: 'thin-air@02-02' })
  })

  test('[ALM13] what still has to be acknowledged comes first among its equals', () => {
    const two = given(breach('02-01', 0.01), breach('02-02', 0.01), damage('auxiliary', 40))
    expect(Object.keys(groupsIn(two))).toEqual(['breach@02-01', 'breach@02-02', 'system@auxiliary'])
    const one = two.when(acknowledge('breach@02-01'))
    expect(Object.keys(groupsIn(one))).toEqual(['breach@02-02', 'breach@02-01', 'system@auxiliary'])
  })

  test('[ALM9] what stands under its cause makes no sound of its own', () => {
    const one = vented.when(acknowledge('breach@02-02'))
    expect(soundOf(one.ship, one.at)).toBe('silent')
    expect(soundOf(vented.ship, vented.at)).toBe('critical')
  })
})

describe('first out', () => {
  const firstOf = ({ ship, at }: Scene): readonly string[] =>
    alarmListOf(ship, at)
      .groups.flatMap(({ head, consequences }) => [head, ...consequences])
      .filter(({ firstOut }) => firstOut)
      .map(({ id }) => id)
  const struck = given(hit('02-02', 1500))
  const raised = struck.events.flatMap((event) => (event.type === 'AlarmRaised' && event.hit === 'H1' ? [event] : []))

  test('[ALM10] the first alarm of a hit is marked, whichever it is', () => {
    expect(raised.length).toBeGreaterThan(1)
    expect(firstOf(struck)).toEqual([raised[0]?.alarm])
  })

  test('[ALM10] it stays the first when others grow worse or it does', () => {
    const second = raised[1]?.alarm ?? ''
    expect(firstOf(struck.when(acknowledge(second)))).toEqual([raised[0]?.alarm])
  })

  test('[ALM10] what no hit raised, or came alone, is no first', () => {
    expect(firstOf(given(breach('02-01', 0.1), damage('engine', 40)))).toEqual([])
  })

  test('[ALM10] each hit has its own', () => {
    const twice = struck.when(hit('03-01', 1500, 'aft'))
    expect(twice.ship.alarmRecord.firstOut).toHaveProperty('H1')
    expect(firstOf(twice)).toContain(raised[0]?.alarm)
  })
})
