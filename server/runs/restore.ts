import type { LogReader } from '#db/eventLog.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { evolve, fold, isFactType } from '#shared/ship/evolve.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { newShip, type Ship, shipFrom } from '#shared/ship/state.ts'
import { DoesNotFold } from './quarantine.ts'
import { atOnce, type Work } from './work.ts'

/** Events folded between two pauses: some ms of work, and memory that does not depend on the length of the log. */
const PAGE = 250

/** The ship as of `seq` (null: as of now), from the newest snapshot before it and the events since. Throws `DoesNotFold`. */
export const shipAsOf = (log: LogReader, id: string, plan: Plan, coreVersion: string, seq: number | null): Ship =>
  atOnce(restoring(log, id, plan, coreVersion, seq ?? log.head(id)))

/** The same, with pauses. */
export function* restoring(log: LogReader, id: string, plan: Plan, coreVersion: string, seq: number): Work<Ship> {
  const snapshot = log.latestSnapshot(id, coreVersion, seq)
  return yield* folding(log, id, snapshot ? shipFrom(plan, snapshot.state) : newShip(plan), seq)
}

/** That ship, and what the log says of her since, up to `seq`. */
export function* folding(log: LogReader, id: string, from: Ship, seq: number): Work<Ship> {
  let ship = from
  while (ship.seq < seq) {
    ship = foldTexts(ship, log.eventsJson(id, ship.seq, Math.min(PAGE, seq - ship.seq)))
    yield
  }
  return ship
}

const foldTexts = (ship: Ship, texts: readonly string[]): Ship => {
  try {
    const events = texts.map((text) => JSON.parse(text) as RecordedEvent)
    if (events.every(({ type }) => isFactType(type))) return fold(ship, events)
  } catch {
    // One of them it was: which, is found one by one.
  }
  return texts.reduce(foldOne, ship)
}

const foldOne = (ship: Ship, text: string): Ship => {
  let reason = 'it is not the text of an event'
  try {
    const event = JSON.parse(text) as RecordedEvent
    reason = 'its type is not known to this version'
    if (!isFactType(event.type)) throw new TypeError(`There is no event ${String(event.type)}`)
    reason = 'it does not go with what was before it'
    return evolve(ship, event)
  } catch (cause) {
    throw new DoesNotFold(ship.seq + 1, reason, cause)
  }
}
