import { describe, expect, test } from 'vitest'
import { reportsOf } from '#shared/ship/views/reports.ts'
import { workOf } from '#shared/ship/views/work.ts'
import { dark } from '../support/dark-ship.ts'
import { after, given } from '../support/given.ts'
import * as o from '../support/ship-orders.ts'

describe('a report', () => {
  test('[REP1] has location and nature first; extent and needs may be said at once, or later', () => {
    const scene = dark().when(o.tell('01-02', 'fire', 'Smoke under the chart table'))
    scene.thenOnly(['DamageReported'], {
      type: 'DamageReported',
      report: 'R1',
      compartment: '01-02',
      what: 'fire',
      extent: null,
      needs: null,
    })
    const all = dark().when(o.tell('01-02', 'fire', 'Smoke', { extent: 'Half the room', needs: 'A hose' }))
    expect(all.ship.reports['R1']).toMatchObject({ extent: 'Half the room', needs: 'A hose', status: 'reported' })
    dark()
      .when(o.tell('99-99', 'fire', 'Smoke'))
      .thenRejected({ code: 'UnknownThing', what: 'compartment', id: '99-99' })
  })

  test('[REP1] tells nothing but what it says: it makes a place that somebody has to look at', () => {
    const scene = dark(o.breach('01-02', 1)).when(o.tell('01-02', 'fire', 'Smoke'))
    scene.thenNever('PlaceRevealed')
    scene.thenHappens({ type: 'AlarmRaised', alarm: 'report@01-02' })
    expect(workOf(scene.ship, scene.at).map(({ task }) => task)).toContain('place:01-02')
  })

  test('[REP2] is added to and never rubbed out; the log has all that was said', () => {
    const scene = dark(o.tell('01-02', 'leak', 'Hissing')).when(
      o.addTo('R1', { extent: 'One pipe' }),
      o.addTo('R1', { needs: 'A clamp' }),
      o.addTo('R1', { extent: 'Two pipes' }),
      o.addTo('R1', {}),
    )
    scene.thenOnly(
      ['ReportFollowedUp'],
      { type: 'ReportFollowedUp', extent: 'One pipe', needs: null },
      { type: 'ReportFollowedUp', extent: null, needs: 'A clamp' },
      { type: 'ReportFollowedUp', extent: 'Two pipes', needs: null },
    )
    expect(scene.ship.reports['R1']).toMatchObject({ text: 'Hissing', extent: 'Two pipes', needs: 'A clamp' })
    scene.when(o.addTo('R9', { needs: 'More' })).thenRejected({ code: 'UnknownThing', what: 'report', id: 'R9' })
  })

  test('[REP3] is confirmed or refuted once', () => {
    const scene = dark(o.tell('01-02', 'other', 'A smell')).when(o.confirm('R1'))
    scene.thenHappens({ type: 'ReportConfirmed', report: 'R1' }, { type: 'AlarmReturned', alarm: 'report@01-02' })
    expect(scene.ship.reports['R1']).toMatchObject({ status: 'confirmed', settledAt: 0 })
    scene.when(o.confirm('R1')).thenNothing()
    scene.when(o.refute('R1')).thenRejected({ code: 'ReportSettled', report: 'R1', reportStatus: 'confirmed' })
    scene.when(o.addTo('R1', { extent: 'All over' })).thenHappens({ type: 'ReportFollowedUp' })
    const refuted = dark(o.tell('01-02', 'other', 'A smell'), o.refute('R1'))
    refuted.when(o.refute('R1')).thenNothing()
    refuted.when(o.confirm('R1')).thenRejected({ code: 'ReportSettled', report: 'R1', reportStatus: 'refuted' })
    refuted
      .when(o.addTo('R1', { extent: 'X' }))
      .thenRejected({ code: 'ReportSettled', report: 'R1', reportStatus: 'refuted' })
  })
})

describe('what is known settles it', () => {
  test('[REP4] of what is known already a report is confirmed at once', () => {
    given(o.breach('01-02', 0.1))
      .when(o.tell('01-02', 'breach', 'A hole'))
      .thenHappens({ type: 'DamageReported' }, { type: 'ReportConfirmed', report: 'R1' })
  })

  test.each([
    ['breach', o.breach('02-01', 0.1)],
    ['system', o.damage('shield-all', 50)],
    ['thin-air', o.breach('02-01', 3)],
    ['casualties', o.report('02-01', 'burns')],
  ] as const)('[REP4] of what comes to be known it is confirmed then: %s', (what, harm) => {
    const scene = dark(o.tell('02-01', what, 'Trouble')).when(
      harm,
      after(60),
      o.send('alpha', 'place:02-01'),
      after(60),
    )
    scene.thenHappens({ type: 'ReportConfirmed', report: 'R1' })
    expect(scene.ship.reports['R1']?.status).toBe('confirmed')
  })

  test('[REP4] a jammed door is confirmed from either side', () => {
    const jams = dark(o.tell('02-02', 'passage', 'Stuck')).withSeed(3)
    const scene = jams.when(o.hit('02-02', 4000))
    expect(scene.ship.reports['R1']?.status).toBe(
      Object.values(scene.ship.passages).some(({ state }) => state === 'jammed') ? 'confirmed' : 'refuted',
    )
  })

  test('[REP5] where a crew looks and there is no such thing it is refuted', () => {
    const looking = dark(o.breach('01-02', 0.1), o.tell('01-02', 'fire', 'Smoke'), o.tell('01-02', 'breach', 'Draught'))
    const scene = looking.when(o.send('alpha', 'place:01-02'), after(30))
    scene.thenHappens({ type: 'PlaceRevealed', how: 'crew' }, { type: 'ReportRefuted', report: 'R1' })
    expect(scene.ship.reports).toMatchObject({ R1: { status: 'refuted' }, R2: { status: 'confirmed' } })
  })

  test('[REP5] of another nature, or in a ship run by reports, only people settle it', () => {
    const other = dark(o.tell('01-02', 'other', 'A smell')).when(o.send('alpha', 'place:01-02'), after(30))
    expect(other.ship.reports['R1']?.status).toBe('reported')
    const drill = dark(o.runBy('reported'), o.tell('01-02', 'fire', 'Smoke'), o.send('alpha', 'place:01-02'))
    expect(drill.when(o.onScene('alpha')).ship.reports['R1']?.status).toBe('reported')
  })
})

test('[REP6] reports of one place stand side by side, those that disagree marked; places still open first', () => {
  const scene = given(o.breach('01-01', 0.1)).when(
    o.tell('01-01', 'breach', 'A hole'),
    o.tell('01-02', 'fire', 'Smoke'),
    o.tell('03-02', 'leak', 'Hissing'),
    o.tell('01-02', 'fire', 'No smoke, steam'),
    o.tell('03-02', 'thin-air', 'Ears pop'),
  )
  expect(
    reportsOf(scene.ship).map(({ compartment, reports, disagree }) => [
      compartment,
      reports.map(({ id }) => id),
      disagree,
    ]),
  ).toEqual([
    ['03-02', ['R3', 'R5'], true],
    ['01-02', ['R2', 'R4'], false],
    ['01-01', ['R1'], false],
  ])
  const settled = scene.when(o.confirm('R2'), o.refute('R4'))
  expect(reportsOf(settled.ship).find(({ compartment }) => compartment === '01-02')).toMatchObject({ disagree: true })
})
