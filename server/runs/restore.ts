import type { EventLog } from '#db/eventLog.ts'
import { fold } from '#shared/ship/evolve.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { newShip, type Ship, shipFrom } from '#shared/ship/state.ts'
import { atOnce, type Work } from './work.ts'

/** Events folded between two pauses: some ms of work, and memory that does not depend on the length of the log. */
const PAGE = 250

/** The ship as of `seq` (null: as of now), from the newest snapshot before it and the events since. */
export const shipAsOf = (log: EventLog, id: string, plan: Plan, coreVersion: string, seq: number | null): Ship =>
  atOnce(restoring(log, id, plan, coreVersion, seq ?? log.head(id)))

/** The same, with pauses. */
export function* restoring(log: EventLog, id: string, plan: Plan, coreVersion: string, seq: number): Work<Ship> {
  const snapshot = log.latestSnapshot(id, coreVersion, seq)
  let ship = snapshot ? shipFrom(plan, snapshot.state) : newShip(plan)
  while (ship.seq < seq) {
    ship = fold(ship, log.events(id, ship.seq, Math.min(PAGE, seq - ship.seq)))
    yield
  }
  return ship
}
