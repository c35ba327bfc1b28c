import type { RecordedEvent } from '#shared/ship/events.ts'
import { stateOf } from '#shared/ship/state.ts'
import { figuresOf } from '#shared/ship/views/figures.ts'
import { expect, test } from 'vitest'
import { bandsOf, lanesOf } from '../../../web/src/panels/timeline-tracks.ts'
import { trendOf } from '../../../web/src/panels/trend-series.ts'
import { byLane, LANES } from '../../../web/src/replay/marks.ts'
import { recordingOf, shipAt } from '../../../web/src/replay/recording.ts'
import { builtInPlan } from '../../support/built-in.ts'
import { randomVoyage } from '../../support/voyage.ts'

const plan = builtInPlan('voyager')
const { start, events: facts } = randomVoyage(plan, 9, 200)
const by = { role: 'ship', name: 'The ship' } as const
const events = facts.map((event): RecordedEvent => ({ ...event, wall: '', by, command: null }))
const recording = recordingOf({
  definition: plan.file,
  start: { seq: start.seq, at: start.at, state: stateOf(start) },
  events,
  notes: [],
})

test('the trend begins with the recording, ends with it, and has no more points than a screen can show', () => {
  const points = trendOf(recording)
  expect(points[0]?.at).toBe(recording.fromMs)
  expect(points.at(-1)?.at).toBe(recording.toMs)
  expect(points.length).toBeLessThanOrEqual(400)
})

test('a point of the trend has the figures that the board would show at that instant', () => {
  for (const point of trendOf(recording).filter((_, index) => index % 40 === 0)) {
    const ship = shipAt(recording, point.at)
    const figures = figuresOf(ship, point.at)
    expect(point).toMatchObject({
      hullPercent: figures.hullPercent,
      shieldsPercent: figures.shieldsPercent,
      openBreaches: figures.openBreaches,
      crewsReady: figures.crews.ready,
    })
  }
})

test('the conditions follow each other without a gap from the first instant to the last', () => {
  const bands = bandsOf(recording)
  expect(bands[0]?.fromMs).toBe(recording.fromMs)
  expect(bands.at(-1)?.toMs).toBe(recording.toMs)
  for (const [index, band] of bands.entries()) if (index > 0) expect(band.fromMs).toBe(bands[index - 1]?.toMs)
})

test('only the lanes shown are drawn, and one for notes only where there are some', () => {
  const none = byLane([])
  expect(lanesOf(none, LANES).map(({ name }) => name)).toEqual(['Hits', 'Alarms', 'Crews', 'Orders', 'Hurt'])
  const noted = byLane([{ at: 1, severity: null, text: 'A note', lane: 'notes' }])
  expect(lanesOf(noted, ['hits', 'notes']).map(({ name }) => name)).toEqual(['Hits', 'Notes'])
})
