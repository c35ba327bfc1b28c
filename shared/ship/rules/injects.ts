import type { Fact, ShipEvent } from '../events.ts'
import { judge } from '../judge.ts'
import { type Due, type Law, NOTHING } from '../law.ts'
import { known } from '../records.ts'
import type { Condition, InjectAction, Ship } from '../state.ts'
import { scenarioEnded } from './scenario.ts'
import { announcedMode } from './systems.ts'

/** What the next inject does. A refused one is on record with its reason, and the scenario goes on. */
const run = (ship: Ship, action: InjectAction, at: number) => {
  if ('say' in action) return { say: action.say, refused: null, facts: NOTHING }
  const ruling = judge(ship, action.do, at)
  return ruling.ok
    ? { say: null, refused: null, facts: ruling.value }
    : { say: null, refused: ruling.error.code, facts: NOTHING }
}

const nextAt = (ship: Ship): number | null => {
  const { scenario } = ship
  if (!scenario) return null
  const inject = scenario.injects[scenario.next]
  const at = inject ? scenario.startedAt + inject.at : null
  if (at === null || scenario.endsAt === null) return at ?? scenario.endsAt
  return Math.min(at, scenario.endsAt)
}

const due = (ship: Ship): Due | null => {
  const at = nextAt(ship)
  return at === null ? null : { at, id: 'scenario' }
}

const fall = (ship: Ship, { at }: Due): readonly Fact[] => {
  const scenario = known(ship.scenario ?? undefined, 'scenario')
  const inject = scenario.injects[scenario.next]
  if (!inject || scenario.startedAt + inject.at > at) return scenarioEnded(ship)
  const { say, refused, facts } = run(ship, inject, at)
  return [{ type: 'InjectRun', index: scenario.next, say, refused }, ...facts]
}

const holds = (ship: Ship, when: Condition): boolean => {
  if ('capability' in when) {
    const capability = ship.plan.capabilities.get(when.capability)
    return capability !== undefined && announcedMode(ship, capability) === when.mode
  }
  if ('alarms' in when) return Object.keys(ship.alarms).length >= when.alarms
  if ('casualties' in when) return Object.keys(ship.casualties).length >= when.casualties
  if ('breaches' in when) return Object.keys(ship.breaches).length >= when.breaches
  return Object.keys(ship.breaches).length === 0
}

/** [SCN3] A conditional inject runs once, at the first event after which its condition holds. */
const react = (ship: Ship, event: ShipEvent): readonly Fact[] => {
  const conditional = ship.scenario?.conditional
  if (!conditional?.length || event.type === 'ScenarioStarted') return NOTHING
  const index = conditional.findIndex(({ when }) => holds(ship, when))
  if (index < 0) return NOTHING
  const { say, refused, facts } = run(ship, known(conditional[index], 'inject'), ship.at)
  return [{ type: 'ConditionalInjectRun', index, say, refused }, ...facts]
}

/** [SCN1]–[SCN3] A scenario stands in the ship and goes on with her time. */
export const injects: Law = { due, fall, react }
