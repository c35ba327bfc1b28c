import type { ResponseTimes } from '#shared/review/parts/responses.ts'
import type { Review } from '#shared/review/review.ts'
import type { Fact, RecordedEvent } from '#shared/ship/events.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { capabilityRows, crewRows, readingAt } from '../../web/src/review/charts/bands.ts'
import { courseSheet, hazardCourses, placeAt } from '../../web/src/review/charts/courses.ts'
import { roundTicks } from '../../web/src/review/charts/round-ticks.ts'
import { againstStandard, piecesOf, shownUpTo } from '../../web/src/review/charts/standard-bars.ts'
import { concerns } from '../../web/src/review/feed.svelte.ts'
import { headlinesOf } from '../../web/src/review/headlines.ts'
import { recordOf } from '../../web/src/review/improvements.ts'
import { ratingOf } from '../../web/src/review/ratings.ts'
import { sheetsOf } from '../../web/src/review/sheets.ts'
import { defaultDrafts, draftsOf, inForce, settingsOf } from '../../web/src/review/standards.ts'
import { entriesOf, kindsOf } from '../../web/src/review/timeline.ts'
import { type ReviewedAttack, reviewOfAttack } from '../support/review-of-attack.ts'

let attack: ReviewedAttack
let review: Review
beforeAll(() => {
  attack = reviewOfAttack('voyager-attack-3')
  ;({ review } = attack)
})

describe('the standards, while they are edited', () => {
  const set = (measure: string, withinS: number | null) =>
    defaultDrafts().map((draft) => (draft.measure === measure ? { ...draft, withinS } : draft))

  test('are set only where they differ from what the product comes with', () => {
    expect(settingsOf(defaultDrafts())).toEqual([])
    expect(settingsOf(set('turnout', 45))).toEqual([{ measure: 'turnout', withinS: 45, sharePercent: 90 }])
  })
  test('are none where the seconds are left empty', () => {
    expect(settingsOf(set('travel', 0))).toEqual([{ measure: 'travel', withinS: null, sharePercent: 90 }])
  })
  test('begin as they are in force, so that setting them back changes nothing', () => {
    expect(settingsOf(draftsOf(review.responses))).toEqual(inForce(review.responses))
  })
})

test('a rating and an improvement said as they are take back what is said next', () => {
  const objective = { objective: 'hold', text: 'Hold the air', rating: 'S', remark: 'Late', by: 'Tuvok' } as const
  expect(ratingOf('attack', objective, { rating: 'U' })).toMatchObject({ rating: 'U', remark: 'Late' })
  expect(ratingOf('attack', objective)).toMatchObject({ rating: 'S', remark: 'Late' })
  expect(ratingOf('attack', objective, { remark: '' })).not.toHaveProperty('remark')
  const one = { improvement: 'i1', text: 'Fields first', owner: 'Torres', status: 'open' } as const
  expect(recordOf('attack', one, { status: 'done' })).toEqual({
    ...{ type: 'RecordImprovement', incident: 'attack' },
    ...{ ...one, status: 'done' },
  })
})

test('a review is asked for again when something is said of its incident, or of every one', () => {
  const event = (fact: Fact) => ({ ...fact, seq: 1, at: 0 }) as RecordedEvent
  const improvement = { improvement: 'i1', text: 'Fields first', owner: '', status: 'open' } as const
  const said = (incident: string) => [event({ type: 'ImprovementRecorded', incident, ...improvement })]
  expect(concerns('first', said('first'))).toBe(true)
  expect(concerns('first', said('second'))).toBe(false)
  expect(concerns('first', [event({ type: 'StandardsSet', standards: [] })])).toBe(true)
  expect(concerns('first', [event({ type: 'LogRecorded', text: 'All well' })])).toBe(false)
})

test('the timeline has pins among the moments, each by its kind', () => {
  const pins = [
    { at: review.timeline[3]?.at ?? 0, seq: 9_999, kind: 'improve', text: 'Fields late', by: 'Kim' },
  ] as const
  const entries = entriesOf({ ...review, pins })
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted((a, b) => a - b))
  expect(entries.filter(({ pinned }) => pinned)).toMatchObject([{ kind: 'Improve', text: 'Fields late' }])
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
  expect(kindsOf(entries).reduce((sum, { count }) => sum + count, 0)).toBe(entries.length)
})

describe('a response against its standard', () => {
  const response = (medianMs: number | null, p90Ms: number | null, withinS: number | null): ResponseTimes => ({
    ...{ measure: 'turnout', count: 2, open: 0, medianMs, p90Ms, longestMs: p90Ms, withinPercent: 50, met: false },
    standard: { measure: 'turnout', withinS, sharePercent: 90, source: 'here' },
  })

  test('is a share of what is allowed, and says so in words', () => {
    const [judged] = againstStandard([response(30_000, 90_000, 60)])
    expect(judged).toMatchObject({ medianPercent: 50, p90Percent: 150, words: '01:30 of 01:00, 50 % in time: missed' })
  })
  test('is not drawn without a standard or a case', () => {
    expect(againstStandard([response(1, 1, null), response(null, null, 60)])).toEqual([])
  })
  test('runs to the end of the axis where it took longer than that shows', () => {
    const judged = againstStandard([response(60_000, 3_600_000, 60)])
    const upTo = shownUpTo(judged)
    expect(piecesOf(judged, upTo)).toMatchObject([
      { from: 0, until: 100 },
      { from: 100, until: upTo },
    ])
  })
})

describe('at an instant', () => {
  test('a course has the value of the last instant that is not after it', () => {
    const { series } = review
    const [first = 0, second = 0] = series.at
    expect([first - 1, first, second - 1, second, Infinity].map((at) => placeAt(series, at))).toEqual([
      0,
      0,
      0,
      1,
      series.at.length - 1,
    ])
  })
  test('a crew is where the stretch says that has begun, and at the end where it was last', () => {
    for (const row of crewRows(attack.plan, review.crews))
      for (const { fromMs, untilMs, text } of row.stretches) {
        expect(readingAt(row, fromMs)).toBe(text)
        expect(readingAt(row, untilMs - 1)).toBe(text)
      }
    const [row] = crewRows(attack.plan, review.crews)
    expect(row && readingAt(row, Infinity)).toBe(row?.stretches.at(-1)?.text)
  })
  test('a capability in its last mode looks lost, in its first like nothing', () => {
    for (const { stretches } of capabilityRows(attack.plan, review.capabilities)) {
      expect(stretches.some(({ look }) => look !== null)).toBe(true)
    }
    const lostMs = review.capabilities.reduce((sum, { lostMs }) => sum + lostMs, 0)
    const solid = capabilityRows(attack.plan, review.capabilities)
      .flatMap(({ stretches }) => stretches)
      .filter(({ look }) => look?.pattern === 'solid')
    expect(solid.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0)).toBe(lostMs)
  })
})

test('the table beside a chart begins and ends where the chart does', () => {
  const { rows } = courseSheet('Open hazards', review.series, hazardCourses(review.series))
  expect(rows[0]?.[0]).toBe('00:00')
  expect(rows.at(-1)?.[0]).toBe('12:00')
})

test('an axis is marked at round numbers and ends where it ends', () => {
  const marks = (most: number) => roundTicks(most).map(({ value }) => value)
  expect(marks(138.3)).toEqual([0, 50, 100])
  expect(marks(700)).toEqual([0, 200, 400, 600])
})

test('figures and tables tell of every hazard and casualty', () => {
  const sheets = sheetsOf({ plan: attack.plan, review, hrefAt: (at) => `/replay?t=${at}` })
  const rowsOf = (title: string) => sheets.find((sheet) => sheet.title === title)?.rows ?? []
  expect(rowsOf('Hazards, one by one')).toHaveLength(review.hazards.length)
  expect(rowsOf('Casualties, one by one')).toHaveLength(review.casualties.length)
  for (const { columns, rows } of sheets) for (const row of rows) expect(row).toHaveLength(columns.length)
  expect(headlinesOf(review)).toMatchObject([
    { label: 'Harm' },
    { label: 'Deaths', value: String(review.harm.deaths) },
    { label: 'Casualties', value: String(review.casualties.length) },
    ...Array.from({ length: 5 }, () => ({})),
  ])
})
