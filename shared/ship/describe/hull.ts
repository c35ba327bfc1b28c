import type { HullFact } from '../facts/hull.ts'
import type { Plan } from '../plan.ts'
import { percentWords, placeName, powerWords } from '../views/words.ts'

import type { Lines } from './lines.ts'

export const hull: Lines<HullFact> = {
  HitInflicted: (plan, event) =>
    `Hit ${event.hit} at ${placeName(plan, event.compartment)}: ${Math.round(event.energyMj)} MJ, shields took ${percentWords(event.absorbedPercent)}`,
  BreachOpened: (plan, event) =>
    `Breach ${event.breach} open in ${placeName(plan, event.compartment)}, ${event.areaM2.toFixed(2)} m²`,
  BreachSealed: (plan, event) => `Breach ${event.breach} sealed in ${placeName(plan, event.compartment)}`,
  AirFlowChanged: (plan, event) => airLine(plan, event),
  AirThinned: (plan, event) => `Air thin in ${placeName(plan, event.compartment)}, ${Math.round(event.kpa)} kPa`,
  AirRestored: (plan, event) => `Air restored in ${placeName(plan, event.compartment)}`,
  PeopleOvercome: (plan, event) => `${event.count} overcome by thin air in ${placeName(plan, event.compartment)}`,
  ForceFieldRaised: (plan, event) =>
    `Force field raised at ${placeName(plan, event.compartment)}, ${powerWords(event.drawMw)}`,
  ForceFieldLowered: (plan, event) => `Force field lowered at ${placeName(plan, event.compartment)}`,
  ForceFieldFailed: (plan, event) => `Force field failed at ${placeName(plan, event.compartment)}: ${event.reason}`,
  PassageSealed: (_plan, event) => `Passage ${event.passage} sealed`,
  PassageOpened: (_plan, event) => `Passage ${event.passage} open`,
  PassageJammed: (_plan, event) => `Passage ${event.passage} jammed`,
  PassageFreed: (_plan, event) => `Passage ${event.passage} freed`,
  BreachWidened: (plan, event) =>
    `Breach ${event.breach} tears to ${event.areaM2.toFixed(2)} m² in ${placeName(plan, event.compartment)}`,
  HullStrained: () => 'Hull without its integrity field',
  HullRelieved: () => 'Integrity field holds the hull again',
  VentOpened: (plan, event) => `${placeName(plan, event.compartment)} opened to space`,
  VentClosed: (plan, event) => `${placeName(plan, event.compartment)} closed to space again`,
}

const airLine = (plan: Plan, { readings, flow }: Extract<HullFact, { type: 'AirFlowChanged' }>): string => {
  const places = readings.map(({ compartment }) => placeName(plan, compartment)).join(', ')
  const words = { venting: 'Air venting from', filling: 'Air coming back in', still: 'Air steady in' } as const
  return `${words[flow.kind]} ${places}`
}
