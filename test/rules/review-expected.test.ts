import { describe, expect, test } from 'vitest'
import { ORDERS } from '#shared/protocol/orders.ts'
import type { ExpectedAction, Order } from '#shared/ship/commands.ts'
import { reviewOfDrill } from '../support/drill.ts'
import { after, type Step } from '../support/given.ts'
import * as o from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const expecting = (order: Order['type'], on: string | null = null): ExpectedAction => ({ order, on, withinMs: 60_000 })

/** Started at 100 s, so that all is due at 160 s. */
const coursesOf = (expected: readonly ExpectedAction[], steps: readonly Step[], ship = smallShip()) =>
  reviewOfDrill({ ship, before: [after(100)], opening: o.scenario({ expected }), steps }).planned.expected

const courseOf = (expected: ExpectedAction, ...steps: readonly Step[]) => coursesOf([expected], steps)[0]

describe('expected actions', () => {
  test('[REV26] given one done in time, late, not at all, or not due yet', () => {
    const field = expecting('RaiseForceField', '02-01')
    expect(courseOf(field, after(60), o.raise('02-01'))).toEqual({
      ...{ order: 'RaiseForceField', on: '02-01', dueAt: 160_000, doneAt: 160_000, met: true },
    })
    expect(courseOf(field, after(61), o.raise('02-01'))).toMatchObject({ doneAt: 161_000, met: false })
    expect(courseOf(field, after(61))).toMatchObject({ doneAt: null, met: false })
    expect(courseOf(field, after(60))).toMatchObject({ doneAt: null, met: null })
  })

  test('[REV26] given the order about something else, it is not done; about anything, it is', () => {
    expect(courseOf(expecting('RaiseForceField', '02-01'), o.raise('02-02'))?.doneAt).toBeNull()
    expect(courseOf(expecting('RaiseForceField'), o.raise('02-02'))?.doneAt).toBe(100_000)
  })

  test('[REV26] given the order twice, the first counts', () => {
    const steps = [after(5), o.raise('02-01'), after(5), o.lower('02-01'), o.raise('02-01')]
    expect(courseOf(expecting('RaiseForceField', '02-01'), ...steps)?.doneAt).toBe(105_000)
  })

  test('[REV26] given the ship or the scenario doing it, nobody did', () => {
    const expected = [expecting('RaiseForceField', '02-01'), expecting('ReportCasualty', '02-01')]
    const injects = [{ at: 1000, do: o.raise('02-01') }]
    const byScenario = reviewOfDrill({ opening: o.scenario({ expected, injects }), steps: [after(5)] })
    expect(byScenario.planned.expected[0]?.doneAt).toBeNull()
    // Switched on, the ship raises the field herself when somebody opens the hull.
    expect(courseOf(expecting('RaiseForceField'), o.automate('forceFields'), o.breach('02-01', 1))?.doneAt).toBeNull()
    expect(courseOf(expecting('ReportCasualty'), o.hit('02-01', 2000))?.doneAt).toBeNull()
  })

  test('[REV26] given a crew sent, it is done by its crew or its task', () => {
    const steps = [o.damage('engine', 50), o.send('alpha', 'system:engine')]
    const expected = ['alpha', 'system:engine', 'bravo'].map((on) => expecting('DispatchCrew', on))
    expect(coursesOf(expected, steps).map(({ doneAt }) => doneAt)).toEqual([100_000, 100_000, null])
  })
})

const STEPS = [{ id: 'count', text: 'Everybody counted' }]
const FITTED = smallShip({
  casualtyPower: { lines: 2, mwEach: 6, personMinutes: 4, skill: 'electrical' },
  fireSuppression: { system: 'galley', worthPeople: 2 },
  killCards: [{ id: 'hull', name: 'Hull breach', for: 'breach', steps: STEPS }],
  core: { system: 'reactor', containment: 'galley', atLeastPercent: 50, minutesToBreach: 2, ejectable: true },
  readiness: {
    red: [{ id: 'guns', name: 'Guns', needs: { capability: 'thinking', mode: 'quick', order: true, seconds: 30 } }],
  },
  sickbays: [
    { id: 'berth', name: 'Sick berth', compartment: '02-03', beds: 2, surgeons: 1 },
    { id: 'aid', name: 'Aid post', compartment: '03-02', beds: 2, surgeons: 1, standby: { setUpMinutes: 3 } },
  ],
})

/** Orders with what they are about, and what it takes to give them. */
const GIVEN: readonly (readonly [Order['type'], string | null, readonly Step[]])[] = [
  ['DispatchCrew', 'alpha', [o.send('alpha', 'place:03-02')]],
  ['RecallCrew', 'alpha', [o.send('alpha', 'place:03-02'), o.recall('alpha')]],
  ['SetTaskPriority', 'breach:B1', [o.breach('02-01', 1), o.rank('breach:B1', 'first')]],
  ['RaiseForceField', '02-01', [o.raise('02-01')]],
  ['LowerForceField', '02-01', [o.raise('02-01'), o.lower('02-01')]],
  ['SealPassage', '01-01/01-02', [o.seal('01-01/01-02')]],
  ['OpenPassage', '01-01/01-02', [o.open('01-01/01-02')]],
  ['ShutDownSystem', 'galley', [o.stop('galley')]],
  ['StartSystem', 'galley', [o.stop('galley'), o.start('galley')]],
  ['EvacuateCompartment', '02-01', [o.evacuate('02-01')]],
  ['VentCompartment', '03-02', [o.vent('03-02')]],
  ['SuppressFire', '02-01', [o.ignite('02-01'), o.suppress('02-01')]],
  ['RigCasualtyPower', 'galley', [o.rig('galley')]],
  ['UnrigCasualtyPower', 'galley', [o.rig('galley'), o.unrig('galley')]],
  ['SetPowerPriority', 'galley', [o.powerClass('galley', 1)]],
  ['RunDiagnostic', 'galley', [o.diagnose('galley')]],
  ['SetAutomation', 'forceFields', [o.automate('forceFields')]],
  ['LendHands', 'bravo', [o.lend('bravo', 'alpha', 1)]],
  ['ReportDamage', '02-01', [o.tell('02-01', 'fire', 'Smoke')]],
  ['FollowUpReport', 'R1', [o.tell('02-01', 'fire', 'Smoke'), o.addTo('R1', { extent: 'All of it' })]],
  ['ConfirmReport', 'R1', [o.tell('02-01', 'other', 'A smell'), o.confirm('R1')]],
  ['RefuteReport', 'R1', [o.tell('02-01', 'other', 'A smell'), o.refute('R1')]],
  ['TickStep', 'hull', [o.breach('02-01', 1), o.tick('hull', '02-01', 'count')]],
  ['AcknowledgeAlarm', 'system@galley', [o.damage('galley', 0), o.acknowledge('system@galley')]],
  ['ShelveAlarm', 'system@galley', [o.damage('galley', 0), o.shelve('system@galley', 5)]],
  [
    'UnshelveAlarm',
    'system@galley',
    [o.damage('galley', 0), o.shelve('system@galley', 5), o.unshelve('system@galley')],
  ],
  ['SilenceAlarms', null, [o.damage('galley', 0), o.SILENCE]],
  ['ReportCasualty', '02-01', [o.report('02-01', 'burns')]],
  ['TriageCasualty', 'C1', [o.report('02-01', 'burns'), o.triage('C1', 'delayed')]],
  ['TransportCasualty', 'C1', [o.report('02-01', 'burns'), o.carry('C1')]],
  ['TreatCasualty', 'C1', [o.report('02-01', 'burns'), o.treat('C1')]],
  ['DischargeCasualty', 'C1', [o.report('02-01', 'burns'), o.triage('C1', 'minimal'), o.discharge('C1')]],
  ['DeclareDeath', 'C1', [o.report('02-01', 'burns'), o.carry('C1'), after(5), o.declareDead('C1')]],
  ['OpenTreatmentPlace', 'aid', [o.setUp('aid')]],
  ['MakeReady', 'guns', [o.ready('guns')]],
  ['StandDown', 'guns', [o.ready('guns'), o.standDown('guns')]],
  ['EjectCore', null, [o.eject]],
  ['SetAlert', 'red', [{ type: 'SetAlert', condition: 'red' }]],
  ['CloseIncident', 'tern-1', [{ type: 'CloseIncident' }]],
  ['OpenIncident', 'tern-2', [{ type: 'CloseIncident' }, o.openDrill()]],
  ['InflictHit', '02-01', [o.hit('02-01', 100)]],
  ['InflictBreach', '02-01', [o.breach('02-01', 1)]],
  ['DamageSystem', 'galley', [o.damage('galley', 0)]],
  ['StartFire', '02-01', [o.ignite('02-01')]],
  ['SetRunMode', 'reported', [o.runBy('reported')]],
  ['SetClock', null, [{ type: 'SetClock', rate: 4 }]],
  ['StartScenario', 'squall', [{ type: 'StopScenario' }, o.scenario({})]],
  ['StopScenario', 'squall', [{ type: 'StopScenario' }]],
  ['RestoreShip', null, [{ type: 'RestoreShip' }]],
  ['RecordLog', null, [o.say('Hold on')]],
  ['PinNote', null, [{ type: 'PinNote', at: 100_000, text: 'Here', kind: 'note' }]],
  ['RateObjective', 'contain', [o.rated('P')]],
  ['RecordImprovement', 'i-1', [o.improvement('open')]],
  ['SetStandards', null, [o.standards(60)]],
]

describe('every order shows in a fact of its own', () => {
  test.each(GIVEN)('[REV26] %s, about %s', (order, on, steps) => {
    const about = on === null ? [expecting(order)] : [expecting(order, on), expecting(order), expecting(order, 'other')]
    const done = coursesOf(about, steps, FITTED).map(({ doneAt }) => doneAt !== null)
    expect(done).toEqual(on === null ? [true] : [true, true, false])
  })
})

const REPORTS = ['ReportOnScene', 'ReportProgress', 'ReportDone'] as const

describe('what crews report', () => {
  test('[REV26] these and the orders above are all there are', () => {
    const all = ORDERS.map(({ properties }) => properties.type.const)
    expect([...GIVEN.map(([order]) => order), ...REPORTS].sort()).toEqual([...all].sort())
  })

  const reported = [o.damage('galley', 50), o.runBy('reported'), o.send('bravo', 'system:galley'), after(20)]

  test.each([
    ['ReportOnScene', [o.onScene('bravo')]],
    ['ReportProgress', [o.onScene('bravo'), o.progress('bravo', 75)]],
    ['ReportDone', [o.onScene('bravo'), o.done('bravo')]],
  ] as const)('[REV26] %s is of the crew whose task it is', (order, steps) => {
    const courses = coursesOf([expecting(order, 'bravo'), expecting(order, 'alpha')], [...reported, ...steps])
    expect(courses.map(({ doneAt }) => doneAt)).toEqual([120_000, null])
  })

  test('[REV26] a casualty brought to a bed is reported by whoever carries them', () => {
    const steps = [
      ...[o.report('02-01', 'burns'), o.runBy('reported'), o.send('alpha', 'casualty:C1'), after(1)],
      ...[o.onScene('alpha'), after(20), o.done('alpha')],
    ]
    expect(coursesOf([expecting('ReportDone', 'alpha')], steps)).toMatchObject([{ doneAt: 121_000 }])
  })
})
