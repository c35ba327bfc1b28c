import { alarms } from './apply/alarms.ts'
import { casualties } from './apply/casualties.ts'
import { crews } from './apply/crews.ts'
import { hull } from './apply/hull.ts'
import { record } from './apply/record.ts'
import { systems } from './apply/systems.ts'
import type { FactOf, Fact, ShipEvent } from './events.ts'
import type { Ship, ShipState } from './state.ts'

/** What one kind of event changes. It copies what the event says: no dice, no judgement. */
export type Apply<Type extends Fact['type']> = (
  ship: Ship,
  event: FactOf<Type> & { readonly seq: number; readonly at: number },
) => Partial<ShipState>
export type Applies<Type extends Fact['type']> = { readonly [T in Type]: Apply<T> }

const APPLY: Applies<Fact['type']> = { ...record, ...hull, ...systems, ...crews, ...casualties, ...alarms }

/** The ship after an event. */
export const evolve = (ship: Ship, event: ShipEvent): Ship => {
  const apply = APPLY[event.type] as Apply<typeof event.type>
  return { ...ship, ...apply(ship, event as never), seq: event.seq, at: event.at }
}

export const fold = (ship: Ship, events: Iterable<ShipEvent>): Ship => {
  let now = ship
  for (const event of events) now = evolve(now, event)
  return now
}
