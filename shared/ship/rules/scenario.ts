import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { LIMITS, within } from '../limits.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'
import { incidentOpened } from './record.ts'

const closing = (ship: Ship): readonly Fact[] =>
  ship.incident ? [{ type: 'IncidentClosed', incident: ship.incident.id }] : []

/** [SCN1] A scenario begins on a whole ship, with its own seed, and opens the incident it will be reviewed by. */
export const startScenario = (ship: Ship, order: Extract<Order, { type: 'StartScenario' }>): Ruling => {
  const { scenario, script, seed } = order
  if (!script) return err({ code: 'UnknownThing', what: 'scenario', id: scenario })
  const drawn = within('seed', seed ?? script.seed, LIMITS.seed)
  if (!drawn.ok) return drawn
  if (ship.scenario) return err({ code: 'ScenarioRunning', scenario: ship.scenario.id })
  return ok([
    ...closing(ship),
    { type: 'ScenarioStarted', scenario, seed: drawn.value, script },
    incidentOpened(ship, script.kind, script.name),
  ])
}

/** It closes the incident that it opened, and no other that somebody has opened since. */
export const scenarioEnded = (ship: Ship): readonly Fact[] => {
  const { scenario, incident } = ship
  if (!scenario) return []
  const ended: Fact = { type: 'ScenarioEnded', scenario: scenario.id }
  return incident?.openedAt === scenario.startedAt ? [ended, ...closing(ship)] : [ended]
}

/** A restoration puts an end to a scenario, too. */
export const restoreShip = (ship: Ship): Ruling => ok([...scenarioEnded(ship), { type: 'ShipRestored' }])

export const stopScenario = (ship: Ship): Ruling => {
  const ended = scenarioEnded(ship)
  return ended.length > 0 ? ok(ended) : err({ code: 'NoScenarioRunning' })
}
