import { describe, expect, test } from 'vitest'
import { alarmListOf } from '#shared/ship/views/alarm-list.ts'
import { CUES, nextCueMs } from '../../web/src/ui/cues.ts'
import { SEVERITIES } from '../../web/src/ui/severity.ts'
import { acknowledgement, alarmRowsOf, nextToAcknowledge } from '../../web/src/panels/alarm-rows.ts'
import type { Orders } from '../../web/src/panels/orders.ts'
import { after, given, type Scene } from '../support/given.ts'
import { acknowledge, breach, damage } from '../support/ship-orders.ts'

const SYSTEMS = ['computer', 'emitters', 'engine', 'galley', 'life-support', 'shield-all', 'shield-fore'] as const
const listOf = ({ ship, at }: Scene) => alarmListOf(ship, at)
const ids = ({ groups }: ReturnType<typeof alarmRowsOf>) => groups.map(({ head }) => head.id)

const many = given(...SYSTEMS.map((system) => damage(system, 40)), damage('transporter', 40), damage('auxiliary', 40))

describe('the rows of the board', () => {
  test('are seven; the rest is counted, and shown when asked for', () => {
    const rows = alarmRowsOf(listOf(many), false, null)
    expect(rows.groups).toHaveLength(7)
    expect(rows.more).toBe(2)
    expect(alarmRowsOf(listOf(many), true, null)).toMatchObject({ more: 0, groups: { length: 9 } })
  })

  test('are the grave ones in a flood', () => {
    const flood = many.when(breach('03-02', 0.01), breach('01-01', 0.01))
    const list = listOf(flood)
    expect(list.flood).toBe(true)
    const rows = alarmRowsOf(list, false, null)
    expect(rows.groups.every(({ head }) => head.priority === 'critical' || head.priority === 'warning')).toBe(true)
    expect(rows.more).toBe(list.groups.length - rows.groups.length)
  })

  test('keep their places under a pointer until there is nothing left to acknowledge there', () => {
    const [first = '', second = ''] = ids(alarmRowsOf(listOf(many), false, null))
    const graver = many.when(breach('03-02', 0.01))
    expect(ids(alarmRowsOf(listOf(graver), false, [first, second])).slice(0, 3)).toEqual([
      first,
      second,
      'breach@03-02',
    ])
    const done = graver.when(acknowledge(first), acknowledge(second))
    expect(ids(alarmRowsOf(listOf(done), false, [first, second]))[0]).toBe('breach@03-02')
  })
})

describe('the key that acknowledges', () => {
  const vented = given(breach('02-02', 0.5), after(30))
  const orders = (...pending: readonly string[]): Orders => ({
    give: () => undefined,
    whyNot: () => null,
    pending: pending.map((alarm) => ({ id: 'sent', type: 'AcknowledgeAlarm', alarm })),
  })

  test('takes what is folded under an alarm after it', () => {
    expect(nextToAcknowledge(listOf(vented), null)?.id).toBe('breach@02-02')
    const one = vented.when(acknowledge('breach@02-02'))
    const next = nextToAcknowledge(listOf(one), null)
    expect(next && acknowledgement(next)).toEqual({ type: 'AcknowledgeAlarm', alarm: 'thin-air@02-02' })
  })

  test('passes over what is being acknowledged', () => {
    expect(nextToAcknowledge(listOf(vented), orders('breach@02-02'))?.id).toBe('thin-air@02-02')
    expect(nextToAcknowledge(listOf(vented), orders('breach@02-02', 'thin-air@02-02'))).toBeUndefined()
  })
})

describe('cues', () => {
  test('tell the severities apart by how often and how high they sound', () => {
    const told = SEVERITIES.map((one) => `${CUES[one].notes.length}× ${CUES[one].notes[0]?.hz} Hz`)
    expect(new Set(told).size).toBe(SEVERITIES.length)
  })

  test('sound at once, then again while nobody has done anything, and never on top of each other', () => {
    const calm = { nowMs: 10_000, fresh: false }
    expect(nextCueMs('critical', null, calm)).toBe(10_000)
    expect(nextCueMs('critical', 9_000, calm)).toBe(15_000)
    expect(nextCueMs('advisory', 9_000, calm)).toBeNull()
    expect(nextCueMs('critical', 9_000, { nowMs: 10_000, fresh: true })).toBe(11_000)
    expect(nextCueMs('advisory', 1_000, { nowMs: 10_000, fresh: true })).toBe(10_000)
  })
})
