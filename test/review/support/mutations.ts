import type { Fact, FactOf, RecordedEvent } from '#shared/ship/events.ts'
import type { Attack } from './attacks.ts'

/** One event of a log told otherwise, and kinds of figures by which that must be seen. */
export interface Mutation {
  readonly name: string
  readonly of: (event: RecordedEvent) => boolean
  readonly told: (event: RecordedEvent) => RecordedEvent
  readonly shows: readonly string[]
}

const place = ({ seq, at, cause, wall, by, command }: RecordedEvent) => ({ seq, at, cause, wall, by, command })

/** It never happened. */
const left = (event: RecordedEvent): RecordedEvent => ({ ...place(event), type: 'LogRecorded', text: 'nothing' })

export const leftOut = (type: Fact['type'], ...shows: readonly string[]): Mutation => ({
  name: `no ${type}`,
  of: (event) => event.type === type,
  told: left,
  shows,
})

const otherwise = <Type extends Fact['type']>(
  type: Type,
  name: string,
  change: (fact: FactOf<Type>) => Partial<FactOf<Type>>,
  ...shows: readonly string[]
): Mutation => ({
  name: `${type} ${name}`,
  of: (event) => event.type === type,
  told: (event) => {
    // Objects to the compiler, which takes minutes to set one kind of event against all of them.
    const fact: unknown = event
    const changed: object = change(fact as FactOf<Type>)
    return Object.assign(structuredClone(event), changed)
  },
  shows,
})

/** Each is to be seen by figures of another kind. */
export const MUTATIONS: readonly Mutation[] = [
  leftOut('HitInflicted', 'counts.hits'),
  leftOut('DamageReported', 'counts.reports'),
  leftOut('BreachSealed', 'hazards.restoredAt', 'series.breach'),
  leftOut('ForceFieldRaised', 'hazards.containedAt'),
  leftOut('FireFlashedOver', 'hazards.criticalMs'),
  leftOut('CrewArrived', 'hazards.arrivedAt', 'responses.count'),
  leftOut('CrewDispatched', 'crews.dispatches', 'crew_segments.task'),
  leftOut('CasualtyDied', 'harm.total', 'casualty_flow.dead'),
  leftOut('CasualtyTriaged', 'casualties.triagedAt', 'responses.count'),
  leftOut('SystemShed', 'shed.times'),
  leftOut('AlarmAcknowledged', 'alarms.acknowledged', 'responses.count'),
  leftOut('AlarmFloodEnded', 'alarms.floodMs'),
  leftOut('CapabilityChanged', 'bands.mode', 'capabilities.belowTopMs'),
  otherwise('CrewFatigueChanged', 'higher', ({ minutes }) => ({ minutes: minutes + 90 }), 'crews.mostFatigueMinutes'),
  otherwise('PowerBalanceChanged', 'draining', () => ({ netMw: -50 }), 'power.drawnMj'),
  otherwise('PassageOpened', 'elsewhere', () => ({ passage: '' }), 'boundaries.openMs'),
  otherwise(
    'PeopleMoved',
    'by one more',
    ({ count }) => ({ count: count + 1 }),
    'exposure.thinAirMinutes',
    'harm.thinAirPart',
  ),
]

/** The log with the last such event of an incident told otherwise; null: there is none. */
export const mutated = ({ events, incident }: Attack, { of, told }: Mutation): readonly RecordedEvent[] | null => {
  const last = incident.closedSeq ?? events.length
  const index = events.findLastIndex((event) => event.seq >= incident.openedSeq && event.seq <= last && of(event))
  return index < 0 ? null : events.map((event, i) => (i === index ? told(event) : event))
}
