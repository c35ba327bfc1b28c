import { Type } from 'typebox'
import type { Review as WholeReview } from '#shared/review/review.ts'
import { compiled } from '#shared/schema/compiled.ts'
import * as parts from './shapeParts.ts'
import { all, numbers, numbersOrNull, orNull } from './shapeParts.ts'

const Text = Type.String()
const Ms = Type.Number()

const Incident = Type.Object({
  id: Text,
  ship: Text,
  shipName: Text,
  kind: Text,
  name: Text,
  fromMs: Ms,
  untilMs: Type.Number({ description: 'its end; now, while it is open' }),
  open: Type.Boolean(),
  openedWall: Text,
  stardate: orNull(Type.Number()),
  events: Type.Number(),
})

const Planned = Type.Object({
  scenario: orNull(Text),
  name: Text,
  purpose: Text,
  seed: orNull(Type.Number({ description: 'null where it is hidden from the reader' })),
  injects: all({ at: orNull(Ms), text: Text }),
  expected: Type.Array(parts.ExpectedCourse),
})

/** Outside programs rely on these names. */
export const REVIEW_MEMBERS = {
  schema: Type.Literal('bulkhead/review@1'),
  incident: Incident,
  sight: Type.Enum(['truth', 'known'], { description: 'what was so, or what was known aboard' }),
  planned: Planned,
  counts: Type.Object(numbers('hits', 'orders', 'hazards', 'reports', 'leastHullPercent', 'mostHazards')),
  harm: Type.Object(numbers('deaths', 'total', 'deathsPart', 'untreatedPart', 'thinAirPart', 'capabilityPart')),
  responses: parts.Responses,
  hazards: parts.Hazards,
  uncrewedCritical: parts.UncrewedCritical,
  boundaries: parts.Boundaries,
  exposure: parts.Exposure,
  casualties: parts.Casualties,
  casualtyFlow: parts.CasualtyFlow,
  crews: parts.Crews,
  power: parts.Power,
  alarms: parts.Alarms,
  capabilities: parts.Capabilities,
  series: parts.Series,
  timeline: all({ at: Ms, seq: Type.Number(), kind: Text, text: Text, by: Text }),
  momentsLeftOut: Type.Number(),
  pins: all({ at: Ms, seq: Type.Number(), kind: Text, text: Text, by: Text }),
  findings: all({ kind: Text, ...numbersOrNull('at'), text: Text }),
  objectives: all({ objective: Text, text: Text, rating: orNull(Text), remark: orNull(Text), by: orNull(Text) }),
  improvements: all({ improvement: Text, text: Text, owner: Text, status: Text, by: Text }),
}

const validator = compiled(Type.Object(REVIEW_MEMBERS))

/** Whether every figure is a number and every text a text. */
export const isReview = (review: WholeReview): boolean => validator().Check(review)
