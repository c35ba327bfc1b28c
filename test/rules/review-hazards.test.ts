import { describe, expect, test } from 'vitest'
import { NOTICE_S, sensingShip } from '../support/dark-ship.ts'
import { drilled, reviewOfDrill } from '../support/drill.ts'
import { after } from '../support/given.ts'
import { courseOf } from '../support/hazard-course-of.ts'
import * as order from '../support/ship-orders.ts'
import { passagesWith, smallShip } from '../support/small-ship.ts'

const { acknowledge, breach, damage, hide, ignite, raise, recall, send, tell } = order

describe('when hazards begin and end', () => {
  test('[REV4] given a whole ship, each kind of hazard begins where and when it does', () => {
    const { hazards } = drilled(
      after(1),
      breach('02-01', 1),
      after(1),
      ignite('01-01'),
      after(1),
      damage('computer', 40),
    )
    expect(hazards).toMatchObject([
      { task: 'breach:B1', kind: 'breach', target: 'B1', compartment: '02-01', standing: false, beganAt: 1000 },
      { task: 'fire:01-01', kind: 'fire', compartment: '01-01', beganAt: 2000 },
      { task: 'system:computer', kind: 'system', compartment: '01-01', beganAt: 3000 },
    ])
  })

  test('[REV4] given a system damaged twice, it is one hazard', () => {
    const { hazards } = drilled(damage('computer', 60), after(1), damage('computer', 20))
    expect(hazards).toMatchObject([{ task: 'system:computer', beganAt: 0, endedAt: null }])
  })

  test('[REV4] given damage from before, it stands from the opening on and its times count from there', () => {
    const before = [breach('02-01', 1), ignite('01-01'), damage('computer', 40), after(60)]
    const { hazards } = reviewOfDrill({ before, steps: [after(1)] })
    expect(hazards.map(({ task, standing, beganAt }) => ({ task, standing, beganAt }))).toEqual([
      { task: 'breach:B1', standing: true, beganAt: 60_000 },
      { task: 'system:computer', standing: true, beganAt: 60_000 },
      { task: 'fire:01-01', standing: true, beganAt: 60_000 },
    ])
  })

  test('[REV4] given a crew at work and an alarm acknowledged from before, that counts from the opening', () => {
    const before = [breach('02-01', 1), acknowledge('breach@02-01'), send('alpha', 'breach:B1'), after(60)]
    const times = { acknowledgedAt: 60_000, dispatchedAt: 60_000, arrivedAt: 60_000, workedAt: 60_000 }
    expect(courseOf(reviewOfDrill({ before, steps: [after(1)] }), 'breach:B1')).toMatchObject({
      crew: 'alpha',
      ...times,
    })
  })

  test('[REV4] given a passage that the ship file says is jammed, it stands from the opening on', () => {
    const ship = smallShip({ passages: passagesWith({ '03-01/03-02': 'jammed' }) })
    expect(reviewOfDrill({ ship, steps: [after(1)] }).hazards).toMatchObject([
      { task: 'passage:03-01/03-02', compartment: '03-01', standing: true },
    ])
  })

  test('[REV4] given a breach that is plated over, it was restored then', () => {
    // 1 + 6 × 1 m² = 7 person-minutes for the four of Alpha: 105 s; they walk 5 s from 02-02, behind the field.
    const review = drilled(breach('02-01', 1), send('alpha', 'breach:B1'), after(600))
    const { arrivedAt, restoredAt, endedAt } = courseOf(review, 'breach:B1')
    expect(arrivedAt).toBe(5000)
    expect(restoredAt).toBeGreaterThan(5000)
    expect(endedAt).toBe(restoredAt)
  })

  test('[REV4] given a ship restored by order, her hazards end without being restored', () => {
    const review = drilled(breach('02-01', 1), after(10), { type: 'RestoreShip' }, after(10))
    expect(courseOf(review, 'breach:B1')).toMatchObject({ restoredAt: null, endedAt: 10_000 })
    expect(review.responses.find(({ measure }) => measure === 'restore')).toMatchObject({ count: 0, open: 0 })
  })

  test('[REV4] given a breach after a restoration, it is another course though it has the same task', () => {
    const steps = [damage('computer', 0), after(5), { type: 'RestoreShip' }, after(5), damage('computer', 0)] as const
    expect(drilled(...steps).hazards).toMatchObject([
      { task: 'system:computer', beganAt: 0, endedAt: 5000 },
      { task: 'system:computer', beganAt: 10_000, endedAt: null },
    ])
  })
})

/** The ship with her sensors dead, which everybody knows: nothing is seen where nobody is. */
const unseen = { ship: sensingShip(), before: [damage('computer', 0)] } as const

describe('when hazards are known', () => {
  test('[REV5] given one that is seen at once, it is reported when it begins', () => {
    expect(courseOf(drilled(after(3), breach('02-01', 1)), 'breach:B1').reportedAt).toBe(3000)
  })

  test('[REV5] given one that no sensor sees, it is reported when the people there tell of it', () => {
    const review = reviewOfDrill({ ...unseen, steps: [damage('shield-all', 30), after(NOTICE_S + 10)] })
    expect(courseOf(review, 'system:shield-all')).toMatchObject({ beganAt: 0, reportedAt: NOTICE_S * 1000 })
  })

  test('[REV5] given one that somebody reports first, that counts', () => {
    const steps = [damage('shield-all', 30), after(20), tell('02-01', 'system', 'dead panel'), after(NOTICE_S)]
    expect(courseOf(reviewOfDrill({ ...unseen, steps }), 'system:shield-all').reportedAt).toBe(20_000)
  })

  test('[REV5] given it reported again, the first time counts; what is over is reported no more', () => {
    const steps = [damage('shield-all', 30), after(20), tell('02-01', 'system', 'dead panel'), after(5)]
    const again = reviewOfDrill({ ...unseen, steps: [...steps, tell('02-01', 'system', 'still dead'), after(5)] })
    expect(courseOf(again, 'system:shield-all').reportedAt).toBe(20_000)
    const over = [damage('shield-all', 30), after(5), { type: 'RestoreShip' } as const, tell('02-01', 'system', 'dead')]
    expect(courseOf(reviewOfDrill({ ...unseen, steps: over }), 'system:shield-all').reportedAt).toBeNull()
  })

  test('[REV5] given a hidden fault, it is never reported, opening or no opening', () => {
    const review = reviewOfDrill({ before: [hide('shield-all', 30)], steps: [hide('engine', 30), after(NOTICE_S)] })
    expect(courseOf(review, 'system:shield-all').reportedAt).toBeNull()
    expect(courseOf(review, 'system:engine').reportedAt).toBeNull()
    expect(review.responses.find(({ measure }) => measure === 'report')).toMatchObject({ count: 0, open: 2 })
  })

  test('[REV2] [REV4] given what only the truth has, what was known begins when it comes to light', () => {
    const steps = [damage('shield-all', 30), after(NOTICE_S + 10)]
    const known = reviewOfDrill({ ...unseen, steps, sight: 'known' })
    expect(known.sight).toBe('known')
    expect(courseOf(known, 'system:shield-all')).toMatchObject({
      beganAt: NOTICE_S * 1000,
      reportedAt: NOTICE_S * 1000,
    })
    expect(
      reviewOfDrill({ ...unseen, steps: [damage('shield-all', 30), after(10)], sight: 'known' }).hazards,
    ).toHaveLength(1)
  })

  test('[REV6] given its alarm acknowledged, the first time since it began counts', () => {
    const review = drilled(breach('02-01', 1), after(4), acknowledge('breach@02-01'), damage('computer', 0), after(9))
    expect(courseOf(review, 'breach:B1').acknowledgedAt).toBe(4000)
    expect(courseOf(review, 'system:computer').acknowledgedAt).toBeNull()
  })

  test('[REV6] given it acknowledged again, or another alarm of the place, neither counts', () => {
    const alarm = 'system@computer'
    const twice = [damage('computer', 40), after(4), acknowledge(alarm), damage('computer', 10), after(4)]
    expect(courseOf(drilled(...twice, acknowledge(alarm)), 'system:computer').acknowledgedAt).toBe(4000)
    const burning = drilled(breach('02-01', 1), ignite('02-01'), after(4), acknowledge('breach@02-01'))
    expect(courseOf(burning, 'fire:02-01').acknowledgedAt).toBeNull()
  })

  test('[REV6] given two breaches in one place, their one alarm is about both', () => {
    const review = drilled(breach('02-01', 1), breach('02-01', 1), after(4), acknowledge('breach@02-01'))
    expect(review.hazards.map(({ acknowledgedAt }) => acknowledgedAt)).toEqual([4000, 4000])
  })
})

describe('what is done about hazards', () => {
  test('[REV7] given a crew sent to it, its times are those of that crew, whoever else is sent', () => {
    const steps = [
      breach('02-01', 1),
      after(10),
      send('alpha', 'breach:B1'),
      after(1),
      send('bravo', 'breach:B1'),
      after(30),
    ]
    expect(courseOf(drilled(...steps), 'breach:B1')).toMatchObject({
      ...{ crew: 'alpha', dispatchedAt: 10_000, departedAt: 10_000, arrivedAt: 15_000, workedAt: 15_000 },
    })
  })

  test('[REV7] given a crew that must turn first, it departs where it turns', () => {
    const [engine, hole] = ['system:engine', 'breach:B1']
    // Alpha is 10 s from the engine room, can turn only there, and needs 10 + 5 s from there to the hold.
    const steps = [
      damage('engine', 0),
      breach('02-01', 1),
      send('alpha', engine),
      after(2),
      recall('alpha'),
      send('alpha', hole),
    ]
    expect(courseOf(drilled(...steps, after(5)), hole)).toMatchObject({ dispatchedAt: 2000, departedAt: null })
    expect(courseOf(drilled(...steps, after(30)), hole)).toMatchObject({ departedAt: 10_000, arrivedAt: 25_000 })
    const over = drilled(...steps, after(3), { type: 'RestoreShip' }, after(30))
    expect(courseOf(over, hole)).toMatchObject({ endedAt: 5000, departedAt: null })
  })

  test('[REV8] given a breach, a force field over its compartment contains it', () => {
    expect(courseOf(drilled(breach('02-01', 1), after(20), raise('02-01')), 'breach:B1').containedAt).toBe(20_000)
    const before = [breach('02-01', 1), raise('02-01')]
    expect(courseOf(reviewOfDrill({ before, steps: [after(5)] }), 'breach:B1').containedAt).toBe(0)
  })

  test('[REV8] given a fire, it is contained when it first stops growing', () => {
    const fought = drilled(ignite('02-01'), after(10), send('alpha', 'fire:02-01'), after(20))
    expect(courseOf(fought, 'fire:02-01')).toMatchObject({ workedAt: 15_000, containedAt: 15_000 })
  })

  test('[REV8] given a fire that has flashed over, that is no containment', () => {
    const review = drilled(ignite('01-01', 'ultrafast'), after(150))
    expect(courseOf(review, 'fire:01-01')).toMatchObject({ containedAt: null })
  })

  test('[REV8] given a damaged system, it is contained when it is restored', () => {
    const review = drilled(damage('computer', 90), send('alpha', 'system:computer'), after(600))
    const { containedAt, restoredAt } = courseOf(review, 'system:computer')
    expect(restoredAt).not.toBeNull()
    expect(containedAt).toBe(restoredAt)
  })

  test('[REV9] given doors closed around it, it is bounded from the beginning', () => {
    expect(courseOf(drilled(after(5), ignite('01-01'), after(5)), 'fire:01-01').boundedAt).toBe(5000)
  })

  test('[REV9] given the opening or the end as its first instant, that is looked at, too', () => {
    const from = reviewOfDrill({ before: [ignite('01-01'), after(9)], steps: [after(5)] })
    expect(courseOf(from, 'fire:01-01').boundedAt).toBe(9000)
    expect(courseOf(drilled(after(5), ignite('01-01')), 'fire:01-01').boundedAt).toBe(5000)
  })

  test('[REV9] given fire behind its open door, too, that is no boundary of it any more', () => {
    const ship = smallShip({ passages: passagesWith({ '01-01/01-02': 'open' }) })
    const review = reviewOfDrill({
      ship,
      steps: [ignite('01-02', 'slow'), after(10), ignite('01-01', 'slow'), after(5)],
    })
    expect(courseOf(review, 'fire:01-02').boundedAt).toBe(10_000)
    expect(courseOf(review, 'fire:01-01').boundedAt).toBeNull()
  })

  test('[REV9] given a breach that a field holds at once, it is in no danger and has no boundaries', () => {
    expect(courseOf(drilled(breach('01-01', 1), raise('01-01'), after(5)), 'breach:B1').boundedAt).toBeNull()
  })

  test('[REV9] given an open door, it is bounded once that is sealed', () => {
    const ship = smallShip({ passages: passagesWith({ '01-01/01-02': 'open' }) })
    const steps = [
      ignite('01-01'),
      after(12),
      order.seal('01-01/01-02'),
      after(5),
      order.open('01-01/01-02'),
      after(5),
      order.seal('01-01/01-02'),
      after(1),
    ]
    expect(courseOf(reviewOfDrill({ ship, steps }), 'fire:01-01').boundedAt).toBe(12_000)
  })

  test('[REV9] given a jammed passage or a damaged system, it has no boundaries', () => {
    const ship = smallShip({ passages: passagesWith({ '03-01/03-02': 'jammed' }) })
    const { hazards } = reviewOfDrill({ ship, steps: [damage('computer', 0), after(5)] })
    expect(hazards.map(({ boundedAt }) => boundedAt)).toEqual([null, null])
  })
})
