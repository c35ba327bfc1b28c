import type { Ship } from './state.ts'

/** People in a compartment who are neither crews nor casualties. */
export const peopleIn = (ship: Ship, compartment: string): number =>
  ship.people[compartment] ?? ship.plan.compartments.get(compartment)?.people ?? 0

/** Those with a crew now, fit or not: its own and whom it has been lent, less whom it has lent. */
export const peopleWith = (ship: Ship, crew: string): number =>
  (ship.plan.crews.get(crew)?.size ?? 0) + (ship.crews[crew]?.hands ?? 0)

/** Those of them who can work. */
export const fitIn = (ship: Ship, crew: string): number =>
  Math.max(0, peopleWith(ship, crew) - (ship.crews[crew]?.hurt ?? 0))
