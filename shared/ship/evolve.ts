import { alarms } from './apply/alarms.ts'
import { casualties } from './apply/casualties.ts'
import { crews } from './apply/crews.ts'
import { hull } from './apply/hull.ts'
import { record } from './apply/record.ts'
import { systems } from './apply/systems.ts'
import type { Applies } from './apply/applies.ts'
import type { Fact, ShipEvent } from './events.ts'
import type { Ship, ShipState } from './state.ts'

const APPLY: Applies<Fact['type']> = { ...record, ...hull, ...systems, ...crews, ...casualties, ...alarms }

/** The ship after an event. */
export const evolve = (ship: Ship, event: ShipEvent): Ship => {
  // The table pairs each type with its own kind of event, which indexing by a union cannot say.
  const apply = APPLY[event.type] as (ship: Ship, event: ShipEvent) => Partial<ShipState>
  return { ...ship, ...apply(ship, event), seq: event.seq, at: event.at }
}

export const fold = (ship: Ship, events: Iterable<ShipEvent>): Ship => {
  let now = ship
  for (const event of events) now = evolve(now, event)
  return now
}
