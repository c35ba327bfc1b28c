import { describe, expect, test } from 'vitest'
import type { Order } from '#shared/ship/commands.ts'
import { stateOf } from '#shared/ship/state.ts'
import { after, given } from '../support/given.ts'
import { breach, damage, hit, raise, report, say, scenario } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const RESTORE: Order = { type: 'RestoreShip' }
const STOP: Order = { type: 'StopScenario' }
const CLOSE: Order = { type: 'CloseIncident' }
const drill = (name: string): Order => ({ type: 'OpenIncident', kind: 'drill', name })

describe('incidents', () => {
  test('[INC1] one is open at a time', () => {
    const opened = given(drill('First'))
    opened.thenHappens({ type: 'IncidentOpened', incident: 'tern-1', kind: 'drill', name: 'First' })
    opened.when(drill('Second')).thenRejected({ code: 'IncidentOpen', incident: 'tern-1', name: 'First' })
    opened
      .when(CLOSE, drill('Second'))
      .thenHappens({ type: 'IncidentClosed', incident: 'tern-1' }, { type: 'IncidentOpened', incident: 'tern-2' })
    given().when(CLOSE).thenRejected({ code: 'NoIncidentOpen' })
  })

  test('[INC1] a restoration leaves it open, and its number is never given again', () => {
    const restored = given(drill('First'), damage('engine', 10), RESTORE)
    expect(restored.ship.incident?.id).toBe('tern-1')
    restored.when(CLOSE, drill('Next')).thenHappens({ type: 'IncidentOpened', incident: 'tern-2' })
  })
})

describe('the course of a scenario', () => {
  test('[SCN1] begins on a whole ship, with its own seed, and opens an incident', () => {
    const { ship, events } = given(hit('03-01', 1500), report('02-01', 'burns'), after(10)).when(scenario({}))
    expect(events.map(({ type }) => type)).toEqual(['ScenarioStarted', 'IncidentOpened'])
    const { seed, numbers, incident, scenario: running, ...rest } = stateOf(ship)
    expect([seed, numbers, incident?.name, running?.startedAt]).toEqual([
      7,
      { hit: 0, breach: 0, fire: 0, casualty: 0, report: 0, transfer: 0, incident: 1 },
      'Squall',
      10_000,
    ])
    const { seed: _s, numbers: _n, incident: _i, scenario: _r, ...whole } = stateOf(smallShip())
    expect(rest).toEqual({ ...whole, at: 10_000, seq: ship.seq })
  })

  test('[SCN1] whoever starts it may choose the seed', () => {
    expect(given(scenario({}, 99)).ship.seed).toBe(99)
    given()
      .when(scenario({}, Number.NaN))
      .thenRejected({ code: 'OutOfRange', field: 'seed', value: Number.NaN, least: 0, most: 4_294_967_295 })
  })

  test('[SCN1] what is open is closed first', () => {
    given(drill('Before'))
      .when(scenario({}))
      .thenHappens(
        { type: 'IncidentClosed', incident: 'tern-1' },
        { type: 'ScenarioStarted', scenario: 'squall' },
        { type: 'IncidentOpened', incident: 'tern-2' },
      )
  })

  test('[SCN1] only one runs at a time, and one without a script is unknown', () => {
    given(scenario({})).when(scenario({})).thenRejected({ code: 'ScenarioRunning', scenario: 'squall' })
    given()
      .when({ type: 'StartScenario', scenario: 'squall' })
      .thenRejected({ code: 'UnknownThing', what: 'scenario', id: 'squall' })
  })

  test('[SCN1] ends at its end, and closes its incident', () => {
    given(after(5), scenario({ endsAfterMs: 60_000 }))
      .when(after(600))
      .thenOnly(
        ['ScenarioEnded', 'IncidentClosed'],
        { type: 'ScenarioEnded', scenario: 'squall', at: 65_000 },
        { type: 'IncidentClosed', incident: 'tern-1', at: 65_000 },
      )
  })

  test('[SCN1] another incident, opened since, stays open', () => {
    const ended = given(scenario({}), after(1), CLOSE, drill('Our own')).when(STOP)
    ended.thenHappens({ type: 'ScenarioEnded' })
    expect(ended.ship.incident?.name).toBe('Our own')
  })

  test('[SCN1] or by order, and what would have come does not come', () => {
    const stopped = given(scenario({ injects: [{ at: 30_000, do: breach('02-01', 1) }], endsAfterMs: 60_000 }), STOP)
    stopped.thenHappens({ type: 'ScenarioEnded' }, { type: 'IncidentClosed' })
    stopped.when(after(600)).thenNothing()
    stopped.when(STOP).thenRejected({ code: 'NoScenarioRunning' })
    stopped.when(scenario({})).thenHappens({ type: 'ScenarioStarted' })
  })

  test('[SCN1] without an end it goes on until it is stopped', () => {
    given(scenario({}), after(864_000)).when(STOP).thenHappens({ type: 'ScenarioEnded' })
  })

  test('[SCN1] a restoration ends it, and that is on record', () => {
    given(scenario({ injects: [{ at: 30_000, say: 'Too late' }] }), RESTORE)
      .thenHappens({ type: 'ScenarioEnded' }, { type: 'IncidentClosed' }, { type: 'ShipRestored' })
      .when(after(600))
      .thenNothing()
  })
})

describe('timed injects', () => {
  test('[SCN2] run at their times, in their order, the last one together with the end', () => {
    const script = {
      injects: [
        { at: 0, say: 'Red light' },
        { at: 5_000, do: breach('02-01', 0.5) },
        { at: 5_000, say: 'Did you feel that?' },
        { at: 60_000, say: 'Secure' },
      ],
      endsAfterMs: 60_000,
    }
    given(after(2), scenario(script))
      .when(after(100))
      .thenOnly(
        ['InjectRun', 'BreachOpened', 'ScenarioEnded'],
        { type: 'InjectRun', index: 0, say: 'Red light', refused: null, at: 2_000 },
        { type: 'InjectRun', index: 1, say: null, refused: null, at: 7_000 },
        { type: 'BreachOpened', breach: 'B1', at: 7_000 },
        { type: 'InjectRun', index: 2, say: 'Did you feel that?', at: 7_000 },
        { type: 'InjectRun', index: 3, say: 'Secure', at: 62_000 },
        { type: 'ScenarioEnded', at: 62_000 },
      )
  })

  test('[SCN2] one that is refused is on record with the reason, and the scenario goes on', () => {
    const injects = [
      { at: 1_000, do: damage('emitters', 0) },
      { at: 2_000, do: raise('02-01') },
      { at: 3_000, say: 'On we go' },
    ]
    given(scenario({ injects }), after(4)).thenHappens(
      { type: 'InjectRun', index: 0, refused: null },
      { type: 'InjectRun', index: 1, refused: 'SystemTooWeak' },
      { type: 'InjectRun', index: 2, refused: null },
    )
  })

  test('[SCN2] an inject meets the ship as she is at its time', () => {
    // The engine, at 50 %, is mended by bravo at 1 % in 18 s: at 180 s it is at 60 %.
    const script = { injects: [{ at: 180_000, do: damage('engine', 59) }] }
    given(scenario(script), damage('engine', 50), { type: 'DispatchCrew', crew: 'bravo', task: 'system:engine' })
      .when(after(180))
      .thenHappens({ type: 'InjectRun', refused: null }, { type: 'SystemDamaged', system: 'engine', percent: 59 })
  })
})

describe('conditional injects', () => {
  const saidAt = (conditional: Parameters<typeof scenario>[0]['conditional'], ...steps: Order[]): readonly string[] =>
    given(scenario(conditional ? { conditional } : {}), ...steps, after(0)).ship.scenario?.conditional.map((one) =>
      'say' in one ? one.say : one.do.type,
    ) ?? []

  test.each([
    ['a capability', { capability: 'propulsion', mode: 'slow' }, [damage('engine', 79)], [damage('engine', 80)]],
    ['alarms', { alarms: 2 }, [damage('engine', 10), damage('galley', 10)], [damage('engine', 10)]],
    ['casualties', { casualties: 1 }, [report('02-01', 'burns')], [say('nothing yet')]],
    ['breaches', { breaches: 2 }, [breach('02-02', 0.1), breach('02-02', 0.1)], [breach('02-02', 0.1)]],
  ] as const)('[SCN3] %s: it runs once the condition holds, and not before', (_what, when, enough, tooLittle) => {
    expect(saidAt([{ when, say: 'left' }], ...tooLittle)).toEqual(['left'])
    expect(saidAt([{ when, say: 'left' }], ...enough)).toEqual([])
  })

  test('[SCN3] it runs once', () => {
    given(scenario({ conditional: [{ when: { casualties: 1 }, say: 'Sick parade' }] }))
      .when(report('02-01', 'burns'), report('02-01', 'burns'), after(60))
      .thenOnly(['ConditionalInjectRun'], { type: 'ConditionalInjectRun', index: 0, say: 'Sick parade' })
  })

  test('[SCN3] "no breaches" is the last one closed, not a ship that has none yet', () => {
    // Alpha is on the spot: 1.6 person-minutes at half pace by four: 48 s.
    const waiting = given(scenario({ conditional: [{ when: { noBreaches: true }, say: 'Well done' }] }), after(60))
    expect(waiting.ship.scenario?.conditional).toHaveLength(1)
    waiting
      .when(breach('02-02', 0.1), { type: 'DispatchCrew', crew: 'alpha', task: 'breach:B1' }, after(48))
      .thenHappens({ type: 'BreachSealed' }, { type: 'ConditionalInjectRun', say: 'Well done', at: 108_000 })
  })

  test('[SCN3] one that strikes while a hit still unfolds waits until it has: no casualty has another’s number', () => {
    const conditional = [
      { when: { casualties: 1 }, do: hit('03-01', 2000) },
      { when: { alarms: 1 }, do: hit('02-01', 2000) },
    ]
    const { events, ship } = given(scenario({ conditional })).when(hit('03-01', 2000), after(0))
    const ids = events.flatMap((event) => (event.type === 'CasualtyReported' ? [event.casualty] : []))
    expect(ids.length).toBeGreaterThan(2)
    expect(ids).toEqual(ids.map((_id, i) => `C${i + 1}`))
    expect(Object.keys(ship.casualties)).toHaveLength(ids.length)
    expect(events.filter(({ type }) => type === 'HitInflicted')).toHaveLength(3)
  })

  test('[SCN3] one can set off another', () => {
    const conditional = [
      { when: { breaches: 1 }, do: report('02-01', 'burns') },
      { when: { casualties: 1 }, say: 'Chain' },
    ]
    given(scenario({ conditional }))
      .when(breach('02-02', 0.1), after(0))
      .thenHappens(
        { type: 'ConditionalInjectRun', index: 0, refused: null },
        { type: 'CasualtyReported' },
        { type: 'ConditionalInjectRun', say: 'Chain' },
      )
  })
})
