import { expect, test } from 'vitest'
import { REPLAY_KEYS } from '../../../web/src/replay/helpKeys.ts'
import { actionOf, type Keystroke } from '../../../web/src/replay/keys.ts'

const press = (key: string, held: Partial<Keystroke> = {}) =>
  actionOf({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held })

test.each([
  [' ', { do: 'toggle' }],
  ['K', { do: 'toggle' }],
  ['l', { do: 'shuttle', direction: 1 }],
  ['j', { do: 'shuttle', direction: -1 }],
  ['L', { do: 'shuttle', direction: 1 }],
  [',', { do: 'previousMark' }],
  ['.', { do: 'nextMark' }],
  [';', { do: 'previousHit' }],
  ["'", { do: 'nextHit' }],
  ['<', { do: 'slower' }],
  ['Home', { do: 'toStart' }],
  ['End', { do: 'toEnd' }],
  ['[', { do: 'loopIn' }],
  [']', { do: 'loopOut' }],
  ['\\', { do: 'loopClear' }],
  ['o', { do: 'loopToggle' }],
  ['b', { do: 'bookmark' }],
  ['n', { do: 'nextBookmark' }],
  ['w', { do: 'zoomIn' }],
  ['s', { do: 'zoomOut' }],
  ['a', { do: 'panLeft' }],
  ['d', { do: 'panRight' }],
  ['f', { do: 'fit' }],
  ['g', { do: 'goTo' }],
  ['x', { do: 'skipQuiet' }],
  ['7', { do: 'tenth', tenth: 7 }],
])('the key %j', (key, action) => expect(press(key)).toEqual(action))

test('arrows skip five seconds, with Shift thirty, with Alt to the next event', () => {
  expect(press('ArrowRight')).toEqual({ do: 'skip', seconds: 5 })
  expect(press('ArrowLeft', { shiftKey: true })).toEqual({ do: 'skip', seconds: -30 })
  expect(press('ArrowLeft', { altKey: true })).toEqual({ do: 'previousEvent' })
})

test('with Shift the shuttle is slow', () => {
  expect(press('L', { shiftKey: true })).toEqual({ do: 'shuttleSlowly', direction: 1 })
  expect(press('J', { shiftKey: true })).toEqual({ do: 'shuttleSlowly', direction: -1 })
})

test('every key of the player is in the help', () => {
  const told = REPLAY_KEYS.flatMap(({ lines }) => lines.flatMap(({ keys }) => keys))
  for (const key of [..."KLJX<>,.;'[]\\OBNWSADFG", 'Home', 'End', '0–9', '←', '→', 'Alt ←', 'Space', '⇧ L'])
    expect(told, key).toContain(key)
})

test('keys that belong to the browser are left alone', () => {
  expect(press('l', { ctrlKey: true })).toBeNull()
  expect(press('k', { metaKey: true })).toBeNull()
  expect(press('Tab')).toBeNull()
})
