import { newShip, type Ship } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { readShipFile } from '#shared/ship-file/read.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'

/**
 *     01-01 cabin (2 people) ── closed ── 01-02 mess (4) ── closed ── 01-03 sick bay (both crews)
 *                                            │ open
 *                                         02-01 hold
 */
const WREN: ShipFile = {
  schema: 'bulkhead/ship@1',
  id: 'wren',
  name: 'Wren',
  profile: {
    ...{ bow: 'left', deckPitchM: 3, scaleY: 1 },
    hull: [
      [0, 0],
      [30, 0],
      [30, 6],
      [0, 6],
    ],
  },
  decks: [
    { id: 1, name: 'Upper deck' },
    { id: 2, name: 'Lower deck' },
  ],
  compartments: [
    { id: '01-01', name: 'Cabin', volumeM3: 100, box: [0, 0, 10, 3] },
    { id: '01-02', name: 'Mess', volumeM3: 100, box: [10, 0, 10, 3] },
    { id: '01-03', name: 'Sick bay', volumeM3: 100, box: [20, 0, 10, 3] },
    { id: '02-01', name: 'Hold', volumeM3: 300, box: [0, 3, 30, 3] },
  ],
  passages: [
    { between: ['01-01', '01-02'], kind: 'door', seconds: 10 },
    { between: ['01-02', '01-03'], kind: 'door', seconds: 10 },
    { between: ['01-02', '02-01'], kind: 'ladder', seconds: 10, state: 'open' },
  ],
  rooms: [
    { id: 'cabin', name: 'Cabin', compartments: ['01-01'], people: 2 },
    { id: 'mess', name: 'Mess', compartments: ['01-02'], people: 4 },
  ],
  complement: 10,
  atmosphere: { kpa: 101.3, refillKpaPerMinute: 30, system: 'engine' },
  hull: { criticalBreachM2: 10 },
  forceFields: { drawMw: 1 },
  battery: { capacityMj: 300, outputMw: 10 },
  systems: [
    {
      ...{ id: 'engine', name: 'Engine', compartment: '02-01', weight: 8, powerClass: 4, drawMw: 10 },
      repair: { personMinutes: 30, skill: 'damage' },
    },
    {
      ...{
        id: 'reactor',
        name: 'Reactor',
        compartment: '02-01',
        weight: 9,
        powerClass: 1,
        drawMw: 0,
        suppliesMw: 10.5,
      },
      repair: { personMinutes: 30, skill: 'damage' },
    },
  ],
  capabilities: [
    {
      ...{ id: 'propulsion', name: 'Propulsion', weight: 10 },
      modes: [
        { id: 'full', name: 'Full speed', needs: [{ system: 'engine', atLeastPercent: 80 }] },
        { id: 'none', name: 'Adrift', needs: [] },
      ],
    },
  ],
  crews: [
    { id: 'damage', name: 'Damage party', size: 2, skills: ['damage'], station: '01-03' },
    { id: 'medics', name: 'Medics', size: 2, skills: ['medical'], station: '01-03' },
  ],
  sickbays: [{ id: 'bay', name: 'Sick bay', compartment: '01-03', beds: 2, surgeons: 1 }],
  treatmentMinutes: { immediate: 10, delayed: 5, minimal: 1, expectant: 20 },
}

const read = readShipFile(WREN)
if (!read.ok) throw new Error(JSON.stringify(read.error))

/** The ship of the log that was written by hand, as she left the yard. */
export const handShip: Ship = newShip(planOf(read.value))
