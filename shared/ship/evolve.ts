import { alarms } from './apply/alarms.ts'
import { casualties } from './apply/casualties.ts'
import { crews } from './apply/crews.ts'
import { hazards } from './apply/hazards.ts'
import { hull } from './apply/hull.ts'
import { knowledge } from './apply/knowledge.ts'
import { record } from './apply/record.ts'
import { systems } from './apply/systems.ts'
import type { Applies } from './apply/applies.ts'
import type { Fact, ShipEvent } from './events.ts'
import { changedUnseen, isAllKnown } from './known.ts'
import type { Ship, ShipState } from './state.ts'

const APPLY: Applies<Fact['type']> = {
  ...record,
  ...hull,
  ...hazards,
  ...systems,
  ...crews,
  ...casualties,
  ...alarms,
  ...knowledge,
}

// The table pairs each type with its own kind of event, which indexing by a union cannot say.
const change = (ship: Ship, event: ShipEvent): Partial<ShipState> =>
  (APPLY[event.type] as (ship: Ship, event: ShipEvent) => Partial<ShipState>)(ship, event)

/** Whether an event of that name can be folded: what comes in a file may be called anything. */
export const isFactType = (type: string): type is Fact['type'] => Object.hasOwn(APPLY, type)

/** The ship after an event. */
export const evolve = (ship: Ship, event: ShipEvent): Ship => {
  const { seq, at } = event
  const inSight = !event.hides && isAllKnown(ship)
  return { ...ship, ...(inSight ? change(ship, event) : changedUnseen(ship, event, change)), seq, at }
}

export const fold = (ship: Ship, events: Iterable<ShipEvent>): Ship => {
  let now = ship
  for (const event of events) now = evolve(now, event)
  return now
}
