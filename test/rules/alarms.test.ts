import { describe, expect, test } from 'vitest'
import { after, given, givenShip } from '../support/given.ts'
import {
  acknowledge,
  breach,
  carry,
  damage,
  declareDead,
  discharge,
  hit,
  lower,
  raise,
  report,
  send,
  stop,
  triage,
} from '../support/ship-orders.ts'
import { passagesWith, smallShip } from '../support/small-ship.ts'

const alarmsOf = ({ ship }: { readonly ship: { readonly alarms: object } }): readonly string[] =>
  Object.keys(ship.alarms).sort()

describe('one place, one cause', () => {
  test('[ALM1] two breaches in one compartment are one alarm, in two compartments two', () => {
    expect(alarmsOf(given(breach('02-02', 0.1), breach('02-02', 0.1)))).toEqual(['breach@02-02'])
    expect(alarmsOf(given(breach('02-02', 0.1), breach('02-01', 0.1)))).toEqual(['breach@02-01', 'breach@02-02'])
  })

  test('[ALM1] it returns with the last of them', () => {
    // Alpha is on the spot: 1.6 person-minutes at half pace by four: 48 s each.
    given(breach('02-02', 0.1), breach('02-02', 0.1), send('alpha', 'breach:B1'), after(48))
      .thenHappens({ type: 'BreachSealed', breach: 'B1' })
      .thenNever('AlarmReturned')
      .when(send('alpha', 'breach:B2'), after(48))
      .thenHappens({ type: 'BreachSealed', breach: 'B2' }, { type: 'AlarmReturned', alarm: 'breach@02-02' })
  })
})

describe('while the condition holds', () => {
  test('[ALM2] a breach is critical, and a warning behind a field', () => {
    given(breach('02-01', 0.5))
      .thenHappens({ type: 'AlarmRaised', alarm: 'breach@02-01', priority: 'critical', compartment: '02-01' })
      .when(raise('02-01'))
      .thenHappens({ type: 'AlarmEased', alarm: 'breach@02-01', priority: 'warning' })
  })

  test.each([
    ['engine', 50, null],
    ['engine', 49, 'warning'],
    ['engine', 25, 'warning'],
    ['engine', 24, 'critical'],
    ['galley', 49, 'caution'],
    ['galley', 24, 'warning'],
  ] as const)('[ALM2] %s at %d %%: %s', (system, percent, priority) => {
    const { ship } = given(damage(system, percent))
    expect(ship.alarms[`system@${system}`]?.priority ?? null).toBe(priority)
  })

  test('[ALM2] thin air is critical while there is anybody to save, and then a warning', () => {
    given(breach('02-01', 0.5), after(30)).thenHappens(
      { type: 'AlarmRaised', alarm: 'thin-air@02-01', priority: 'critical' },
      { type: 'PeopleOvercome', compartment: '02-01' },
      { type: 'AlarmEased', alarm: 'thin-air@02-01', priority: 'warning' },
    )
    given(breach('02-02', 0.5), after(30)).thenHappens({
      type: 'AlarmRaised',
      alarm: 'thin-air@02-02',
      priority: 'warning',
    })
  })

  test('[ALM2] casualties: a warning until they are triaged, and until they are on the way', () => {
    given(report('02-01', 'blast'))
      .thenHappens({ type: 'AlarmRaised', alarm: 'casualties@02-01', priority: 'warning' })
      .when(triage('C1', 'delayed'))
      .thenHappens({ type: 'AlarmEased', alarm: 'casualties@02-01', priority: 'caution' })
      .when(triage('C1', 'immediate'))
      .thenHappens({ type: 'AlarmRaised', alarm: 'casualties@02-01', priority: 'critical' })
      .when(carry('C1'))
      .thenHappens({ type: 'AlarmReturned', alarm: 'casualties@02-01' })
    given(report('02-01', 'blast'))
      .when(declareDead('C1'))
      .thenHappens({ type: 'AlarmReturned', alarm: 'casualties@02-01' })
  })

  test('[ALM2] power: a warning while the battery covers the deficit, critical when nothing does', () => {
    // 56 MW for 64; once the battery is empty after 7.5 s loads are shed and there is no deficit.
    given(damage('reactor', 60))
      .thenHappens({ type: 'AlarmRaised', alarm: 'power@ship', priority: 'warning', compartment: null })
      .when(after(8))
      .thenHappens({ type: 'BatteryDepleted' }, { type: 'AlarmReturned', alarm: 'power@ship' })
    // Nothing that could be shed is left, and the source itself needs more than it gives.
    const systems = smallShip().plan.file.systems.map((one) =>
      one.id === 'reactor' ? { ...one, drawMw: 30 } : { ...one, drawMw: 0 },
    )
    givenShip(smallShip({ systems, battery: { capacityMj: 0, outputMw: 0 } }), stop('auxiliary'))
      .when(damage('reactor', 40))
      .thenHappens({ type: 'AlarmRaised', alarm: 'power@ship', priority: 'critical' })
  })

  test('[ALM2] a passage that is jammed, until it is freed', () => {
    // The first seed whose hit jams the ladder and leaves somebody of alpha fit.
    const hitShips = Array.from({ length: 40 }, (_one, seed) => givenShip({ ...smallShip(), seed }, hit('02-02', 1500)))
    const jammed = hitShips.find(({ ship }) => ship.passages['02-02/03-01'] && (ship.crews.alpha?.hurt ?? 4) < 4)
    expect(jammed).toBeDefined()
    jammed
      ?.thenHappens({ type: 'AlarmRaised', alarm: 'passage@02-02/03-01', priority: 'caution', subject: '02-02/03-01' })
      .when(send('alpha', 'passage:02-02/03-01'), after(121)) // 2 person-minutes, for one of them if need be
      .thenHappens({ type: 'PassageFreed' }, { type: 'AlarmReturned', alarm: 'passage@02-02/03-01' })
  })

  test('[ALM2] one that the ship file says is jammed is no news', () => {
    const jammed = givenShip(smallShip({ passages: passagesWith({ '02-02/03-01': 'jammed' }) }))
    jammed.when(send('alpha', 'passage:02-02/03-01'), after(31)).thenNever('AlarmRaised', 'AlarmReturned')
  })
})

describe('again, and worse', () => {
  const held = given(breach('02-01', 0.5), raise('02-01'))

  test('[ALM3] an alarm that grows worse is raised again, though it was acknowledged', () => {
    const again = held.when(acknowledge('breach@02-01'), lower('02-01'))
    again.thenHappens({ type: 'AlarmRaised', alarm: 'breach@02-01', priority: 'critical' })
    expect(again.ship.alarms['breach@02-01']?.state).toBe('unacknowledged')
  })

  test('[ALM3] one that is eased stays acknowledged', () => {
    const eased = given(breach('02-01', 0.5), acknowledge('breach@02-01'), raise('02-01'))
    expect(eased.ship.alarms['breach@02-01']).toMatchObject({ state: 'acknowledged', priority: 'warning' })
  })

  test('[ALM3] one that came back is raised again', () => {
    const returned = given(report('02-01', 'shock'), triage('C1', 'minimal'), discharge('C1'))
    expect(returned.ship.alarms['casualties@02-01']?.state).toBe('returned')
    returned.when(report('02-01', 'shock')).thenHappens({ type: 'AlarmRaised', alarm: 'casualties@02-01' })
  })

  test('[ALM3] what is as it was is not told again', () => {
    given(damage('engine', 40)).when(damage('engine', 39)).thenNever('AlarmRaised', 'AlarmEased', 'AlarmReturned')
  })

  test('[ALM3] a field that fails over a breach is an alarm of its own, until it stands again', () => {
    const failed = held.when(damage('emitters', 0))
    failed.thenHappens({ type: 'AlarmRaised', alarm: 'field-failed@02-01', priority: 'critical' })
    given(raise('02-01')).when(stop('emitters')).thenHappens({ type: 'ForceFieldFailed' }).thenNever('AlarmRaised')
  })

  test('[ALM3] a breach that opens later is not a field that failed', () => {
    // The field fails when its emitters are shut down; the breach is plated in 125 s, and the alarm returns.
    const plated = held.when(stop('emitters'), send('alpha', 'breach:B1'), after(125))
    plated.thenHappens({ type: 'AlarmReturned', alarm: 'field-failed@02-01' })
    plated
      .when(breach('02-01', 0.1))
      .thenOnly(['AlarmRaised'], { type: 'AlarmRaised', alarm: 'breach@02-01', priority: 'critical' })
  })
})

describe('acknowledging', () => {
  test('[ALM4] one by one; an alarm that stands stays on the list', () => {
    const acknowledged = given(breach('02-01', 0.1), breach('02-02', 0.1), acknowledge('breach@02-01'))
    expect(Object.values(acknowledged.ship.alarms).map(({ id, state }) => [id, state])).toEqual([
      ['breach@02-01', 'acknowledged'],
      ['breach@02-02', 'unacknowledged'],
    ])
    acknowledged.when(acknowledge('breach@02-01')).thenNothing()
  })

  test('[ALM4] it leaves when it has returned and been acknowledged, in either order', () => {
    const one = given(report('02-01', 'shock'), triage('C1', 'minimal'))
    const returned = one.when(discharge('C1'))
    expect(alarmsOf(returned)).toEqual(['casualties@02-01'])
    expect(alarmsOf(returned.when(acknowledge('casualties@02-01')))).toEqual([])
    expect(alarmsOf(one.when(acknowledge('casualties@02-01'), discharge('C1')))).toEqual([])
  })

  test('[ALM4] what does not stand cannot be acknowledged', () => {
    given().when(acknowledge('breach@02-01')).thenRejected({ code: 'UnknownThing', what: 'alarm', id: 'breach@02-01' })
  })
})
