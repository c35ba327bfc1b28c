import { performanceAt } from '../formula.ts'
import type { Ship } from '../state.ts'

/**
 * Coverage of a compartment: it is lost when the internal sensors fall below this, %, drawn from its id so that coverage
 * shrinks compartment by compartment, in the same order every time. Invented.
 */
const neededPercent = (compartment: string): number => {
  let hash = 7
  for (let i = 0; i < compartment.length; i++) hash = (hash * 31 + compartment.charCodeAt(i)) % 97
  return 5 + (hash * 90) / 97
}

/** Whether a working internal sensor sees a compartment. A ship without sensors in her file is taken to see everything. [KNO1] */
export const isSensed = (ship: Ship, compartment: string): boolean => {
  const { sensors } = ship.plan.file
  return !sensors || performanceAt(ship, sensors.system, ship.at) >= neededPercent(compartment)
}

/** Whether whoever ought to know is told what happens in a compartment: by a sensor, or by a crew that is there. [KNO1] */
export const isSeen = (ship: Ship, compartment: string): boolean =>
  isSensed(ship, compartment) ||
  Object.values(ship.crews).some((crew) => crew.compartment === compartment && crew.route.length === 0)
