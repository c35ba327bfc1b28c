import { setImmediate as turn } from 'node:timers/promises'
import type { LogReader } from '#db/eventLog.ts'
import { newShip } from '#shared/ship/state.ts'
import { folding } from './restore.ts'
import type { ShipRun } from './shipRun.ts'
import { inTurns } from './work.ts'

/**
 * Puts a ship right that runs on a wrong fold: folded anew from the beginning of her log, in pauses, in the first turn in which nothing
 * of her waits to be written. What was decided of the wrong one meanwhile has happened, and is folded too. Throws `DoesNotFold`.
 */
export const refold = async (run: ShipRun, log: LogReader): Promise<void> => {
  let ship = newShip(run.plan)
  while (ship.seq < run.durable.ship.seq || !run.isSettled) {
    await turn()
    ship = await inTurns(folding(log, run.id, ship, run.durable.ship.seq))
  }
  run.exchange(ship)
}
