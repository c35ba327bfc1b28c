import type { Ship } from '../state.ts'
import { airspaceOf, leakM2 } from './airspaces.ts'

/** [EVA2] Fire, thin air or air on its way out: nobody goes through who can get out some other way. */
export const isDeadly = (ship: Ship, compartment: string): boolean =>
  compartment in ship.fires || ship.air[compartment]?.thin === true || leakM2(ship, airspaceOf(ship, compartment)) > 0

/** Whether something that hurts leaks out there. */
export const hasLeak = (ship: Ship, compartment: string): boolean =>
  Object.values(ship.leaks).some((leak) => leak.compartment === compartment)

/** [EVA2] Whether people may be sent into a compartment to be out of harm’s way, and can get in. */
export const isSafe = (ship: Ship, compartment: string): boolean =>
  !isDeadly(ship, compartment) &&
  !hasLeak(ship, compartment) &&
  !(compartment in ship.fields) &&
  !(compartment in ship.evacuations)
