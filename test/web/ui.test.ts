import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Announcements } from '../../web/src/ui/announcements.ts'
import { clockText, missionText, spokenTime } from '../../web/src/ui/duration.ts'
import { shareOver } from '../../web/src/ui/motion.ts'
import { SPARK_POINTS_MAX, sparkPath } from '../../web/src/ui/spark.ts'
import { countBefore, countUntil, nextAt, previousAt } from '../../web/src/ui/instants.ts'
import { instantAt, nearestMark, shareAt } from '../../web/src/ui/timeline.ts'
import { columnsOf, rankOf, together } from '../../web/src/ui/timelineColumns.ts'

test.each([
  [0, '00:00', 'T+00:00:00', '0 s'],
  [41_900, '00:41', 'T+00:00:41', '41 s'],
  [754_200, '12:34', 'T+00:12:34', '12 min 34 s'],
  [3_840_000, '1:04:00', 'T+01:04:00', '1 h 4 min'],
  [-5, '00:00', 'T+00:00:00', '0 s'],
])('%i ms reads %s, %s, %s', (ms, clock, mission, spoken) => {
  expect([clockText(ms), missionText(ms), spokenTime(ms)]).toEqual([clock, mission, spoken])
})

describe('announcements', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('what was before the incident counts down to it', () => {
    expect(missionText(-65_000)).toBe('T−00:01:05')
  })

  test('the first is said at once, the next three seconds later, together and once', () => {
    const said: string[] = []
    const announcements = new Announcements((text) => said.push(text))
    for (const text of ['Crew 1 sent', 'Crew 2 sent', 'Field up', 'Crew 2 sent']) announcements.add(text)
    expect(said).toEqual(['Crew 1 sent'])
    vi.advanceTimersByTime(3_000)
    expect(said).toEqual(['Crew 1 sent', 'Crew 2 sent. Field up'])
    vi.advanceTimersByTime(60_000)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('curves', () => {
  test('only the last points are drawn', () => {
    const path = sparkPath(Array.from({ length: 500 }, (_, index) => index))
    expect(path.match(/[ML]/g)).toHaveLength(SPARK_POINTS_MAX)
  })
  test('a flat course runs along the middle', () => {
    expect(sparkPath([5, 5, 5])).toBe('M0 12L50 12L100 12')
  })
})

test('a bar is empty before its time, full after it, and full where there is no time', () => {
  const share = (nowMs: number, endMs = 200) => shareOver({ startMs: 100, endMs, nowMs })
  expect([share(50), share(150), share(900), share(0, 100)]).toEqual([0, 0.5, 1, 1])
})

describe('timeline', () => {
  const span = { startMs: 1_000, endMs: 11_000 }
  const marks = [
    { at: 2_000, severity: 'critical' as const, text: 'Hit 1' },
    { at: 6_000, severity: null, text: 'Order' },
  ]
  const lanes = [{ name: 'Hits', marks }]

  test('instants outside stand at the ends', () => {
    expect([shareAt(span, 0), shareAt(span, 6_000), shareAt(span, 99_000)]).toEqual([0, 0.5, 1])
    expect([instantAt(span, -1), instantAt(span, 0.5), instantAt(span, 2)]).toEqual([1_000, 6_000, 11_000])
  })
  test('the pointer finds the nearest mark, if one is near', () => {
    expect(nearestMark(lanes, 2_400, 500)?.text).toBe('Hit 1')
    expect(nearestMark(lanes, 5_800, 500)?.text).toBe('Order')
    expect(nearestMark(lanes, 4_000, 500)).toBeNull()
  })
  test('of two marks as near, that of the upper lane is found', () => {
    const lower = { name: 'Alarms', marks: [{ at: 2_000, severity: null, text: 'Alarm' }] }
    expect(nearestMark([...lanes, lower], 2_100, 500)?.text).toBe('Hit 1')
    expect(nearestMark([lower, ...lanes], 2_100, 500)?.text).toBe('Alarm')
  })
})

describe('columns of a timeline', () => {
  const span = { startMs: 0, endMs: 1_000 }
  const at = (ms: number, severity: 'critical' | 'caution' | null) => ({ at: ms, severity, text: '' })

  test('the gravest mark of a column wins, and all are counted', () => {
    const { ranks, counts } = columnsOf([at(0, null), at(40, 'critical'), at(60, 'caution'), at(999, null)], span, 10)
    expect([...ranks]).toEqual([rankOf('critical'), 0, 0, 0, 0, 0, 0, 0, 0, rankOf(null)])
    expect([...counts]).toEqual([3, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })
  test('marks outside of the part that is shown are in no column; one at its very end is in the last', () => {
    const part = { startMs: 100, endMs: 200 }
    const { counts } = columnsOf([at(99, null), at(100, null), at(200, null), at(201, null)], part, 4)
    expect([...counts]).toEqual([1, 0, 0, 1])
  })
  test('nothing is drawn of no time at all but what stands there', () => {
    expect([...columnsOf([at(5, null)], { startMs: 5, endMs: 5 }, 2).counts]).toEqual([1, 0])
  })
  test('lanes together have the gravest of each, and the sum', () => {
    const one = columnsOf([at(0, 'caution')], span, 2)
    const other = columnsOf([at(0, 'critical'), at(600, null)], span, 2)
    const both = together([one, other], 2)
    expect([...both.ranks]).toEqual([rankOf('critical'), rankOf(null)])
    expect([...both.counts]).toEqual([2, 1])
  })
  test('a million marks come to as many columns as the track has', () => {
    const many = Array.from({ length: 1_000_000 }, (_, index) => at(index / 1_000, null))
    const { counts } = columnsOf(many, span, 1_500)
    expect(counts.length).toBe(1_500)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1_000_000)
  })
})

describe('instants in their order', () => {
  const list = [{ at: 1 }, { at: 2 }, { at: 2 }, { at: 5 }]

  test('are counted before one, and until it', () => {
    expect([0, 1, 2, 3, 9].map((at) => [countBefore(list, at), countUntil(list, at)])).toEqual([
      [0, 0],
      [0, 1],
      [1, 3],
      [3, 3],
      [4, 4],
    ])
  })
  test('have a next and a previous, strictly so', () => {
    expect([nextAt(list, 0), nextAt(list, 2), nextAt(list, 5)]).toEqual([1, 5, null])
    expect([previousAt(list, 6), previousAt(list, 2), previousAt(list, 1)]).toEqual([5, 1, null])
  })
})
