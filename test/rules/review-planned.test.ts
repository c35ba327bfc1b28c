import { describe, expect, test } from 'vitest'
import { plannedOf } from '#shared/review/planned.ts'
import type { Script } from '#shared/ship/commands.ts'
import { describeAction, describeOrder } from '#shared/ship/describe/orders.ts'
import { recordingOf, reviewOfDrill } from '../support/drill.ts'
import { after, given } from '../support/given.ts'
import { breach, hide, hit, openDrill, report, scenario, send } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const { plan } = smallShip()

const SCRIPT: Partial<Script> = {
  purpose: 'Hold the hull.',
  injects: [
    { at: 5000, do: hit('02-01', 120) },
    { at: 8000, say: 'Lookout: more of them.' },
  ],
  conditional: [
    { when: { capability: 'propulsion', mode: 'slow' }, say: 'Engineer: she limps.' },
    { when: { noBreaches: true }, do: report('01-01', 'burns', 'Ann') },
    { when: { casualties: 3 }, say: 'Medic: too many.' },
    { when: { breaches: 2 }, say: 'Mate: another.' },
    { when: { alarms: 9 }, say: 'Mate: quiet.' },
  ],
  expected: [{ order: 'RaiseForceField', on: '02-01', withinMs: 60_000 }],
}

/** Started at 100 s; the ship right before its incident was opened. */
const { ship } = recordingOf({ before: [after(100)], opening: scenario(SCRIPT, 3), steps: [] }).start

const EXPECTED = [{ order: 'RaiseForceField', on: '02-01', dueAt: 160_000, doneAt: null, met: null }]

describe('what was planned', () => {
  test('[REV25] given the instructor, all of it, in plain words', () => {
    expect(plannedOf(ship, 'all')).toEqual({
      ...{ scenario: 'squall', name: 'Squall', purpose: 'Hold the hull.', seed: 3, expected: EXPECTED },
      injects: [
        { at: 105_000, text: 'Hit: 02-01 Hold, 120 MJ, ventral' },
        { at: 108_000, text: '“Lookout: more of them.”' },
        { at: null, text: 'When Propulsion comes to Slow speed: “Engineer: she limps.”' },
        { at: null, text: 'When the last breach is closed: Casualty: Ann in 01-01 Wheelhouse, burns' },
        { at: null, text: 'When there are 3 casualties: “Medic: too many.”' },
        { at: null, text: 'When 2 breaches are open: “Mate: another.”' },
        { at: null, text: 'When 9 alarms stand: “Mate: quiet.”' },
      ],
    })
  })

  test('[REV25] given anybody else, its name, and what was to be done once it is over', () => {
    const named = { scenario: 'squall', name: 'Squall', seed: null, injects: [] }
    expect(plannedOf(ship, 'before')).toEqual({ ...named, purpose: '', expected: [] })
    expect(plannedOf(ship, 'afterwards')).toEqual({ ...named, purpose: 'Hold the hull.', expected: EXPECTED })
  })

  test('[REV25] given no scenario, nothing', () => {
    const none = { scenario: null, name: '', purpose: '', seed: null, injects: [], expected: [] }
    expect(plannedOf(given().ship, 'all')).toEqual(none)
    expect(reviewOfDrill({ opening: openDrill(), steps: [] }).planned).toEqual(none)
  })

  test('[REV25] given a review, it has the plan, and not what the scenario had left in the end', () => {
    const { planned } = reviewOfDrill({ opening: scenario(SCRIPT), steps: [after(30)] })
    expect(planned.injects).toHaveLength(7)
  })
})

describe('orders in words', () => {
  test.each([
    [send('alpha', 'breach:B1'), 'Send a crew: Alpha to Breach B1'],
    [breach('02-01', 0.4), 'Breach: 02-01 Hold, 0.4 m²'],
    [hide('galley', 62), 'Damage: galley to 62 %, where nobody sees it'],
    [{ type: 'LendHands', from: '02-01', to: 'alpha', people: 2 }, 'Lend hands: 2 from 02-01 Hold to Alpha'],
    [{ type: 'SetAutomation', automation: 'forceFields', on: true }, 'Switch: Force fields by themselves, on'],
    [{ type: 'SilenceAlarms' }, 'Silence the alarms'],
  ] as const)('[REV25] %o', (order, words) => {
    expect(describeOrder(plan, order)).toBe(words)
  })

  test.each([
    ['DispatchCrew', 'system:engine', 'Send a crew: engine'],
    ['RaiseForceField', '02-01', 'Raise a force field: 02-01 Hold'],
    ['AcknowledgeAlarm', 'breach@02-01', 'Acknowledge an alarm: Hull breach, 02-01 Hold'],
    ['OpenTreatmentPlace', 'berth', 'Open a treatment place: Sick berth'],
    ['TriageCasualty', 'C1', 'Triage a casualty: C1'],
    ['TriageCasualty', null, 'Triage a casualty'],
  ] as const)('[REV26] %s of %s', (order, on, words) => {
    expect(describeAction(plan, order, on)).toBe(words)
  })
})
