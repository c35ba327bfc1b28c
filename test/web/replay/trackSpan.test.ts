import { expect, test } from 'vitest'
import { fitting, following, panned, zoomed } from '../../../web/src/replay/trackSpan.ts'

const WHOLE = { startMs: 10_000, endMs: 110_000 }

test('closer, around an instant that stays where it is', () => {
  expect(zoomed(WHOLE, WHOLE, 0.5, 35_000)).toEqual({ startMs: 22_500, endMs: 72_500 })
  expect(zoomed(WHOLE, WHOLE, 0.5, 10_000)).toEqual({ startMs: 10_000, endMs: 60_000 })
})

test('not closer than two seconds, nor wider than the recording', () => {
  const least = zoomed(WHOLE, WHOLE, 0.000_1, 60_000)
  expect(least.endMs - least.startMs).toBe(2_000)
  expect(zoomed(least, WHOLE, 1e6, 60_000)).toEqual(WHOLE)
})

test('of a recording that is shorter than that all is shown', () => {
  const short = { startMs: 0, endMs: 500 }
  expect(zoomed(short, short, 0.5, 250)).toEqual(short)
})

test('is moved by a share of itself, and not out of the recording', () => {
  const part = { startMs: 40_000, endMs: 60_000 }
  expect(panned(part, WHOLE, 0.25)).toEqual({ startMs: 45_000, endMs: 65_000 })
  expect(panned(part, WHOLE, -5)).toEqual({ startMs: 10_000, endMs: 30_000 })
})

test('turns the page when the position leaves it, and not before', () => {
  const part = { startMs: 40_000, endMs: 60_000 }
  expect(following(part, WHOLE, 60_000)).toBe(part)
  expect(following(part, WHOLE, 60_001)).toEqual({ startMs: 60_001, endMs: 80_001 })
  expect(following(part, WHOLE, 39_000)).toEqual({ startMs: 19_000, endMs: 39_000 })
})

test('a range is shown with a little air around it', () => {
  expect(fitting({ startMs: 40_000, endMs: 60_000 }, WHOLE)).toEqual({ startMs: 39_000, endMs: 61_000 })
  expect(fitting(WHOLE, WHOLE)).toEqual(WHOLE)
})

test('of a recording in which no time passed there is nothing to come closer to', () => {
  const none = { startMs: 5, endMs: 5 }
  expect(zoomed(none, none, 0.5, 5)).toEqual(none)
})
