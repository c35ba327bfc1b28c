import { describe, expect, test } from 'vitest'
import { percentAt } from '#shared/ship/formula.ts'
import { after, given, givenShip } from '../support/given.ts'
import { breach, damage, lower, raise, send } from '../support/ship-orders.ts'
import { passagesWith, smallShip } from '../support/small-ship.ts'
import { RESTED } from '../support/rested.ts'

/** 0.5 m²: 1 + 6 · 0.5 = 4 person-minutes = 240 person-seconds. */
const AREA_M2 = 0.5

const doneAt = (atMs: number) => ({ at: expect.closeTo(atMs, -1) as number })

describe('pace', () => {
  const held = given(breach('02-01', AREA_M2), raise('02-01'))

  test('[RPR1] people fit, at full pace where they have the skill and a field holds', () => {
    // Alpha: 4 people, 240 / 4 = 60 s; there at 5 s.
    held.when(send('alpha', 'breach:B1'), after(66)).thenHappens({ type: 'BreachSealed', ...doneAt(65_000) })
  })

  test('[RPR1] half of it without the skill', () => {
    // Bravo knows nothing of hulls: 2 · 0.5 = 1, so 240 s; there at 15 s.
    held.when(send('bravo', 'breach:B1'), after(256)).thenHappens({ type: 'BreachSealed', ...doneAt(255_000) })
  })

  test('[RPR1] half of it at a breach that no field holds', () => {
    // 4 · 0.5 = 2, so 120 s.
    given(breach('02-01', AREA_M2), send('alpha', 'breach:B1'), after(126)).thenHappens({
      type: 'BreachSealed',
      ...doneAt(125_000),
    })
  })

  test('[RPR1] a field raised or lowered during the work changes the pace from then on', () => {
    // From 5 to 65 s at 2: 120 of 240 done. The rest at 4: 30 s → 95 s.
    given(breach('02-01', AREA_M2), send('alpha', 'breach:B1'), after(65))
      .when(raise('02-01'), after(31))
      .thenHappens(
        { type: 'WorkPaced', percent: expect.closeTo(50, 6) as number },
        { type: 'BreachSealed', ...doneAt(95_000) },
      )
    // From 5 to 35 s at 4: half done. The rest at 2: 60 s → 95 s.
    held
      .when(send('alpha', 'breach:B1'), after(35), lower('02-01'), after(61))
      .thenHappens({ type: 'BreachSealed', ...doneAt(95_000) })
  })

  test('[RPR1] so does a field that fails', () => {
    // From 5 to 35 s at 4: half done; without emitters the rest at 2: 60 s → 95 s.
    held
      .when(send('alpha', 'breach:B1'), after(35), damage('emitters', 0), after(61))
      .thenHappens({ type: 'ForceFieldFailed' }, { type: 'BreachSealed', ...doneAt(95_000) })
  })

  test('[RPR1] crews at work together add up', () => {
    // Alpha from 5 s at 4: 40 done at 15 s, when bravo comes; the other 200 at 4 + 1: 40 s → 55 s.
    held
      .when(send('alpha', 'breach:B1'), send('bravo', 'breach:B1'), after(56))
      .thenHappens({ type: 'BreachSealed', ...doneAt(55_000) })
  })

  test('[RPR1] a field is nothing to those who mend a system', () => {
    // Alpha: 30 person-minutes for all of life support, 50 % of it by four: 225 s.
    given(damage('life-support', 50), send('alpha', 'system:life-support'), after(225.1)).thenHappens({
      type: 'SystemHealthReached',
      percent: 100,
      ...doneAt(225_000),
    })
  })

  test('[RPR1] who is hurt does not work', () => {
    const whole = smallShip()
    const alpha = {
      status: 'ready',
      task: null,
      compartment: '02-02',
      route: [],
      since: 0,
      hurt: 3,
      ...RESTED,
    } as const
    // One of four is left: 240 s and 5 s.
    givenShip({ ...whole, crews: { ...whole.crews, alpha } }, breach('02-01', AREA_M2), raise('02-01'))
      .when(send('alpha', 'breach:B1'), after(246))
      .thenHappens({ type: 'BreachSealed', ...doneAt(245_000) })
  })
})

describe('effort', () => {
  test('[RPR2] a breach takes 1 + 6 a m² person-minutes', () => {
    // 2 m²: 13 person-minutes; four behind a field: 195 s, there at 5 s.
    given(breach('02-01', 2), raise('02-01'), send('alpha', 'breach:B1'), after(201)).thenHappens({
      type: 'BreachSealed',
      ...doneAt(200_000),
    })
  })

  test('[RPR2] a jammed passage takes 2 person-minutes, whoever jammed it', () => {
    // Alpha stands at its side: 2 · 60 / 4 = 30 s.
    givenShip(smallShip({ passages: passagesWith({ '02-02/03-01': 'jammed' }) }), send('alpha', 'passage:02-02/03-01'))
      .when(after(31))
      .thenHappens({ type: 'PassageFreed', passage: '02-02/03-01', ...doneAt(30_000) })
  })

  test('[RPR2] a system takes what its ship file says', () => {
    // The engine's 60 person-minutes from 50 %: 30, for bravo's two on the spot 15 min = 900 s.
    given(damage('engine', 50), send('bravo', 'system:engine'), after(900.1)).thenHappens({
      type: 'SystemHealthReached',
      percent: 100,
      ...doneAt(900_000),
    })
  })
})

describe('done', () => {
  test('[RPR3] at 100 % and not before', () => {
    const working = given(breach('02-01', AREA_M2), raise('02-01'), send('alpha', 'breach:B1'))
    const before = working.when(after(64.9))
    before.thenNever('BreachSealed')
    const repair = before.ship.breaches.B1?.repair
    // 59.9 s of 60
    expect(repair && percentAt(repair, 64_900)).toBeCloseTo((59.9 / 60) * 100, 9)
    expect(working.when(after(65)).ship.breaches).toEqual({})
  })

  test('[RPR3] a system that is whole is no task any more', () => {
    const { ship } = given(damage('engine', 50), send('bravo', 'system:engine'), after(901))
    expect(ship.systems).toEqual({})
    expect(ship.crews.bravo).toMatchObject({ status: 'ready', task: null, compartment: '03-01' })
  })

  test('[RPR3] a freed passage is as the ship file has it, and one that was jammed from the first is closed', () => {
    const jammed = givenShip(smallShip({ passages: passagesWith({ '02-02/03-01': 'jammed' }) }))
    const { ship } = jammed.when(send('alpha', 'passage:02-02/03-01'), after(31))
    expect(ship.passages['02-02/03-01']?.state).toBe('closed')
  })
})
