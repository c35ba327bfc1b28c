import type { LogReader } from '#db/eventLog.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { mayOrder } from '#shared/protocol/rights.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { checkScenario } from '#shared/scenario-file/check.ts'
import type { Command } from '#shared/ship/commands.ts'
import { notPermitted, problem } from '../problem.ts'
import type { Library } from '../library/library.ts'
import { handle } from '../runs/handle.ts'
import { digestOf, type Ruling, storedRuling } from '../runs/ruling.ts'
import type { ShipRun } from '../runs/shipRun.ts'
import type { Service } from '../service.ts'
import { actorOf, type Person, reaches } from './person.ts'

/**
 * The one way in for an order, from HTTP and sockets alike. `reply` is called once, when the answer is durable; never,
 * if the log breaks, as then nobody knows whether the order was carried out.
 */
export const order = (
  service: Service,
  shipId: string,
  sent: Command,
  by: Person,
  reply: (ruling: Ruling) => void,
): void => {
  const answer = (ruling: Ruling): void => {
    service.metrics.commands.inc({ outcome: ruling.ok ? 'ok' : ruling.error.code })
    reply(ruling)
  }
  if (service.closed()) return answer(DRAINING)
  const room = service.limits.overload.order()
  if (!room.ok) return answer(room)
  const found = service.ships.find(shipId)
  if (!found.ok) return answer(takenBefore(service.log, shipId, sent) ?? found)
  if (!mayOrder(by.role, sent.type)) return answer(err(notPermitted(by.role, sent.type)))
  const command = withScript(sent, found.value, service.library, by)
  if (!command.ok) return answer(command)
  handle(found.value, { sent, command: command.value, by: actorOf(by), reply: answer }, service)
}

/** What became of the same order earlier, of a ship that can take none now. Without events: not everybody may know them. */
const takenBefore = (log: LogReader, ship: string, sent: Command): Ruling | null => {
  const recorded = log.findCommand(ship, sent.id)
  if (recorded?.digest !== digestOf(sent)) return null
  const ruling = storedRuling(recorded.answer, log, ship)
  return ruling.ok ? ok({ ...ruling.value, events: [] }) : ruling
}

/**
 * A scenario is ordered by its id; what the core needs of it is put in here. One it does not know, the core refuses; so it does
 * one that is written for a ship that does not exist for whoever orders it.
 */
const withScript = (command: Command, { plan }: ShipRun, library: Library, by: Person): Result<Command, Problem> => {
  if (command.type !== 'StartScenario') return ok(command)
  const scenario = library.scenarios.get(command.scenario)
  if (!scenario || !reaches(by, scenario.file.ship)) return ok(command)
  const problems = checkScenario({ ...scenario.file, ship: plan.file.id }, plan) // a sister ship will do
  if (problems.length > 0) return err(problem('ScenarioDoesNotFit', DOES_NOT_FIT, { problems }))
  return ok({ ...command, script: scenario.script })
}

const DOES_NOT_FIT = 'The scenario is about things that this ship does not have'
const DRAINING: Ruling = err(problem('Draining', 'The server is stopping. Give the order again once it is back'))
