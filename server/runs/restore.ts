import type { EventLog } from '#db/eventLog.ts'
import { fold } from '#shared/ship/evolve.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { newShip, type Ship, shipFrom } from '#shared/ship/state.ts'

/** Events fetched at once while folding: the memory this takes does not depend on the length of the log. */
const PAGE = 5_000

/** The ship as of `seq` (null: as of now), from the newest snapshot before it and the events since. */
export const shipAsOf = (log: EventLog, id: string, plan: Plan, coreVersion: string, seq: number | null): Ship => {
  const last = seq ?? log.head(id)
  const snapshot = log.latestSnapshot(id, coreVersion, last)
  let ship = snapshot ? shipFrom(plan, snapshot.state) : newShip(plan)
  while (ship.seq < last) ship = fold(ship, log.events(id, ship.seq, Math.min(PAGE, last - ship.seq)))
  return ship
}
