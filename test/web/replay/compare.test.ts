import { beforeAll, expect, test } from 'vitest'
import { type Comparison, compareReviews } from '#shared/review/compare.ts'
import { commonSpan, instantIn, type Run, runOf, stretched } from '../../../web/src/replay/compare.ts'
import { harmPath, levelsUpTo, ticksIn } from '../../../web/src/replay/compareCurve.ts'
import { differenceText, figureText, tellingRows, verdictOf } from '../../../web/src/replay/compareWords.ts'
import { shipAt } from '../../../web/src/replay/recording.ts'
import { runPair } from '../../support/run-pair.ts'

let pair: ReturnType<typeof runPair>
let a: Run
let b: Run
let comparison: Comparison

beforeAll(() => {
  pair = runPair()
  a = runOf('A', 'at-once', pair.atOnce)
  b = runOf('B', 'late', pair.late)
  comparison = compareReviews(a.review, b.review)
})

test('[REV31] given two runs, both are told from their first hits on', () => {
  expect([a.zeroMs, b.zeroMs]).toEqual([comparison.a.firstHitAt, comparison.b.firstHitAt])
  for (const run of [a, b]) expect(shipAt(run.recording, instantIn(run, 0)).numbers.hit).toBe(1)
})

test('the common time has both runs in it, and a run stands still outside its own', () => {
  const span = commonSpan([a, b])
  for (const run of [a, b]) {
    const { fromMs, toMs } = run.recording
    expect(span.startMs).toBeLessThanOrEqual(fromMs - run.zeroMs)
    expect(span.endMs).toBeGreaterThanOrEqual(toMs - run.zeroMs)
    expect([instantIn(run, -1e9), instantIn(run, 1e9)]).toEqual([fromMs, toMs])
  }
  expect(stretched(a, span)).toMatchObject({ fromMs: a.zeroMs + span.startMs, toMs: a.zeroMs + span.endMs })
})

test('[REV31] given crews that were sent late, the run without them is said to have done worse', () => {
  expect(verdictOf(comparison)).toMatch(/^Run A did better: [\d.]+ less harm$/)
  expect(verdictOf(compareReviews(a.review, a.review))).toBe('Both runs came to the same harm')
})

test('the figures that are asked for first are all there', () => {
  expect(tellingRows(comparison)).toHaveLength(5)
})

test('a figure is told in its unit, and what is not there is not told as nothing', () => {
  expect([figureText(90_000, 'ms'), figureText(2.25, 'MJ'), figureText(null, '%'), figureText(3, '')]).toEqual([
    '01:30',
    '2.3 MJ',
    '–',
    '3',
  ])
  const row = { figure: '', unit: 'ms', a: 0, b: 0, better: null } as const
  const texts = [-61_000, 0, 61_000, null].map((difference) => differenceText({ ...row, difference }))
  expect(texts).toEqual(['−01:01', '±0', '+01:01', '–'])
})

test('nothing lies above the levels of the chart, and there are few of them', () => {
  for (const most of [0, 0.4, 1, 7, 99, 100, 101, 4_321]) {
    const levels = levelsUpTo(most)
    expect(levels[0]).toBe(0)
    expect(levels.at(-1)).toBeGreaterThanOrEqual(most)
    expect(levels.length).toBeLessThanOrEqual(6)
  }
})

test('the chart counts from the first hit', () => {
  expect(ticksIn({ startMs: -15_000, endMs: 250_000 })).toEqual([0, 60_000, 120_000, 180_000, 240_000])
  expect(harmPath(comparison.a, commonSpan([a, b]), 200)).toMatch(/^M0 100(L[\d.]+ [\d.]+)+$/)
})
