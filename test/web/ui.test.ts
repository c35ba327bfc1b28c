import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Announcements } from '../../web/src/ui/announcements.ts'
import { clockText, missionText, spokenTime } from '../../web/src/ui/duration.ts'
import { shareOver } from '../../web/src/ui/motion.ts'
import { SPARK_POINTS_MAX, sparkPath } from '../../web/src/ui/spark.ts'
import { markPaths, nearestMark, shareAt } from '../../web/src/ui/timeline.ts'

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
  const lanes = [
    {
      name: 'Hits',
      marks: [
        { atMs: 2_000, severity: 'critical' as const, text: 'Hit 1' },
        { atMs: 6_000, severity: null, text: 'Order' },
      ],
    },
  ]

  test('instants outside stand at the ends', () => {
    expect([shareAt(span, 0), shareAt(span, 6_000), shareAt(span, 99_000)]).toEqual([0, 0.5, 1])
  })
  test('one path for each severity, the gravest tallest and on top', () => {
    expect(markPaths(span, lanes[0]?.marks ?? [], 0, 20)).toEqual([
      { severity: null, path: 'M500 9v11' },
      { severity: 'critical', path: 'M100 0v20' },
    ])
  })
  test('the pointer finds the nearest mark, if one is near', () => {
    expect(nearestMark(lanes, 2_400, 500)?.text).toBe('Hit 1')
    expect(nearestMark(lanes, 4_000, 500)).toBeNull()
  })
})
