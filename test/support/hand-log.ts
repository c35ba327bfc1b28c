import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { ReviewStart } from '#shared/review/fold.ts'
import type { Actor, Fact, RecordedEvent } from '#shared/ship/events.ts'
import { handShip } from './hand-ship.ts'

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
  ...{ openedSeq: 1, openedAt: s(0), openedWall: WALL, closedSeq: null, closedAt: null, imported: false },
}

/** The incident is still open, ten minutes after its opening. */
export const HAND_START: ReviewStart = {
  incident,
  ship: handShip,
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
