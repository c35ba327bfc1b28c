import type { HazardFact } from '../facts/hazards.ts'
import { FIRE_GROWTH, LEAK_KIND, obstacleWords, placeName, systemName } from '../views/words.ts'

import type { Lines } from './lines.ts'

export const hazards: Lines<HazardFact> = {
  FireStarted: (plan, event) =>
    `Fire in ${placeName(plan, event.compartment)}, growing ${FIRE_GROWTH[event.growth].toLowerCase()}`,
  FireHeatChanged: (plan, event) =>
    `Fire in ${placeName(plan, event.compartment)} at ${heatWords(event.kw)}, ${event.growing ? 'growing' : 'held'}`,
  FireFlashedOver: (plan, event) => `Flashover in ${placeName(plan, event.compartment)}, ${heatWords(event.kw)}`,
  FireBurned: (plan, event) => `Fire burns on in ${placeName(plan, event.compartment)}`,
  FireSuppressionStarted: (plan, event) => `Fire suppression at work in ${placeName(plan, event.compartment)}`,
  FireSuppressionStopped: (plan, event) => `Fire suppression stopped in ${placeName(plan, event.compartment)}`,
  FireOut: (plan, event) => `Fire out in ${placeName(plan, event.compartment)}: ${OUT[event.because]}`,
  LeakStarted: (plan, event) =>
    `${LEAK_KIND[event.kind]} leak in ${placeName(plan, event.compartment)} from ${systemName(plan, event.system)}`,
  LeakHarmed: (plan, event) => `${event.count} hurt by the leak in ${placeName(plan, event.compartment)}`,
  LeakStopped: (plan, event) => `Leak from ${systemName(plan, event.system)} stopped`,
  CoreThreatened: (_plan, event) => `Core breach risk ${Math.round(event.percent)} %, rising`,
  CoreSafe: () => 'Core breach averted',
  CoreEjected: () => 'Core ejected',
  CoreLost: () => 'Core lost',
  EvacuationOrdered: (plan, event) =>
    `${placeName(plan, event.compartment)} is evacuated to ${placeName(plan, event.to)}`,
  PeopleMoved: (plan, event) => `${event.count} out of ${placeName(plan, event.from)}, in ${placeName(plan, event.to)}`,
  PeopleTrapped: (plan, event) =>
    `People trapped in ${placeName(plan, event.compartment)}: ${obstacleWords(event.obstacle, event.obstacleState)}`,
  EvacuationResumed: (plan, event) =>
    `Evacuation of ${placeName(plan, event.compartment)} goes on to ${placeName(plan, event.to)}`,
  EvacuationEnded: (plan, event) => `Evacuation of ${placeName(plan, event.compartment)} ended`,
}

const OUT = { fought: 'put out', suppressed: 'suppressed', 'no-air': 'no air left' } as const

const heatWords = (kw: number): string => (kw < 1000 ? `${Math.round(kw)} kW` : `${(kw / 1000).toFixed(1)} MW`)
