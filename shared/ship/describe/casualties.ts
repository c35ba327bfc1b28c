import type { CasualtyFact } from '../facts/casualties.ts'
import { CASUALTY_STATUS, INJURY, placeName, sickbayName, TRIAGE } from '../views/words.ts'

import type { Lines } from './lines.ts'

export const casualties: Lines<CasualtyFact> = {
  CasualtyReported: (plan, event) =>
    `Casualty ${event.casualty}${event.name ? ` ${event.name}` : ''} in ${placeName(plan, event.compartment)}: ${INJURY[event.injury]}`,
  CasualtyTriaged: (_plan, event) => `Casualty ${event.casualty}: ${TRIAGE[event.category]}`,
  CasualtyWorsened: (_plan, event) => `Casualty ${event.casualty} worse`,
  CasualtyMoved: (plan, event) =>
    `Casualty ${event.casualty} ${event.transport.by === 'beam' ? 'beamed' : 'carried'} to ${sickbayName(plan, event.transport.sickbay)}`,
  CasualtySetDown: (plan, event) => `Casualty ${event.casualty} set down in ${placeName(plan, event.compartment)}`,
  CasualtyBedded: (plan, event) => `Casualty ${event.casualty} in a bed, ${sickbayName(plan, event.sickbay)}`,
  TreatmentBegun: (_plan, event) => `Casualty ${event.casualty} under treatment`,
  CasualtyTreated: (_plan, event) =>
    `Casualty ${event.casualty}: ${event.treatment.treatment}, ${event.treatment.effect === 'none' ? 'no effect' : 'holding'}`,
  CasualtyStabilised: (_plan, event) => `Casualty ${event.casualty} stable`,
  CasualtyDied: (_plan, event) => `Casualty ${event.casualty} ${event.declared ? 'declared dead' : 'died'}`,
  CasualtyDischarged: (_plan, event) => `Casualty ${event.casualty}: ${CASUALTY_STATUS.discharged}`,
  TreatmentPlaceOrdered: (plan, event) => `${sickbayName(plan, event.sickbay)} is being set up`,
  TreatmentPlaceOpened: (plan, event) => `${sickbayName(plan, event.sickbay)} is open`,
}
