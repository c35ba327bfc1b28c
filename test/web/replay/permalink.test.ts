import { expect, test } from 'vitest'
import { LANES } from '../../../web/src/replay/marks.ts'
import {
  bookmarksIn,
  lanesIn,
  lanesParameter,
  pointerIn,
  searchFor,
  searchWith,
  typedSeconds,
} from '../../../web/src/replay/permalink.ts'
import { screenIn } from '../../../web/src/replay/screens.ts'

const query = (search: string) => new URLSearchParams(search)

test('an address points at a second of the incident', () => {
  const read = (search: string) => pointerIn(query(search)).seconds
  expect(read('?t=754.2')).toBe(754.2)
  expect(read('?t=0')).toBe(0)
  expect(['', '?t=', '?t=soon', '?t=-3', '?x=1'].map(read)).toEqual([null, null, null, null, null])
})

test('a new address keeps what else the old one said', () => {
  const pointer = { seconds: 12.3456, speed: 1, loop: null, looping: true } as const
  expect(searchFor(query('?wall=&t=3&sel=07-04&in=1&out=9'), pointer)).toBe('?wall=&t=12.3&sel=07-04')
})

test.each(['?t=754.2&s=4&in=600&out=900', '?t=0&s=0.25', '?t=5&in=1.5&out=2&loop=off'])(
  'what %s says is said again',
  (search) => {
    expect(searchFor(query(''), pointerIn(query(search)))).toBe(search)
  },
)

test('a speed there is not, and a range that ends before it begins, are not taken', () => {
  expect(pointerIn(query('?s=3&in=9&out=4'))).toEqual({ seconds: null, speed: 1, loop: null, looping: true })
  expect(pointerIn(query('?in=9')).loop).toBeNull()
})

test('the lanes shown are all, unless the address says which', () => {
  expect(lanesIn(query(''))).toEqual(LANES)
  expect(lanesIn(query('?f=alarms,hits,nonsense'))).toEqual(['hits', 'alarms'])
  for (const lanes of [LANES, ['hits', 'notes'], []] as const) {
    const next = searchWith(query('?t=1'), { f: lanesParameter(lanes) })
    expect(lanesIn(query(next))).toEqual(lanes)
  }
})

test('bookmarks of the address are in their order', () => {
  expect(bookmarksIn(query('?b=20,3.5,x'))).toEqual([3.5, 20])
  expect(bookmarksIn(query(''))).toEqual([])
})

test('a screen there is not is the board', () => {
  expect(['?view=log', '?view=desk', ''].map((search) => screenIn(query(search)))).toEqual(['log', 'board', 'board'])
})

test('a time is typed in seconds, minutes or hours', () => {
  expect(['754', '12:34', ' 1:02:03 ', 'T+00:12:34', '12:34.5'].map(typedSeconds)).toEqual([754, 754, 3723, 754, 754.5])
  expect(['', 'soon', '1:2:3:4', '-5', '1:'].map(typedSeconds)).toEqual([null, null, null, null, null])
})
