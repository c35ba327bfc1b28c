import type { Applies } from './applies.ts'
import type { RecordFact } from '../facts/record.ts'
import { untouched } from '../state.ts'

export const record: Applies<RecordFact['type']> = {
  ShipCommissioned: () => ({}),
  ShipRestored: (ship) => ({ ...untouched(ship.plan), seed: ship.seed }),
  ClockSet: (_ship, { rate }) => ({ rate }),
  AlertSet: (_ship, { condition }) => ({ alert: condition }),
  IncidentOpened: (ship, { incident, kind, name, at }) => ({
    incident: { id: incident, kind, name, openedAt: at },
    numbers: { ...ship.numbers, incident: ship.numbers.incident + 1 },
  }),
  IncidentClosed: () => ({ incident: null }),
  LogRecorded: () => ({}),
  NotePinned: () => ({}),
  ObjectiveRated: () => ({}),
  ImprovementRecorded: () => ({}),
  StandardsSet: () => ({}),
  ScenarioStarted: (ship, { scenario, seed, script, at }) => ({
    ...untouched(ship.plan),
    seed,
    numbers: { ...ship.numbers, hit: 0, breach: 0, fire: 0, casualty: 0, report: 0, transfer: 0 },
    scenario: {
      id: scenario,
      name: script.name,
      startedAt: at,
      endsAt: script.endsAfterMs === null ? null : at + script.endsAfterMs,
      injects: script.injects,
      next: 0,
      conditional: script.conditional,
      purpose: script.purpose ?? '',
      expected: script.expected ?? [],
    },
  }),
  InjectRun: (ship, { index }) => ({ scenario: ship.scenario && { ...ship.scenario, next: index + 1 } }),
  ConditionalInjectRun: (ship, { index }) => ({
    scenario: ship.scenario && {
      ...ship.scenario,
      conditional: ship.scenario.conditional.filter((_inject, i) => i !== index),
    },
  }),
  ScenarioEnded: () => ({ scenario: null }),
  RunModeSet: (_ship, { mode }) => ({ runMode: mode }),
  Withheld: () => ({}),
}
