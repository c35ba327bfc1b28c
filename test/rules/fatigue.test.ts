import { describe, expect, test } from 'vitest'
import { advance } from '#shared/ship/advance.ts'
import { crewsOf } from '#shared/ship/views/crews.ts'
import { after, given, type Scene } from '../support/given.ts'
import { damage, recall, send } from '../support/ship-orders.ts'

const MINUTE_S = 60

const alpha = ({ ship, at }: Scene) => crewsOf(ship, at).find(({ crew }) => crew === 'alpha')

/** All of the galley's 30 person-minutes, for one of two without the skill: 30 minutes. She stands in her own berth's workshop. */
const atWork = given(damage('engine', 0), send('bravo', 'system:engine'))

describe('fatigue', () => {
  test('[FAT1] minutes on task grow at work and stay as they are on the way', () => {
    // Alpha needs 10 s to the engine room; the engine's 60 person-minutes are 15 min for four, of which it works 10.
    const worked = given(damage('engine', 0), send('alpha', 'system:engine'), after(10 + 10 * MINUTE_S))
    expect(alpha(worked)?.minutesOnTask).toBe(10)
    const called = worked.when(recall('alpha'), after(9))
    called.thenHappens({ type: 'CrewFatigueChanged', crew: 'alpha', minutes: 10, perMinute: 0 })
    expect(alpha(called)?.minutesOnTask).toBe(10)
  })

  test('[FAT1] rest takes four times as long as the work did', () => {
    // Ten minutes of work; home after 10 s; 20 minutes at rest take 5 of them, 40 all.
    const home = given(damage('engine', 0), send('alpha', 'system:engine'), after(10 + 10 * MINUTE_S)).when(
      recall('alpha'),
      after(10),
    )
    home.thenHappens({ type: 'CrewFatigueChanged', crew: 'alpha', minutes: 10, perMinute: -0.25 })
    expect(alpha(home.when(after(20 * MINUTE_S)))?.minutesOnTask).toBe(5)
    expect(alpha(home.when(after(40 * MINUTE_S)))?.minutesOnTask).toBe(0)
    expect(alpha(home.when(after(90 * MINUTE_S)))?.minutesOnTask).toBe(0)
  })

  test('[FAT1] of a crew that is fresh nothing is said', () => {
    given(damage('engine', 50), send('alpha', 'system:engine'), recall('alpha'), after(10)).thenNever(
      'CrewFatigueChanged',
    )
    expect(advance(given().ship, 3_600_000)).toEqual([])
  })

  test('[FAT2] amber after 20 minutes on task, red after 40', () => {
    // The engine from 0 %: 60 person-minutes by two, 30 min; at 0.8 from the 20th, 12.5 more; so that it ends before the 40th.
    atWork
      .when(after(33 * MINUTE_S))
      .thenOnly(
        ['CrewTired', 'AlarmRaised'],
        { type: 'CrewTired', crew: 'bravo', tired: 'amber', at: 20 * 60_000 },
        { type: 'AlarmRaised', alarm: 'fatigue@bravo', priority: 'advisory' },
      )
    // Broken again under their hands at 15 min, they are at it past 40.
    const worn = atWork.when(after(15 * MINUTE_S), damage('engine', 0), after(26 * MINUTE_S))
    worn.thenHappens(
      { type: 'CrewTired', tired: 'amber', at: 20 * 60_000 },
      { type: 'CrewTired', tired: 'red', at: 40 * 60_000 },
      { type: 'AlarmRaised', alarm: 'fatigue@bravo', priority: 'caution' },
    )
  })

  test('[FAT2] rest brings it back from red to amber, and to fresh', () => {
    // 44 minutes at work; at rest they are back at 40 after 4 / 0.25 = 16, and at 20 after 24 / 0.25 = 96.
    const worn = atWork.when(after(15 * MINUTE_S), damage('engine', 0), after(29 * MINUTE_S))
    expect(worn.ship.crews.bravo?.tired).toBe('red')
    worn
      .when(recall('bravo'), after(97 * MINUTE_S))
      .thenOnly(
        ['CrewTired'],
        { type: 'CrewTired', tired: 'amber', at: (44 + 16) * 60_000 },
        { type: 'CrewTired', tired: 'fresh', at: (44 + 96) * 60_000 },
      )
  })

  test('[FAT3] tired, a crew works at 0.8 of its pace, worn out at half', () => {
    // 60 person-minutes by two: 40 of them in 20 min. The other 20 at 2 · 0.8 = 1.6 a minute: 12.5 min.
    atWork.when(after(33 * MINUTE_S)).thenHappens(
      { type: 'CrewTired', tired: 'amber' },
      {
        type: 'WorkPaced',
        task: 'system:engine',
        percent: expect.closeTo((40 / 60) * 100, 9) as number,
        perS: expect.closeTo((1.6 / 60 / 60) * 100, 9) as number,
      },
      { type: 'SystemHealthReached', percent: 100, at: expect.closeTo(32.5 * 60_000, -1) as number },
    )
    // Two at half pace: 1 a minute.
    atWork
      .when(after(15 * MINUTE_S), damage('engine', 0), after(26 * MINUTE_S))
      .thenHappens(
        { type: 'CrewTired', tired: 'red' },
        { type: 'WorkPaced', perS: expect.closeTo((1 / 60 / 60) * 100, 9) as number },
      )
  })
})
