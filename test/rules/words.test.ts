import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describe as inWords } from '#shared/ship/describe.ts'
import type { RecordedEvent, ShipEvent } from '#shared/ship/events.ts'
import { explain } from '#shared/ship/explain.ts'
import { unfold } from '#shared/ship/unfold.ts'
import { after, given, givenShip, type Scene } from '../support/given.ts'
import type { Scenes } from '../support/scenes.ts'
import * as o from '../support/ship-orders.ts'
import { passagesWith, smallShip, smallShipWithout } from '../support/small-ship.ts'
import { RESTED } from '../support/rested.ts'

const source = (file: string): string => readFileSync(new URL(`../../shared/ship/${file}`, import.meta.url), 'utf8')
const named = (files: readonly string[], member: string): readonly string[] =>
  files
    .flatMap((file) => [...source(file).matchAll(new RegExp(`readonly ${member}: '(\\w+)'`, 'g'))])
    .map(([, name]) => name ?? '')
    .sort()
const FACTS = readdirSync(new URL('../../shared/ship/facts/', import.meta.url)).map((file) => `facts/${file}`)
/** Only ever sent in place of another. */
const NEVER_HAPPENS = ['Withheld']
const SCENES = new URL('../support/scenes/', import.meta.url)
const more = await Promise.all(readdirSync(SCENES).map((file) => import(new URL(file, SCENES).href) as Promise<Scenes>))

const bravoDown = (hurt: number) => {
  const whole = smallShip()
  const bravo = { status: 'ready', task: null, compartment: '03-01', route: [], since: 0, hurt, ...RESTED } as const
  return { ...whole, crews: { ...whole.crews, bravo } }
}
const jammed = smallShip({ passages: passagesWith({ '03-01/03-02': 'jammed' }) })
const incident = { type: 'OpenIncident', kind: 'drill', name: 'Drill' } as const

describe('refusals', () => {
  const refused: Readonly<Record<string, Scene>> = {
    UnknownThing: given().when(o.recall('delta')),
    CrewNotReady: given(o.breach('02-01', 1), o.send('alpha', 'breach:B1'), o.damage('engine', 50)).when(
      o.send('alpha', 'system:engine'),
    ),
    CrewHasNobodyFit: givenShip(bravoDown(2), o.breach('02-01', 1)).when(o.send('bravo', 'breach:B1')),
    CrewNotOut: given().when(o.recall('alpha')),
    NoRoute: given(o.breach('03-02', 1), o.seal('03-01/03-02')).when(o.send('alpha', 'breach:B1')),
    NotEnoughPower: givenShip(smallShip({ forceFields: { drawMw: 30 } })).when(o.raise('02-01')),
    SystemTooWeak: given(o.damage('emitters', 9)).when(o.raise('02-01')),
    PassageJammed: givenShip(jammed).when(o.seal('03-01/03-02')),
    NoBedFree: givenShip(smallShip({ sickbays: [] }), o.report('02-01', 'burns')).when(o.carry('C1')),
    NobodyThere: given().when(o.report('03-02', 'burns')),
    NoTransporter: givenShip(smallShipWithout('transporter'), o.report('02-01', 'burns')).when(o.beam('C1')),
    NoForceFields: givenShip(smallShipWithout('forceFields')).when(o.raise('02-01')),
    CasualtyNot: given(o.report('02-01', 'burns')).when(o.discharge('C1')),
    IncidentOpen: given(incident).when({ ...incident, name: 'Another' }),
    NoIncidentOpen: given().when({ type: 'CloseIncident' }),
    ScenarioRunning: given(o.scenario({})).when(o.scenario({})),
    NoScenarioRunning: given().when({ type: 'StopScenario' }),
    OutOfRange: given().when({ type: 'SetClock', rate: 65 }),
  }
  const WORDS: Readonly<Record<string, string>> = {
    UnknownThing: 'There is no crew delta.',
    CrewNotReady: 'Crew alpha is busy with breach:B1; recall it first.',
    CrewHasNobodyFit: 'Crew bravo has nobody fit: 2 of 2 are hurt.',
    CrewNotOut: 'Crew alpha is not out on a task.',
    NoRoute: 'No way from 02-02 to 03-02: passage 03-01/03-02 is sealed.',
    NotEnoughPower: 'Not enough power: 30 MW needed, 26 MW to spare.',
    SystemTooWeak: 'System emitters is at 9 %; 10 % is needed.',
    PassageJammed: 'Passage 03-01/03-02 is jammed; a crew has to free it first.',
    NoBedFree: 'No bed is free: 0 of 0 are taken.',
    NobodyThere: 'Nobody is known to be in 03-02.',
    NoTransporter: 'This ship has no transporter.',
    NoForceFields: 'This ship has no force fields.',
    CasualtyNot: 'Casualty C1: waiting; needed: stable.',
    IncidentOpen: 'Incident “Drill” is still open.',
    NoIncidentOpen: 'No incident is open.',
    ScenarioRunning: 'Scenario squall is already running; stop it first.',
    NoScenarioRunning: 'No scenario is running.',
    OutOfRange: 'rate must be between 0 and 64, not 65.',
  }

  test('every one there is can be brought about, and is explained in plain words', () => {
    const all = [
      ...Object.entries(refused).map(([code, scene]) => [code, scene, WORDS[code]] as const),
      ...more.flatMap(({ refusals = {} }) =>
        Object.entries(refusals).map(([code, [scene, words]]) => [code, scene, words] as const),
      ),
    ]
    expect([...new Set(all.map(([code]) => code))].sort()).toEqual(named(['rejections.ts'], 'code'))
    for (const [code, { refusal }, words] of all) {
      expect(refusal?.code).toBe(code)
      expect(refusal && explain(refusal)).toBe(words)
    }
  })
})

describe('the log in words', () => {
  const recorded = (event: ShipEvent): RecordedEvent => ({
    ...event,
    wall: '2026-11-22T00:00:00.000Z',
    by: { role: 'ship', name: '' },
    command: null,
  })

  const ship = smallShip()
  const patients = (seed: number) =>
    givenShip({ ...ship, seed }).when(
      ...(['blast', 'burns', 'fracture', 'shock'] as const).map((injury) => o.report('02-01', injury)),
      o.treat('C1'),
      o.triage('C4', 'minimal'),
      o.carry('C4'),
      o.discharge('C4'),
      o.send('medics', 'casualty:C3'),
      after(12),
      o.recall('medics'),
      o.beam('C3'),
      after(7200),
      o.discharge('C3'),
    )
  const scenes: readonly Scene[] = [
    patients(1),
    patients(2),
    given().when(
      incident,
      { type: 'CloseIncident' },
      o.scenario({ injects: [{ at: 0, say: 'Go' }], conditional: [{ when: { breaches: 1 }, say: 'Hole' }] }),
      after(1),
      o.breach('02-01', 1),
      o.raise('02-01'),
      o.lower('02-01'),
      o.raise('02-01'),
      o.send('alpha', 'breach:B1'),
      o.rank('breach:B1', 'first'),
      after(200),
      o.damage('emitters', 5),
      { type: 'StopScenario' },
      { type: 'RestoreShip' },
      { type: 'SetAlert', condition: 'red' },
      { type: 'SetClock', rate: 1 },
      o.say('Noted'),
      { type: 'PinNote', at: 0, text: 'Pinned', kind: 'note' },
    ),
    given().when(
      o.breach('02-01', 0.5),
      after(10),
      o.raise('02-01'),
      after(60),
      o.acknowledge('breach@02-01'),
      o.lower('02-01'),
      after(60),
    ),
    given().when(o.damage('reactor', 60), after(8), o.stop('engine'), after(60), o.start('engine')),
    given().when(
      o.open('02-01/02-02'),
      o.seal('02-01/02-02'),
      o.damage('engine', 50),
      o.send('medics', 'system:engine'),
      after(1),
      o.seal('02-02/03-01'),
      o.open('02-01/02-02'),
      o.open('02-02/03-01'),
      o.send('medics', 'system:engine'),
      after(1),
      o.seal('02-02/03-01'),
      o.recall('medics'),
      after(3600),
    ),
    ...Array.from({ length: 8 }, (_one, seed) => givenShip({ ...ship, seed }).when(o.hit('02-02', 1500))),
    given().when(o.damage('engine', 50), o.send('bravo', 'system:engine'), after(901)),
    givenShip(jammed).when(o.send('alpha', 'passage:03-01/03-02'), after(60)),
  ]
  const rerouted = given(o.damage('shield-all', 50), o.send('medics', 'system:shield-all'), after(2)).when(
    o.seal('02-01/02-02'),
  )
  const commissioned = unfold(ship, [{ type: 'ShipCommissioned', name: 'Tern' }], 0)
  const all = [
    ...[...scenes, ...more.flatMap(({ scenes = [] }) => scenes), rerouted].flatMap(({ events }) => events),
    ...commissioned.events,
  ].map(recorded)

  test('every kind of event there is happens, and has a line of its own', () => {
    expect([...new Set(all.map(({ type }) => type))].sort()).toEqual(
      named(FACTS, 'type').filter((type) => !NEVER_HAPPENS.includes(type)),
    )
    for (const event of all) {
      const line = inWords(ship.plan, event)
      expect(line, event.type).toMatch(/^\S.*\S$/)
      expect(line, event.type).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })

  test.each([
    [{ type: 'BreachOpened' }, 'Breach B1 open in 02-01 Hold, 1.00 m²'],
    [{ type: 'CrewDispatched', crew: 'alpha' }, 'Alpha sent to Breach B1'],
    [{ type: 'CasualtyReported', casualty: 'C1' }, 'Casualty C1 in 02-01 Hold: Blast injury'],
    [{ type: 'SystemShed', system: 'transporter' }, 'transporter shed for want of power'],
    [{ type: 'CapabilityChanged', to: 'slow' }, 'Propulsion: Slow speed'],
  ])('%o reads: %s', (like, line) => {
    const event = all.find((one) => Object.entries(like).every(([key, value]) => one[key as 'type'] === value))
    expect(event && inWords(ship.plan, event)).toBe(line)
  })
})
