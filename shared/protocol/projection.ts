import type { Script } from '../ship/commands.ts'
import type { RecordedEvent, Role } from '../ship/events.ts'
import type { Casualty, Fate, RunningScenario, ShipState } from '../ship/state.ts'
import { seesAll } from './rights.ts'

/**
 * What a role may get. Hidden from everyone but the instructor: the seed, what a casualty is fated to, and what the
 * scenario still has in store. A hidden value is replaced by a neutral one of the same shape, so that folding projected
 * events onto a projected state gives the projection of the whole: `project(fold(s, e)) = fold(project(s), project(e))`.
 */
export const projectState = (state: ShipState, role: Role): ShipState =>
  seesAll(role)
    ? state
    : {
        ...state,
        seed: HIDDEN_SEED,
        scenario: hideRest(state.scenario),
        casualties: mapValues(state.casualties, hideFate),
      }

/** The very same object where nothing is hidden, so that a sender can see that one text serves everybody. */
export const projectEvent = (event: RecordedEvent, role: Role): RecordedEvent => (seesAll(role) ? event : hide(event))

/** The seed of every ship that was never given one, so that a restored ship shows no other. */
const HIDDEN_SEED = 1

const HIDDEN_FATE: Fate = { severity: 'minimal', worsensAt: null, survivesTreatment: true }

const hide = (event: RecordedEvent): RecordedEvent => {
  switch (event.type) {
    case 'ScenarioStarted':
      return { ...event, seed: HIDDEN_SEED, script: hideScript(event.script) }
    case 'CasualtyReported':
    case 'CasualtyWorsened':
    case 'CasualtyTreated':
      return { ...event, fate: HIDDEN_FATE }
    default:
      return event
  }
}

const hideScript = (script: Script): Script => ({ ...script, seed: HIDDEN_SEED, injects: [], conditional: [] })

const hideRest = (scenario: RunningScenario | null): RunningScenario | null =>
  scenario && { ...scenario, injects: [], conditional: [] }

const hideFate = (casualty: Casualty): Casualty => ({ ...casualty, fate: HIDDEN_FATE })

const mapValues = <Value>(record: Readonly<Record<string, Value>>, change: (value: Value) => Value) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
