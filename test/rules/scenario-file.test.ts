import { describe, expect, test } from 'vitest'
import { checkScenario } from '#shared/scenario-file/check.ts'
import { readScenarioFile } from '#shared/scenario-file/read.ts'
import type { ScenarioFile } from '#shared/scenario-file/schema.ts'
import { scriptOf } from '#shared/scenario-file/script-of.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { boxShip } from '../support/box-ship.ts'
import { generateScenario } from '../support/generate-scenario.ts'
import { generateShip } from '../support/generate-ship.ts'
import { seedFile, seedIds } from '../support/seed-files.ts'

const drill = (changes: Partial<ScenarioFile> = {}): ScenarioFile => ({
  schema: 'bulkhead/scenario@1',
  id: 'drill',
  name: 'A drill',
  ship: 'box',
  kind: 'drill',
  purpose: 'To see whether it works.',
  seed: 7,
  injects: [
    { at: '00:00:05', do: { type: 'InflictHit', compartment: '01-01', energy: 300, facing: 'fore' } },
    { at: '01:02:03', say: 'Exercise ends.' },
  ],
  ...changes,
})
const faultsOf = (file: unknown) => {
  const read = readScenarioFile(file)
  return read.ok ? [] : read.error
}
const at = '00:00:01'

describe('a scenario file by itself', () => {
  test('[SCF1] given injects that say or do, then a script with offsets in ms', () => {
    expect(readScenarioFile(drill())).toEqual({ ok: true, value: drill() })
    expect(scriptOf(drill({ endsAt: '02:00:00' }))).toEqual({
      name: 'A drill',
      kind: 'drill',
      purpose: 'To see whether it works.',
      expected: [],
      seed: 7,
      injects: [
        { at: 5000, do: { type: 'InflictHit', compartment: '01-01', energy: 300, facing: 'fore' } },
        { at: 3_723_000, say: 'Exercise ends.' },
      ],
      conditional: [],
      endsAfterMs: 7_200_000,
    })
    expect(scriptOf(drill()).endsAfterMs).toBeNull()
  })

  test.each([
    [
      'an order of the wrong shape',
      [{ at, do: { type: 'InflictHit', compartment: '01-01', energy: 9e9, facing: 'fore' } }],
      '$.injects[0].do.energy',
      'a number from 0 to 2000 (MJ)',
    ],
    ['an order nobody knows', [{ at, do: { type: 'SinkHer' } }], '$.injects[0].do.type', '"DispatchCrew" or '],
    [
      'an order with a member too many',
      [{ at, do: { type: 'SetAlert', condition: 'red', loudly: true } }],
      '$.injects[0].do.loudly',
      'only type, condition',
    ],
    [
      'an order with an id',
      [{ at, do: { id: 'client-0001', type: 'SetAlert', condition: 'red' } }],
      '$.injects[0].do.id',
      'only type, condition',
    ],
    ['neither do nor say', [{ at }], '$.injects[0]', 'an object with a time at which'],
    [
      'both do and say',
      [{ at, say: 'x', do: { type: 'SetAlert', condition: 'red' } }],
      '$.injects[0]',
      'an object with a time at which',
    ],
    ['no time', [{ say: 'x' }], '$.injects[0].at', 'a time since the start'],
    ['a time in words', [{ at: '5 s', say: 'x' }], '$.injects[0].at', 'a time since the start'],
    [
      'a scenario within the scenario',
      [{ at, do: { type: 'StartScenario', scenario: 'other' } }],
      '$.injects[0].do.type',
      'an order that may be given within a scenario',
    ],
    [
      'an earlier time after a later one',
      [
        { at: '00:00:09', say: 'x' },
        { at, say: 'y' },
      ],
      '$.injects[1].at',
      '00:00:09 or later',
    ],
  ])('[SCF2] given %s, then just that is told', (_what, injects, path, expected) => {
    expect(faultsOf({ ...drill(), injects })).toMatchObject([
      { path, expected: expect.stringContaining(expected) as string },
    ])
  })

  test('[SCF2] given an end before the last inject, then it is told', () => {
    expect(faultsOf(drill({ endsAt: '00:00:04' }))).toMatchObject([{ path: '$.endsAt', expected: '01:02:03 or later' }])
  })

  test.each([
    [{ capability: 'way' }, '$.conditional[0].when.mode'],
    [{ alarms: 0 }, '$.conditional[0].when.alarms'],
    [{ noBreaches: false }, '$.conditional[0].when.noBreaches'],
    [{}, '$.conditional[0].when'],
  ])('[SCF3] given the condition %j, then it is refused', (when, path) => {
    expect(faultsOf({ ...drill(), conditional: [{ when, say: 'x' }] })).toMatchObject([{ path }])
  })

  test('[SCF4] given expected actions, then an order, what it is about if that matters, and seconds', () => {
    const expecting = (action: unknown) => faultsOf({ ...drill(), expected: [{ action, withinS: 60 }] })
    expect(expecting({ order: 'RaiseForceField', on: '01-01' })).toEqual([])
    expect(expecting({ order: 'TriageCasualty' })).toEqual([])
    expect(expecting({ order: 'Panic' })).toMatchObject([{ path: '$.expected[0].action.order' }])
  })
})

describe('a scenario file and its ship', () => {
  const plan = planOf(boxShip())

  test('[SCF5] given parts that the ship has, then nothing is wrong', () => {
    const conditional: ScenarioFile['conditional'] = [{ when: { capability: 'way', mode: 'adrift' }, say: 'x' }]
    expect(checkScenario(drill({ conditional }), plan)).toEqual([])
  })

  test('[SCF5] given parts that she has not, then each is told', () => {
    const injects: ScenarioFile['injects'] = [
      { at, do: { type: 'InflictBreach', compartment: '09-09', area: 1 } },
      { at, do: { type: 'SealPassage', passage: '01-01/02-01' } },
      { at, do: { type: 'DispatchCrew', crew: 'cooks', task: 'system:sail' } },
      { at, do: { type: 'DispatchCrew', crew: 'stokers', task: 'breach:B1' } },
      { at, do: { type: 'DamageSystem', system: 'sail', to: 1 } },
    ]
    const conditional: ScenarioFile['conditional'] = [
      { when: { capability: 'flight', mode: 'high' }, say: 'x' },
      { when: { capability: 'way', mode: 'high' }, say: 'x' },
    ]
    expect(checkScenario(drill({ ship: 'other', injects, conditional }), plan)).toEqual([
      { path: '$.ship', expected: '"box"', found: '"other"' },
      { path: '$.injects[0].do.compartment', expected: 'a compartment of Box', found: '"09-09"' },
      { path: '$.injects[1].do.passage', expected: 'a passage of Box', found: '"01-01/02-01"' },
      { path: '$.injects[2].do.crew', expected: 'a crew of Box', found: '"cooks"' },
      { path: '$.injects[2].do.task', expected: 'a system of Box', found: '"sail"' },
      { path: '$.injects[4].do.system', expected: 'a system of Box', found: '"sail"' },
      { path: '$.conditional[0].when.capability', expected: 'a capability of Box', found: '"flight"' },
      { path: '$.conditional[1].when.mode', expected: '"fast" or "adrift"', found: '"high"' },
    ])
  })

  test.each(seedIds('scenarios'))('[SCF6] given %s, then it is in order and fits its ship', (id) => {
    const read = readScenarioFile(seedFile('scenarios', id))
    expect(read.ok || read.error).toBe(true)
    if (!read.ok) return
    expect(read.value.id).toBe(id)
    expect(checkScenario(read.value, planOf(seedFile('ships', read.value.ship) as ShipFile))).toEqual([])
  })

  test('[SCF6] given 200 ships and scenarios that nobody has seen, then each fits', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const unseen = planOf(generateShip(seed))
      const read = readScenarioFile(generateScenario(unseen, seed))
      expect(read.ok || [seed, read.error]).toBe(true)
      if (read.ok) expect(checkScenario(read.value, unseen), String(seed)).toEqual([])
    }
  })
})
