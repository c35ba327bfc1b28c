import type { Fact } from '../events.ts'
import { judge } from '../judge.ts'
import { type Due, type Law, NOTHING } from '../law.ts'
import { known } from '../records.ts'
import type { Condition, InjectAction } from '../commands.ts'
import type { RunningScenario, Ship } from '../state.ts'
import { scenarioEnded } from './scenario.ts'
import { announcedMode } from './systems.ts'

/** An inject has somebody come to harm; nobody has told of it yet. [KNO2] */
const untold = (fact: Fact): Fact => {
  if (fact.type !== 'CasualtyReported') return fact
  const { told: _told, ...harm } = fact
  return harm
}

/** What an inject does. A refused one is on record with its reason, and the scenario goes on. */
const run = (ship: Ship, action: InjectAction, at: number) => {
  if ('say' in action) return { say: action.say, refused: null, facts: NOTHING }
  const ruling = judge(ship, action.do, at)
  return ruling.ok
    ? { say: null, refused: null, facts: ruling.value.map(untold) }
    : { say: null, refused: ruling.error.code, facts: NOTHING }
}

const timedAt = ({ startedAt, injects, next }: RunningScenario): number | null => {
  const inject = injects[next]
  return inject ? startedAt + inject.at : null
}

const holds = (ship: Ship, when: Condition): boolean => {
  if ('capability' in when) {
    const capability = ship.plan.capabilities.get(when.capability)
    return capability !== undefined && announcedMode(ship, capability) === when.mode
  }
  if ('alarms' in when) return Object.keys(ship.alarms).length >= when.alarms
  if ('casualties' in when) return Object.keys(ship.casualties).length >= when.casualties
  const open = Object.keys(ship.breaches).length
  return 'breaches' in when ? open >= when.breaches : open === 0 && ship.numbers.breach > 0
}

const heldIndex = (ship: Ship, { conditional }: RunningScenario): number =>
  conditional.findIndex(({ when }) => holds(ship, when))

/** A condition is looked at when all that follows from an event has happened, so that no inject falls into the middle of it. */
const due = (ship: Ship): Due | null => {
  const { scenario } = ship
  if (!scenario) return null
  const held = heldIndex(ship, scenario) < 0 ? null : ship.at
  const times = [held, timedAt(scenario), scenario.endsAt].filter((at) => at !== null)
  return times.length === 0 ? null : { at: Math.min(...times), id: 'scenario' }
}

const fall = (ship: Ship, { at }: Due): readonly Fact[] => {
  const scenario = known(ship.scenario ?? undefined, 'scenario')
  const held = heldIndex(ship, scenario)
  if (held >= 0) {
    const { say, refused, facts } = run(ship, known(scenario.conditional[held], 'inject'), at)
    return [{ type: 'ConditionalInjectRun', index: held, say, refused }, ...facts]
  }
  const timed = timedAt(scenario)
  if (timed === null || timed > at) return scenarioEnded(ship)
  const { say, refused, facts } = run(ship, known(scenario.injects[scenario.next], 'inject'), at)
  return [{ type: 'InjectRun', index: scenario.next, say, refused }, ...facts]
}

/** [SCN1]–[SCN3] A scenario stands in the ship and goes on with her time. */
export const injects: Law = { due, fall }
