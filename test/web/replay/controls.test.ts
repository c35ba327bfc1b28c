import { expect, test } from 'vitest'
import { actionOf, type Keystroke } from '../../../web/src/replay/keys.ts'
import { searchFor, secondsIn } from '../../../web/src/replay/permalink.ts'

const press = (key: string, held: Partial<Keystroke> = {}) =>
  actionOf({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held })

test.each([
  [' ', { do: 'toggle' }],
  ['K', { do: 'toggle' }],
  ['l', { do: 'shuttle', direction: 1 }],
  ['j', { do: 'shuttle', direction: -1 }],
  [',', { do: 'previousEvent' }],
  ["'", { do: 'nextHit' }],
  ['<', { do: 'slower' }],
  ['End', { do: 'toEnd' }],
  ['7', { do: 'tenth', tenth: 7 }],
])('the key %j', (key, action) => expect(press(key)).toEqual(action))

test('arrows skip five seconds, with Shift thirty, with Alt to the next event', () => {
  expect(press('ArrowRight')).toEqual({ do: 'skip', seconds: 5 })
  expect(press('ArrowLeft', { shiftKey: true })).toEqual({ do: 'skip', seconds: -30 })
  expect(press('ArrowLeft', { altKey: true })).toEqual({ do: 'previousEvent' })
})

test('keys that belong to the browser are left alone', () => {
  expect(press('l', { ctrlKey: true })).toBeNull()
  expect(press('k', { metaKey: true })).toBeNull()
  expect(press('Tab')).toBeNull()
})

test('an address points at a second of the incident', () => {
  const read = (search: string) => secondsIn(new URLSearchParams(search))
  expect(read('?t=754.2')).toBe(754.2)
  expect(read('?t=0')).toBe(0)
  expect(['', '?t=', '?t=soon', '?t=-3', '?x=1'].map(read)).toEqual([null, null, null, null, null])
})

test('a new address keeps what else the old one said', () => {
  expect(searchFor(new URLSearchParams('?wall=&t=3'), 12.3456)).toBe('?wall=&t=12.3')
})
