import type { Fact, FactOf } from '../events.ts'
import type { Ship, ShipState } from '../state.ts'

/** What one kind of event changes. It copies what the event says: no dice, no judgement. */
export type Apply<Type extends Fact['type']> = (
  ship: Ship,
  event: FactOf<Type> & { readonly seq: number; readonly at: number },
) => Partial<ShipState>
export type Applies<Type extends Fact['type']> = { readonly [T in Type]: Apply<T> }
