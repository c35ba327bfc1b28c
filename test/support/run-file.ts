import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import { plannedOf } from '#shared/review/planned.ts'
import { readScenarioFile } from '#shared/scenario-file/read.ts'
import { scriptOf } from '#shared/scenario-file/script-of.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { evolve } from '#shared/ship/evolve.ts'
import { nearest } from '#shared/ship/policy.ts'
import { newShip, type Ship, stateOf } from '#shared/ship/state.ts'
import { BY_ITSELF, record } from '../../server/runs/record.ts'
import { type Policy, simulate } from '../../server/simulate.ts'
import { builtInPlan } from './built-in.ts'
import { seedFile } from './seed-files.ts'

const WALL = '2026-11-22T12:00:00.000Z'
const DISPATCHER = { role: 'operations', name: 'Dispatcher' } as const

/** The plain dispatcher, who sends no crew before that time. */
export const sendingFrom =
  (atMs: number): Policy =>
  (ship, at) =>
    nearest(ship, at).filter(({ type }) => type !== 'DispatchCrew' || at >= atMs)

/** A built-in scenario played to its end on a whole ship, as a file that was saved of it. The same seed is the same attack. */
export const fileOfRun = (scenario: string, name: string, seed: number, policy: Policy): RecordingFile => {
  const read = readScenarioFile(seedFile('scenarios', scenario))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const plan = builtInPlan(read.value.ship)
  const whole = newShip(plan)
  const exercise = { scenario, script: { ...scriptOf(read.value), name }, seed, at: 0 }
  const events = [...simulate(whole, exercise, policy)].flatMap((happening): readonly RecordedEvent[] => {
    const origin = happening.command ? { by: DISPATCHER, command: happening.command.id } : BY_ITSELF
    return record(happening.events, origin, WALL)
  })
  const opening = events.findIndex(({ type }) => type === 'IncidentOpened')
  const closing = events.findIndex(({ type }) => type === 'IncidentClosed')
  const [opened, closed] = [events[opening], events[closing]]
  if (opened?.type !== 'IncidentOpened' || !closed) throw new Error(`${scenario} opened or closed no incident`)
  const start = events.slice(0, opening).reduce<Ship>(evolve, whole)
  return {
    schema: 'bulkhead/recording@1',
    incident: {
      ...{ id: opened.incident, ship: plan.file.id, kind: opened.kind, name: opened.name, imported: false },
      ...{ openedSeq: opened.seq, openedAt: opened.at, openedWall: WALL },
      ...{ closedSeq: closed.seq, closedAt: closed.at },
    },
    ...{ sight: 'truth', untilMs: closed.at, planned: plannedOf(start, 'all'), definition: plan.file },
    start: { seq: start.seq, at: opened.at, state: stateOf(start) },
    events: events.slice(opening, closing + 1),
    notes: [],
  }
}
