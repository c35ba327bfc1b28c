import type { Ship } from './state.ts'

/** People in a compartment who are neither crews nor casualties. */
export const peopleIn = (ship: Ship, compartment: string): number =>
  ship.people[compartment] ?? ship.plan.compartments.get(compartment)?.people ?? 0
