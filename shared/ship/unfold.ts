import type { Fact, ShipEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { onRecord } from './conceal.ts'
import { reactionsTo } from './laws.ts'
import type { Ship } from './state.ts'

export interface Step {
  readonly ship: Ship
  readonly events: readonly ShipEvent[]
}

/** More than this from one cause is a law that answers itself for ever. */
const MOST_EVENTS = 10_000

/**
 * Facts put in their place, each followed at once by what the laws make of it, and that by what follows in turn. The
 * first of the facts is what was ordered or fell due; the others follow from it. [TIM6]
 */
export const unfold = (ship: Ship, facts: readonly Fact[], at: number): Step => {
  const events: ShipEvent[] = []
  let now = ship
  const happen = (fact: Fact, cause: number | null): void => {
    if (events.length >= MOST_EVENTS) throw new Error(`no end to what follows from event ${ship.seq + 1}`)
    const recorded = onRecord(now, fact, at)
    if (!recorded) return
    const event: ShipEvent = { ...recorded, seq: now.seq + 1, at, cause }
    now = evolve(now, event)
    events.push(event)
    for (const reaction of reactionsTo(event.type)) {
      for (const consequence of reaction(now, event)) happen(consequence, event.seq)
    }
  }
  const firstSeq = ship.seq + 1
  for (const fact of facts) happen(fact, events.length === 0 ? null : firstSeq)
  return { ship: now, events }
}
