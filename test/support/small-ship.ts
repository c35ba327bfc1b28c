import { readShipFile } from '#shared/ship-file/read.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'

type System = ShipFile['systems'][number]
type Passage = NonNullable<ShipFile['passages']>[number]

const system = (
  id: string,
  compartment: string,
  [powerClass, drawMw, weight]: readonly [number, number, number],
  more: Partial<System> = {},
): System => ({
  id,
  name: id,
  compartment,
  powerClass,
  drawMw,
  weight,
  repair: { personMinutes: 30, skill: 'electrical' },
  ...more,
})

const SYSTEMS: readonly System[] = [
  system('reactor', '03-01', [1, 0, 10], { suppliesMw: 60 }),
  system('auxiliary', '03-02', [1, 0, 6], { suppliesMw: 20 }),
  system('life-support', '02-02', [1, 10, 9]),
  system('emitters', '01-02', [2, 6, 6]),
  system('computer', '01-01', [2, 10, 7]),
  system('engine', '03-01', [3, 20, 8], {
    repair: { personMinutes: 60, skill: 'electrical' },
    needs: [{ system: 'computer', atLeastPercent: 50, orLimitedToPercent: 30, reason: 'steered by hand' }],
  }),
  system('shield-fore', '01-02', [3, 5, 6]),
  system('shield-all', '02-01', [3, 5, 6]),
  system('transporter', '02-03', [4, 6, 5]),
  system('galley', '02-02', [4, 2, 1]),
]

const door = (a: string, b: string, seconds: number): Passage => ({ between: [a, b], kind: 'door', seconds })

const PASSAGES: readonly Passage[] = [
  door('01-01', '01-02', 5),
  door('01-02', '02-02', 10),
  door('02-01', '02-02', 5),
  door('02-02', '02-03', 5),
  door('02-02', '03-01', 10),
  door('02-01', '03-01', 20),
  door('03-01', '03-02', 5),
]

/**
 * A small ship made for working things out by hand. All doors are closed at first.
 *
 *     01-01 wheelhouse ── 5 s ── 01-02 chart room
 *                                   │ 10 s
 *     02-01 hold ─── 5 s ─── 02-02 workshop ── 5 s ── 02-03 sick berth
 *             └── 20 s ──┐          │ 10 s
 *                        03-01 engine room ── 5 s ── 03-02 store
 *
 * Sources 60 + 20 = 80 MW, loads 64 MW, so 16 MW to spare and 10 MW more from the battery: six fields at 4 MW.
 * People: 2 + 4 + 3 + 1 in rooms, 4 + 2 + 2 in crews, 18 in all.
 */
const FILE: ShipFile = {
  schema: 'bulkhead/ship@1',
  id: 'tern',
  name: 'Tern',
  stardate: { origin: 50_000, perDay: 2 },
  profile: {
    bow: 'left',
    deckPitchM: 3,
    scaleY: 1,
    hull: [
      [0, 0],
      [60, 0],
      [60, 9],
      [0, 9],
    ],
  },
  decks: [
    { id: 1, name: 'Bridge deck' },
    { id: 2, name: 'Main deck' },
    { id: 3, name: 'Engine deck' },
  ],
  compartments: [
    { id: '01-01', name: 'Wheelhouse', volumeM3: 100, box: [0, 0, 20, 3] },
    { id: '01-02', name: 'Chart room', volumeM3: 300, box: [20, 0, 20, 3] },
    { id: '02-01', name: 'Hold', volumeM3: 600, box: [0, 3, 20, 3] },
    { id: '02-02', name: 'Workshop', volumeM3: 600, box: [20, 3, 20, 3] },
    { id: '02-03', name: 'Sick berth', volumeM3: 300, box: [40, 3, 20, 3] },
    { id: '03-01', name: 'Engine room', volumeM3: 1000, box: [0, 6, 30, 3] },
    { id: '03-02', name: 'Store', volumeM3: 200, box: [30, 6, 30, 3] },
  ],
  passages: [...PASSAGES],
  rooms: [
    { id: 'wheelhouse', name: 'Wheelhouse', compartments: ['01-01'], people: 2 },
    { id: 'hold', name: 'Hold', compartments: ['02-01'], people: 4 },
    { id: 'engine-room', name: 'Engine room', compartments: ['03-01'], people: 3 },
    { id: 'sick-berth', name: 'Sick berth', compartments: ['02-03'], people: 1 },
  ],
  complement: 18,
  atmosphere: { kpa: 101.3, refillKpaPerMinute: 60, system: 'life-support' },
  hull: { criticalBreachM2: 10 },
  shields: {
    absorbPercent: 80,
    generators: [
      { system: 'shield-fore', facings: ['fore'] },
      { system: 'shield-all', facings: ['fore', 'aft'] },
    ],
  },
  forceFields: { drawMw: 4, system: 'emitters' },
  battery: { capacityMj: 60, outputMw: 10 },
  systems: [...SYSTEMS],
  capabilities: [
    {
      id: 'propulsion',
      name: 'Propulsion',
      weight: 10,
      modes: [
        { id: 'full', name: 'Full speed', needs: [{ system: 'engine', atLeastPercent: 80 }] },
        { id: 'slow', name: 'Slow speed', needs: [{ system: 'engine', atLeastPercent: 20 }] },
        { id: 'none', name: 'Adrift', needs: [] },
      ],
    },
    {
      id: 'thinking',
      name: 'Thinking',
      weight: 5,
      modes: [
        { id: 'quick', name: 'Quick', needs: [{ system: 'computer', atLeastPercent: 50 }] },
        { id: 'none', name: 'By hand', needs: [] },
      ],
    },
  ],
  crews: [
    { id: 'alpha', name: 'Alpha', size: 4, skills: ['hull', 'electrical'], station: '02-02' },
    { id: 'bravo', name: 'Bravo', size: 2, skills: ['electrical'], station: '03-01' },
    { id: 'medics', name: 'Medics', size: 2, skills: ['medical'], station: '02-03' },
  ],
  sickbays: [{ id: 'berth', name: 'Sick berth', compartment: '02-03', beds: 2, surgeons: 1 }],
  treatmentMinutes: { immediate: 10, delayed: 5, minimal: 1, expectant: 20 },
  transporter: { system: 'transporter', atLeastPercent: 60, seconds: 8 },
}

const shipOf = (file: ShipFile): Ship => {
  const read = readShipFile(file)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return newShip(planOf(read.value))
}

/** The small ship, or one that differs from her in what is given. Read like any file, so that it cannot be impossible. */
export const smallShip = (difference: Partial<ShipFile> = {}): Ship => shipOf({ ...FILE, ...difference })

export const smallShipWithout = (part: 'forceFields' | 'shields' | 'transporter'): Ship => {
  const { [part]: _none, ...others } = FILE
  return shipOf(others)
}

/** The same systems with some of them changed, for `smallShip({ systems: systemsWith(…) })`. */
export const systemsWith = (changes: Readonly<Record<string, Partial<System>>>): System[] =>
  SYSTEMS.map((one) => ({ ...one, ...changes[one.id] }))

/** The same passages, some of them in another state than closed. */
export const passagesWith = (states: Readonly<Record<string, NonNullable<Passage['state']>>>): Passage[] =>
  PASSAGES.map((one) => {
    const state = states[one.between.join('/')]
    return state ? { ...one, state } : one
  })
