import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { ReviewStart } from '#shared/review/fold.ts'
import type { Actor, Fact, RecordedEvent } from '#shared/ship/events.ts'
import { newShip } from '#shared/ship/state.ts'
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

const WALL = '2026-01-01T12:00:00.000Z'
const INSTRUCTOR: Actor = { role: 'instructor', name: 'Ito' }
const CAPTAIN: Actor = { role: 'captain', name: 'Vance' }
const MEDICAL: Actor = { role: 'medical', name: 'Roe' }
const SHIP: Actor = { role: 'ship', name: '' }

/** Mission ms of so many seconds since the incident was opened. */
export const s = (seconds: number): number => 1_000_000 + Math.round(seconds * 1000)

const event = (
  seq: number,
  seconds: number,
  by: Actor,
  command: string | null,
  fact: Fact,
  cause: number | null = null,
) => ({ seq, at: s(seconds), cause, wall: WALL, by, command, ...fact }) as RecordedEvent

/** Thirty events, written by hand: the laws of the ship have not been asked. */
export const HAND_LOG: readonly RecordedEvent[] = [
  event(1, 0, INSTRUCTOR, 'c1', { type: 'IncidentOpened', incident: 'wren-1', kind: 'drill', name: 'By hand' }),
  event(2, 10, INSTRUCTOR, 'c2', {
    ...{ type: 'HitInflicted', hit: 'H1', compartment: '01-01', energyMj: 500, facing: 'fore', absorbedPercent: 0 },
  }),
  // Nobody sees the breach, and nobody sees the air go: 100 kPa at first, falling by the factor e every 100 s.
  {
    ...event(
      3,
      10,
      INSTRUCTOR,
      'c2',
      { type: 'BreachOpened', breach: 'B1', compartment: '01-01', areaM2: 1, hit: 'H1' },
      2,
    ),
    hides: ['breaches/B1'],
  },
  {
    ...event(
      4,
      10,
      INSTRUCTOR,
      'c2',
      {
        type: 'AirFlowChanged',
        readings: [{ compartment: '01-01', kpa: 100, dose: 0 }],
        flow: { kind: 'venting', tauS: 100 },
      },
      3,
    ),
    hides: ['air/01-01'],
  },
  event(5, 12, SHIP, null, {
    ...{ type: 'FireStarted', fire: 1, compartment: '01-02', growth: 'medium', hit: 'H1', burnsAt: s(42) },
  }),
  event(
    6,
    12,
    SHIP,
    null,
    {
      ...{ type: 'AlarmRaised', alarm: 'fire@01-02', priority: 'critical', compartment: '01-02' },
      ...{ alarmCause: 'fire', subject: null, hit: 'H1' },
    },
    5,
  ),
  event(7, 20, CAPTAIN, 'c3', {
    ...{ type: 'DamageReported', report: 'R1', compartment: '01-01', what: 'breach', text: 'It hisses' },
    ...{ extent: null, needs: null },
  }),
  event(
    8,
    20,
    CAPTAIN,
    'c3',
    {
      ...{ type: 'AlarmRaised', alarm: 'report@01-01', priority: 'caution', compartment: '01-01' },
      ...{ alarmCause: 'report', subject: null, hit: null },
    },
    7,
  ),
  event(9, 40, CAPTAIN, 'c4', {
    ...{ type: 'CrewDispatched', crew: 'damage', task: 'fire:01-02' },
    route: [
      { compartment: '01-03', at: s(44) },
      { compartment: '01-02', at: s(60) },
    ],
  }),
  event(10, 45, CAPTAIN, 'c5', { type: 'AlarmAcknowledged', alarm: 'fire@01-02' }),
  event(11, 60, SHIP, null, { type: 'CrewArrived', crew: 'damage', task: 'fire:01-02', compartment: '01-02' }),
  event(12, 60, SHIP, null, { type: 'CrewStartedWork', crew: 'damage', task: 'fire:01-02' }, 11),
  event(13, 60, SHIP, null, { type: 'CrewFatigueChanged', crew: 'damage', minutes: 0, perMinute: 1 }, 12),
  event(14, 70, SHIP, null, { type: 'FireHeatChanged', compartment: '01-02', kw: 39, growing: false }),
  event(15, 80, CAPTAIN, 'c6', { type: 'PassageSealed', passage: '01-02/02-01' }),
  event(16, 90, CAPTAIN, 'c7', { type: 'ForceFieldRaised', compartment: '01-01', drawMw: 1 }),
  {
    ...event(
      17,
      90,
      CAPTAIN,
      'c7',
      {
        type: 'AirFlowChanged',
        readings: [{ compartment: '01-01', kpa: 45, dose: 0.1 }],
        flow: { kind: 'filling', kpaPerS: 0.5, toKpa: 101.3 },
      },
      16,
    ),
    hides: ['air/01-01'],
  },
  event(
    18,
    90,
    CAPTAIN,
    'c7',
    { type: 'PowerBalanceChanged', supplyMw: 10.5, demandMw: 11, batteryMj: 300, netMw: -0.5 },
    16,
  ),
  event(19, 100, MEDICAL, 'c8', {
    ...{ type: 'CasualtyReported', casualty: 'C1', name: 'Reyes', crew: null, compartment: '01-01', injury: 'crush' },
    ...{ hit: null, told: true, fate: { severity: 'immediate', worsensAt: s(200), survivesTreatment: true } },
  }),
  event(20, 120, MEDICAL, 'c9', { type: 'CasualtyTriaged', casualty: 'C1', category: 'immediate' }),
  event(21, 130, MEDICAL, 'c10', {
    type: 'CasualtyMoved',
    casualty: 'C1',
    transport: { by: 'beam', crew: null, route: [{ compartment: '01-03', at: s(300) }], sickbay: 'bay' },
  }),
  event(22, 150, SHIP, null, { type: 'SystemShed', system: 'engine' }),
  event(23, 150, SHIP, null, { type: 'CapabilityChanged', capability: 'propulsion', from: 'full', to: 'none' }, 22),
  event(24, 180, SHIP, null, { type: 'FireOut', compartment: '01-02', because: 'fought' }),
  event(25, 180, SHIP, null, { type: 'AlarmReturned', alarm: 'fire@01-02' }, 24),
  event(
    26,
    180,
    SHIP,
    null,
    {
      ...{ type: 'CrewReturning', crew: 'damage', compartment: '01-02' },
      route: [
        { compartment: '01-02', at: s(180) },
        { compartment: '01-03', at: s(200) },
      ],
    },
    24,
  ),
  event(27, 200, SHIP, null, { type: 'CrewReady', crew: 'damage', compartment: '01-03' }),
  event(28, 200, SHIP, null, { type: 'CasualtyDied', casualty: 'C1', declared: false }),
  event(29, 210, SHIP, null, { type: 'SystemStarted', system: 'engine' }),
  event(30, 210, SHIP, null, { type: 'CapabilityChanged', capability: 'propulsion', from: 'none', to: 'full' }, 29),
]

const incident: IncidentSummary = {
  ...{ id: 'wren-1', ship: 'wren', kind: 'drill', name: 'By hand' },
  ...{ openedSeq: 1, openedAt: s(0), openedWall: WALL, closedSeq: null, closedAt: null },
}

const read = readShipFile(WREN)
if (!read.ok) throw new Error(JSON.stringify(read.error))

/** The incident is still open, ten minutes after its opening. */
export const HAND_START: ReviewStart = {
  incident,
  ship: newShip(planOf(read.value)),
  untilMs: s(600),
  sight: 'truth',
  planned: {
    ...{ scenario: 'by-hand', name: 'By hand', purpose: '', seed: 1, injects: [] },
    expected: [
      { order: 'DispatchCrew', on: 'fire:01-02', dueAt: s(60), doneAt: null, met: null },
      { order: 'RaiseForceField', on: '01-01', dueAt: s(60), doneAt: null, met: null },
      { order: 'RecallCrew', on: null, dueAt: s(900), doneAt: null, met: null },
    ],
  },
}
