import type { ResponseMeasure } from '../ship/terms.ts'
import { MEASURE } from './measures.ts'
import type { Review } from './review.ts'

/** One figure that two runs are compared by. */
export interface Figure {
  readonly figure: string
  readonly unit: '' | 'ms' | '%' | 'MJ' | 'person-min'
  /** Of which a run that did better has more; null: it says nothing of that. */
  readonly wanted: 'less' | 'more' | null
  /** Null: this review has none. */
  readonly of: (review: Review) => number | null
}

const less = (figure: string, unit: Figure['unit'], of: Figure['of']): Figure => ({ figure, unit, wanted: 'less', of })
const more = (figure: string, unit: Figure['unit'], of: Figure['of']): Figure => ({ figure, unit, wanted: 'more', of })
const count = (figure: string, of: Figure['of']): Figure => ({ figure, unit: '', wanted: null, of })

const sum = <One>(list: readonly One[], of: (one: One) => number): number =>
  list.reduce((total, one) => total + of(one), 0)

const response = (measure: ResponseMeasure): Figure =>
  less(
    `${MEASURE[measure].name}, 90th percentile`,
    'ms',
    ({ responses }) => responses.find((one) => one.measure === measure)?.p90Ms ?? null,
  )

const MEASURES = Object.keys(MEASURE) as readonly ResponseMeasure[]

/** [REV31] In the order in which a debrief asks for them: what it cost, how soon, how well, with what. */
export const FIGURES: readonly Figure[] = [
  less('Harm', '', ({ harm }) => harm.total),
  less('Deaths', '', ({ harm }) => harm.deaths),
  less('Preventable deaths', '', ({ casualtyFlow }) => casualtyFlow.preventableDeaths),
  less('Untreated immediate time', 'ms', ({ casualtyFlow }) => casualtyFlow.untreatedImmediateMs),
  less('In thin air', 'person-min', ({ exposure }) => exposure.thinAirMinutes),
  less('With a fire', 'person-min', ({ exposure }) => exposure.fireMinutes),
  less('With a leak', 'person-min', ({ exposure }) => exposure.leakMinutes),
  less('Capabilities lost', 'ms', ({ capabilities }) => sum(capabilities, ({ lostMs }) => lostMs)),
  less('Casualties', '', ({ casualtyFlow }) => casualtyFlow.reported),
  less('Hazards', '', ({ counts }) => counts.hazards),
  less('Most hazards at once', '', ({ counts }) => counts.mostHazards),
  more('Least hull', '%', ({ counts }) => counts.leastHullPercent),
  less('Critical without a crew', 'ms', ({ uncrewedCritical }) => uncrewedCritical.totalMs),
  more('Boundaries held', '%', ({ boundaries }) => boundaries.percent),
  ...MEASURES.map(response),
  more('Expected actions in time', '', ({ planned }) =>
    planned.expected.length === 0 ? null : planned.expected.filter(({ met }) => met === true).length,
  ),
  less('Alarms never acknowledged', '', ({ alarms }) => alarms.neverAcknowledged),
  less('Most alarms waiting', '', ({ alarms }) => alarms.mostUnacknowledged),
  less('Crews worn out', 'ms', ({ crews }) => sum(crews, ({ redMs }) => redMs)),
  less('Drawn from the battery', 'MJ', ({ power }) => power.drawnMj),
  less('Systems shed', 'ms', ({ power }) => sum(power.shed, ({ shedMs }) => shedMs)),
  count('Hits', ({ counts }) => counts.hits),
  count('Reports', ({ counts }) => counts.reports),
  count('Orders', ({ counts }) => counts.orders),
  count('Crews sent', ({ crews }) => sum(crews, ({ dispatches }) => dispatches)),
]
