import { describe, expect, test } from 'vitest'
import { readShipFile } from '#shared/ship-file/read.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { boxShip } from '../support/box-ship.ts'

const faultsOf = (file: unknown) => {
  const read = readShipFile(file)
  return read.ok ? [] : read.error
}
const { profile, systems, capabilities, rooms, crews } = boxShip()
const [engine, fan] = systems
const [way] = capabilities
if (!engine || !fan || !way) throw new Error('the small ship is too small')
const needing = (system: string) => [{ system, atLeastPercent: 50, orLimitedToPercent: 0 }]

describe('a file of the wrong shape', () => {
  test.each([[null], [[]], ['ship'], [7]])('[FILE8] given %j, then an object is expected', (value) => {
    expect(faultsOf(value)).toMatchObject([{ path: '$', expected: 'an object' }])
  })

  test('[FILE8] given many faults, then every one of them, each with path, expectation and finding', () => {
    const { name: _name, ...nameless } = boxShip()
    expect(
      faultsOf({
        ...nameless,
        colour: 'red',
        profile: { ...profile, bow: 'up', hull: [[0], ...profile.hull] },
        decks: [{ id: 1, name: 'Upper', breadthM: 'wide' }],
        systems: [{ ...engine, powerClass: 9, id: 'Main Engine' }],
        crews: [],
      }),
    ).toEqual([
      { path: '$.name', expected: 'a name of 1 to 60 characters on one line', found: 'nothing' },
      { path: '$.colour', expected: expect.stringMatching(/^only schema, id, name/) as string, found: '"red"' },
      { path: '$.profile.bow', expected: '"left" or "right"', found: '"up"' },
      { path: '$.profile.hull[0]', expected: '[x, y] in metres, or [x, y, 1] for a hard corner', found: '[0]' },
      { path: '$.decks[0].breadthM', expected: 'a number from 0.001 to 1000000', found: '"wide"' },
      { path: '$.systems[0].id', expected: expect.stringContaining('small letters') as string, found: '"Main Engine"' },
      {
        path: '$.systems[0].powerClass',
        expected: expect.stringMatching(/^a whole number from 1 to 4/) as string,
        found: '9',
      },
      { path: '$.crews', expected: 'a list of at least 1, at most 200', found: '[]' },
    ])
  })

  test.each(['constructor', '__proto__', 'toString', 'UPPER', 'a b', ''])(
    '[FILE8] given the id %j, then it is refused',
    (id) => {
      expect(faultsOf(boxShip({ id }))).toMatchObject([{ path: '$.id' }])
    },
  )

  test('[FILE8] given a name that turns the writing round, then it is refused, and shown without doing so', () => {
    expect(faultsOf(boxShip({ name: 'a\u202eb' }))).toMatchObject([{ path: '$.name', found: '"a\\u202eb"' }])
  })
})

const coreOf = (system: string) => ({
  system,
  containment: 'fan',
  atLeastPercent: 50,
  minutesToBreach: 5,
  ejectable: true,
})
const equippedWith = (system: string) => ({
  sensors: { sensors: { system, noticeSeconds: 60 } },
  fireSuppression: { fireSuppression: { system, worthPeople: 2 } },
  structure: { structure: { system, atLeastPercent: 50 } },
  core: { core: coreOf(system) },
})
const coal = { id: 'coal', name: 'Coal', unit: 't', amount: 9, low: 1, use: { for: 'none' as const } }
const shut = { id: 'shut', name: 'Passages shut', needs: { shut: 'passages' as const } }
const card = { id: 'smoke', name: 'Smoke', for: 'fire' as const, steps: [{ id: 'look', text: 'Look.' }] }

const cases: readonly [what: string, changes: Partial<ShipFile>, fault: object][] = [
  [
    'two systems of one id',
    { systems: [engine, engine, fan] },
    { path: '$.systems[1].id', expected: 'an id of its own, not that of $.systems[0].id', found: '"engine"' },
  ],
  [
    'two decks of one number',
    { decks: [...boxShip().decks, { id: 2, name: 'Cellar', breadthM: 4 }] },
    { path: '$.decks[2].id' },
  ],
  [
    'a need of an unknown system',
    { systems: [engine, { ...fan, needs: needing('sail') }] },
    { path: '$.systems[1].needs[0].system', expected: 'the id of a system in $.systems', found: '"sail"' },
  ],
  [
    'a need of itself',
    { systems: [{ ...engine, needs: needing('engine') }, fan] },
    { path: '$.systems[0].needs', found: 'engine → engine' },
  ],
  [
    'needs in a ring',
    { systems: [{ ...engine, needs: needing('fan') }, fan] },
    { path: '$.systems[0].needs', expected: 'no system that needs itself', found: 'engine → fan → engine' },
  ],
  [
    'a last mode with needs',
    { capabilities: [{ ...way, modes: way.modes.slice(0, 1) }] },
    { path: '$.capabilities[0].modes[0].needs', expected: 'an empty list in the last mode', found: 'needs on engine' },
  ],
  [
    'a mode that needs an unknown system',
    {
      capabilities: [
        { ...way, modes: [{ id: 'x', name: 'X', needs: [{ system: 'sail', atLeastPercent: 1 }] }, ...way.modes] },
      ],
    },
    { path: '$.capabilities[0].modes[0].needs[0].system' },
  ],
  [
    'a repair nobody can do',
    { systems: [engine, { ...fan, repair: { personMinutes: 1, skill: 'magic' } }] },
    { path: '$.systems[1].repair.skill', expected: 'a skill that a crew has: oil', found: '"magic"' },
  ],
  [
    'too few people',
    { complement: 12 },
    { path: '$.complement', expected: '13: 9 people in rooms and 4 in crews', found: '12' },
  ],
  [
    'a room in a compartment that is not there',
    { rooms: [...rooms, { id: 'attic', name: 'Attic', compartments: ['03-01'] }] },
    { path: '$.rooms[2].compartments[0]', expected: 'a compartment of this ship', found: '"03-01"' },
  ],
  [
    'a crew stationed nowhere',
    { crews: crews.map((crew) => ({ ...crew, station: '09-09' })) },
    { path: '$.crews[0].station', found: '"09-09"' },
  ],
  [
    'a passage from a place to itself',
    { passages: [{ between: ['01-01', '01-01'], kind: 'door', seconds: 1 }] },
    { path: '$.passages[0].between', expected: 'two different compartments' },
  ],
  [
    'frames that turn back',
    { profile: { ...profile, frames: [0, 20, 10, 30] } },
    { path: '$.profile.frames[2]', expected: 'more than 20: ascending', found: '10' },
  ],
  [
    'a deck below the hull',
    { decks: [...boxShip().decks, { id: 3, name: 'Cellar', breadthM: 4 }] },
    { path: '$.decks[2]', expected: 'a deck within the hull that is drawn' },
  ],
  [
    'a deck nobody can climb to',
    { movement: { secondsPerSection: 1, secondsPerDeck: 1, ladderSections: [9] } },
    { path: '$.passages', expected: 'a way from 02-02 to every compartment', found: 'none to 01-01, 01-02, 01-03' },
  ],
  ...(['sensors', 'fireSuppression', 'structure', 'core'] as const).map((part): (typeof cases)[number] => [
    `${part} that need an unknown system`,
    equippedWith('sail')[part],
    { path: `$.${part}.system`, expected: 'the id of a system in $.systems', found: '"sail"' },
  ]),
  [
    'a core contained by nothing',
    { core: { ...coreOf('engine'), containment: 'sail' } },
    { path: '$.core.containment', found: '"sail"' },
  ],
  [
    'cables nobody can lay',
    { casualtyPower: { lines: 1, mwEach: 1, personMinutes: 1, skill: 'magic' } },
    { path: '$.casualtyPower.skill', expected: 'a skill that a crew has: oil', found: '"magic"' },
  ],
  [
    'fuel for an unknown system',
    { supplies: [{ ...coal, use: { for: 'fuel', system: 'sail', perHour: 1 } }] },
    { path: '$.supplies[0].use.system', found: '"sail"' },
  ],
  ['two supplies of one id', { supplies: [coal, coal] }, { path: '$.supplies[1].id', found: '"coal"' }],
  [
    'readiness of an unknown system',
    { readiness: { red: [{ id: 'sails', name: 'Sails', needs: { system: 'sail', atLeastPercent: 1 } }] } },
    { path: '$.readiness.red[0].needs.system', found: '"sail"' },
  ],
  [
    'readiness of an unknown capability',
    { readiness: { red: [{ id: 'guns', name: 'Guns', needs: { capability: 'guns', mode: 'all' } }] } },
    { path: '$.readiness.red[0].needs.capability', expected: 'the id of a capability in $.capabilities' },
  ],
  [
    'readiness in an unknown mode',
    { readiness: { red: [{ id: 'way', name: 'Way', needs: { capability: 'way', mode: 'warp' } }] } },
    { path: '$.readiness.red[0].needs.mode', expected: 'a mode of way: fast, adrift', found: '"warp"' },
  ],
  [
    'a place to be manned that is not there',
    { readiness: { red: [{ id: 'guns', name: 'Guns', needs: { manned: ['01-01', '09-09'] } }] } },
    { path: '$.readiness.red[0].needs.manned[1]', expected: 'a compartment of this ship', found: '"09-09"' },
  ],
  [
    'two items of readiness of one id at one condition',
    { readiness: { red: [shut, shut] } },
    { path: '$.readiness.red[1].id', found: '"shut"' },
  ],
  [
    'an item of readiness that means one thing at yellow and another at red',
    { readiness: { yellow: [shut], red: [{ ...shut, needs: { crewsReadyPercent: 50 } }] } },
    { path: '$.readiness.red[0].needs', expected: 'what $.readiness.yellow[0] of that id needs' },
  ],
  [
    'a kill card for an unknown system',
    { killCards: [{ ...card, systems: ['engine', 'sail'] }] },
    { path: '$.killCards[0].systems[1]', found: '"sail"' },
  ],
  [
    'a kill card for a place that is not there',
    { killCards: [{ ...card, compartments: ['09-09'] }] },
    { path: '$.killCards[0].compartments[0]', found: '"09-09"' },
  ],
  ['two kill cards of one id', { killCards: [card, card] }, { path: '$.killCards[1].id', found: '"smoke"' }],
  [
    'two steps of one id',
    { killCards: [{ ...card, steps: [...card.steps, ...card.steps] }] },
    { path: '$.killCards[0].steps[1].id', found: '"look"' },
  ],
  [
    'an air system that is not there',
    { atmosphere: { kpa: 1, refillKpaPerMinute: 1, system: 'tree' } },
    { path: '$.atmosphere.system' },
  ],
]

describe('a file of the right shape that contradicts itself', () => {
  test.each(cases)('[FILE9] given %s, then the file is refused for just that', (_what, changes, fault) => {
    expect(faultsOf(boxShip(changes))).toMatchObject([fault])
  })

  test('[FILE9] given all that a ship may have, in order, then nothing is found', () => {
    const { sensors, fireSuppression, structure, core } = equippedWith('engine')
    const readiness = { yellow: [shut], red: [shut] }
    const equipped = { ...sensors, ...fireSuppression, ...structure, ...core, readiness }
    expect(faultsOf(boxShip({ ...equipped, supplies: [coal], killCards: [card] }))).toEqual([])
  })

  test('[FILE9] given neither frames nor compartments, nor movement, nor a breadth, then all three are asked for', () => {
    const { movement: _movement, ...still } = boxShip()
    const { frames: _frames, ...unframed } = profile
    const [first, second] = still.decks
    const { breadthM: _breadthM, ...flat } = second ?? { id: 2, name: 'Lower' }
    const faults = faultsOf({ ...still, profile: unframed, decks: [first, flat] })
    expect(faults.map(({ path }) => path)).toEqual(['$.profile.frames', '$.movement', '$.decks[1].breadthM'])
  })

  test('[FILE9] given several contradictions at once, then all are told', () => {
    const faults = faultsOf(boxShip({ complement: 1, systems: [engine, { ...fan, needs: needing('sail') }] }))
    expect(faults.map(({ path }) => path)).toEqual(['$.systems[1].needs[0].system', '$.complement'])
  })

  test('[FILE9] given needs so tangled that working them out would take for ever, then the file is refused at once', () => {
    const tangled = Array.from({ length: 60 }, (_, index) => ({
      ...engine,
      id: `engine-${index}`,
      needs: [1, 2].filter((back) => index >= back).flatMap((back) => needing(`engine-${index - back}`)),
    }))
    expect(faultsOf(boxShip({ systems: [engine, fan, ...tangled] }))).toMatchObject([
      { expected: 'at most 1000 chains of needs below one system' },
    ])
  })
})
