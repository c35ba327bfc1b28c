import type { EventOf, Fact } from '../events.ts'
import { kpaReachedAt, pressureAt } from '../formula.ts'
import { NOTHING } from '../law.ts'
import type { Fire, Ship } from '../state.ts'

/** A fire dies when so little is left of the ship's own pressure. Invented: about the air at 7,000 m. */
const LEAST_SHARE = 0.4

const leastKpa = (ship: Ship): number => LEAST_SHARE * ship.plan.file.atmosphere.kpa

/** Whether there is air enough in a compartment for a fire, at a time under the present formula. [FIR8] */
export const canBurn = (ship: Ship, compartment: string, at: number): boolean =>
  pressureAt(ship, compartment, at) > leastKpa(ship)

/** From when on a compartment into which air comes back has enough for a fire, ms; 0 where it has had it all along. */
export const airFrom = (ship: Ship, compartment: string): number => {
  const air = ship.air[compartment]
  const reached = air?.flow.kind === 'filling' ? kpaReachedAt(air, leastKpa(ship)) : null
  return reached === null ? 0 : reached + 1 // just above it, not at it
}

export const diesAt = (ship: Ship, { compartment }: Fire): number | null => {
  const air = ship.air[compartment]
  return air?.flow.kind === 'venting' ? kpaReachedAt(air, leastKpa(ship)) : null
}

export const smothered = ({ compartment }: { readonly compartment: string }): readonly Fact[] => [
  { type: 'FireOut', compartment, because: 'no-air' },
]

/** Fires whose air is gone from one instant to the next: mixed with none, or none to begin with. */
export const smotheredFacts = (ship: Ship, event: EventOf<'FireStarted' | 'AirFlowChanged'>): readonly Fact[] => {
  const places = event.type === 'FireStarted' ? [event] : event.readings
  return places.flatMap(({ compartment }) =>
    compartment in ship.fires && !canBurn(ship, compartment, ship.at) ? smothered({ compartment }) : NOTHING,
  )
}
