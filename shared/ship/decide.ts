import type { Received } from './commands.ts'
import type { ShipEvent } from './events.ts'
import type { Rejection } from './rejections.ts'
import { ok, type Result } from '../result.ts'
import { ruleOn } from './ruling.ts'
import type { Ship } from './state.ts'
import { type Step, unfold } from './unfold.ts'

/** What a command makes true, with all that follows from it at once, and the ship after it. She must stand at `at`. */
export const decided = (ship: Ship, { command, at }: Received): Result<Step, Rejection> => {
  const ruling = ruleOn({ ...ship, at }, command, at)
  return ruling.ok ? ok(unfold(ship, ruling.value, at)) : ruling
}

/** A command becomes events or a refusal. The ship must have been advanced to `at`. */
export const decide = (ship: Ship, received: Received): Result<readonly ShipEvent[], Rejection> => {
  const decision = decided(ship, received)
  return decision.ok ? ok(decision.value.events) : decision
}
