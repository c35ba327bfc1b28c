import { performanceAt } from '../formula.ts'
import type { Ship } from '../state.ts'
import { fitIn } from '../people.ts'

/**
 * Coverage of a compartment: it is lost when the internal sensors fall below this, 5 to 95 %, drawn from its id (FNV-1a) so that
 * coverage shrinks compartment by compartment, in the same order every time. Invented.
 */
const neededPercent = (compartment: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < compartment.length; i++) hash = Math.imul(hash ^ compartment.charCodeAt(i), 0x01000193)
  return 5 + ((hash >>> 0) % 91)
}

/** Which compartments working internal sensors reach. A ship without sensors in her file is taken to see everything. [KNO1] */
export const sensorsReach = (ship: Ship, at: number): ((compartment: string) => boolean) => {
  const { sensors } = ship.plan.file
  if (!sensors) return () => true
  const percent = performanceAt(ship, sensors.system, at)
  return (compartment) => percent >= neededPercent(compartment)
}

/** Whether somebody of a crew is there and able to look round. [KNO1] */
export const isCrewIn = (ship: Ship, compartment: string): boolean => {
  for (const id in ship.crews) {
    const crew = ship.crews[id]
    if (crew?.compartment === compartment && crew.route.length === 0 && fitIn(ship, id) > 0) return true
  }
  return false
}

/** Whether whoever ought to know is told what happens in a compartment: by a sensor, or by a crew that is there. [KNO1] */
export const isSeen = (ship: Ship, compartment: string, at: number): boolean =>
  sensorsReach(ship, at)(compartment) || isCrewIn(ship, compartment)
