import type { Script } from '../ship/commands.ts'
import type { RecordedEvent, Role } from '../ship/events.ts'
import { recordOf, seenOf, shown } from '../ship/known.ts'
import type { Casualty, Fate, Numbers, Revealed, RunningScenario, ShipState } from '../ship/state.ts'
import { seesAll } from './rights.ts'

/**
 * What a role may get. Hidden from everyone but the instructor: what nobody aboard knows of yet, the seed, what a casualty is
 * fated to, what the scenario still has in store, and how many of anything there have been. A hidden value is replaced by a
 * neutral one of the same shape, so that folding projected events onto a projected state gives the projection of the whole:
 * `project(fold(s, e)) = project(fold(project(s), project(e)))`. [KNO9]
 */
export const projectState = (state: ShipState, role: Role): ShipState => (seesAll(role) ? state : hideIn(shown(state)))

const hideIn = (state: ShipState): ShipState => ({
  ...state,
  seed: HIDDEN_SEED,
  numbers: hideNumbers(state.numbers),
  scenario: hideRest(state.scenario),
  casualties: mapValues(state.casualties, hideFate),
})

/**
 * An event as a role may have it: of the same seq, and empty where the role has yet to find it out. The very same object where
 * nothing is hidden, so that a sender can see that one text serves everybody.
 */
export const projectEvent = (event: RecordedEvent, role: Role): RecordedEvent => {
  if (seesAll(role)) return event
  const seen = seenOf(event)
  return seen ? hide(seen) : withheld(event)
}

/** Neither what happened nor who had a hand in it. */
const withheld = ({ seq, at, wall }: RecordedEvent): RecordedEvent => ({
  type: 'Withheld',
  ...{ seq, at, wall, cause: null, by: { role: 'ship', name: '' }, command: null },
})

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
    case 'PlaceRevealed':
      return { ...event, reveals: event.reveals.map(hideRevealed) }
    default:
      return event
  }
}

const hideScript = (script: Script): Script => ({
  ...script,
  seed: HIDDEN_SEED,
  injects: [],
  conditional: [],
  purpose: '',
  expected: [],
})

const hideRest = (scenario: RunningScenario | null): RunningScenario | null =>
  scenario && { ...scenario, injects: [], conditional: [], purpose: '', expected: [] }

/** Counts of what may be hidden; the ids that people use have their numbers all the same. */
const hideNumbers = (numbers: Numbers): Numbers => ({ ...numbers, breach: 0, fire: 0, casualty: 0 })

const hideRevealed = (revealed: Revealed): Revealed =>
  recordOf(revealed.key) === 'casualties' && revealed.now !== null
    ? { ...revealed, now: hideFate(revealed.now as Casualty) }
    : revealed

const hideFate = (casualty: Casualty): Casualty => ({ ...casualty, fate: HIDDEN_FATE })

const mapValues = <Value>(record: Readonly<Record<string, Value>>, change: (value: Value) => Value) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
