import type { KnowledgeFact } from '../facts/knowledge.ts'
import { DAMAGE_KIND, DISCOVERY, placeName } from '../views/words.ts'

import type { Lines } from './lines.ts'

export const knowledge: Lines<KnowledgeFact> = {
  DamageReported: (plan, event) =>
    `Report ${event.report}, ${placeName(plan, event.compartment)}: ${DAMAGE_KIND[event.what]}. ${event.text}`,
  ReportFollowedUp: (_plan, event) =>
    `Report ${event.report}: ${[event.extent, event.needs && `needs ${event.needs}`].filter(Boolean).join('; ')}`,
  ReportConfirmed: (_plan, event) => `Report ${event.report} confirmed`,
  ReportRefuted: (_plan, event) => `Report ${event.report}: nothing found`,
  PlaceRevealed: (plan, event) => `${placeName(plan, event.compartment)} seen ${DISCOVERY[event.how]}`,
}
