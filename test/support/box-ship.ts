import type { ShipFile } from '#shared/ship-file/schema.ts'

/** The smallest ship that has one of everything the file can say: two decks of three sections, drawn as a box. */
export const boxShip = (changes: Partial<ShipFile> = {}): ShipFile => ({
  schema: 'bulkhead/ship@1',
  id: 'box',
  name: 'Box',
  profile: {
    bow: 'right',
    deckPitchM: 4,
    scaleY: 1,
    hull: [
      [0, 0, 1],
      [30, 0, 1],
      [30, 8, 1],
      [0, 8, 1],
    ],
    frames: [0, 10, 20, 30],
  },
  decks: [
    { id: 1, name: 'Upper', breadthM: 10 },
    { id: 2, name: 'Lower', breadthM: 5 },
  ],
  movement: { secondsPerSection: 6, secondsPerDeck: 9, ladderSections: [2] },
  rooms: [
    { id: 'hold', name: 'Hold', compartments: ['02-01', '02-02', '02-03'], people: 7 },
    { id: 'bridge', name: 'Bridge', compartments: ['01-01'], people: 2 },
  ],
  complement: 13,
  atmosphere: { kpa: 100, refillKpaPerMinute: 30, system: 'fan' },
  hull: { criticalBreachM2: 5 },
  battery: { capacityMj: 100, outputMw: 5 },
  systems: [
    {
      id: 'engine',
      name: 'Engine',
      compartment: '02-03',
      weight: 5,
      powerClass: 2,
      drawMw: 0,
      suppliesMw: 9,
      repair: { personMinutes: 30, skill: 'oil' },
    },
    {
      id: 'fan',
      name: 'Fan',
      compartment: '01-02',
      weight: 5,
      powerClass: 1,
      drawMw: 2,
      repair: { personMinutes: 10, skill: 'oil' },
      needs: [{ system: 'engine', atLeastPercent: 35, orLimitedToPercent: 10 }],
    },
  ],
  capabilities: [
    {
      id: 'way',
      name: 'Way',
      weight: 5,
      modes: [
        { id: 'fast', name: 'Fast', needs: [{ system: 'engine', atLeastPercent: 80 }] },
        { id: 'adrift', name: 'Adrift', needs: [] },
      ],
    },
  ],
  crews: [{ id: 'stokers', name: 'Stokers', size: 4, skills: ['oil'], station: '02-02' }],
  sickbays: [],
  treatmentMinutes: { immediate: 5, delayed: 4, minimal: 2, expectant: 8 },
  ...changes,
})
