import type { Fact } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'
import { unfold } from '#shared/ship/unfold.ts'

/** A ship to which these facts have happened just now, with all that follows from them. */
export const having = (ship: Ship, ...facts: readonly Fact[]): Ship => unfold(ship, facts, ship.at).ship
