import { expect, test } from 'vitest'
import { type Course, quietBetween, travelled } from '../../../web/src/replay/travel.ts'

const COURSE: Course = { fromMs: 0, toMs: 100_000, loop: null, quiet: [] }
const QUIET: Course = { ...COURSE, quiet: [{ fromMs: 10_000, toMs: 42_000 }] }
const LOOP: Course = { ...COURSE, loop: { fromMs: 20_000, toMs: 30_000 } }

test('goes no further than the recording', () => {
  expect(travelled(COURSE, 90_000, 60_000, 1, 1)).toBe(100_000)
  expect(travelled(COURSE, 10_000, 60_000, 1, -1)).toBe(0)
})

test('takes the pace of every stretch on its way, forward and backward', () => {
  expect(travelled(QUIET, 9_000, 1_000 + 2_000 + 1_000, 1, 1)).toBe(43_000)
  expect(travelled(QUIET, 43_000, 1_000 + 2_000 + 1_000, 1, -1)).toBe(9_000)
})

test('many small steps come to where a large one does', () => {
  let at = 0
  for (let step = 0; step < 160; step++) at = travelled(QUIET, at, 100, 1, 1)
  expect(at).toBe(travelled(QUIET, 0, 16_000, 1, 1))
})

test('at the end of its range the loop begins again, either way', () => {
  expect(travelled(LOOP, 25_000, 7_000, 1, 1)).toBe(22_000)
  expect(travelled(LOOP, 25_000, 7_000, 1, -1)).toBe(28_000)
  expect(travelled(LOOP, 30_000, 0, 1, 1)).toBe(20_000)
  expect(travelled(LOOP, 25_000, 10_000_000, 4, 1)).toBe(25_000)
})

test('before its range one runs into the loop; behind it, on to the end', () => {
  expect(travelled(LOOP, 15_000, 20_000, 1, 1)).toBe(25_000)
  expect(travelled(LOOP, 40_000, 5_000, 1, 1)).toBe(45_000)
})

test('quiet is what lasts more than 20 s, until a second before something happens', () => {
  expect(quietBetween([5_000, 25_000, 50_000], 0, 90_000)).toEqual([
    { fromMs: 25_000, toMs: 49_000 },
    { fromMs: 50_000, toMs: 89_000 },
  ])
  expect(quietBetween([], 0, 20_000)).toEqual([])
})
