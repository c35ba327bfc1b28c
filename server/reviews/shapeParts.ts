import { type TProperties, type TSchema, Type } from 'typebox'

/** What the parts of a review look like from outside. Instants and durations are mission time in ms, but where a name says otherwise. */
export const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()])
export const all = <Members extends TProperties>(members: Members) => Type.Array(Type.Object(members))
export const numbers = (...names: readonly string[]): TProperties =>
  Object.fromEntries(names.map((name) => [name, Type.Number()]))
export const numbersOrNull = (...names: readonly string[]): TProperties =>
  Object.fromEntries(names.map((name) => [name, orNull(Type.Number())]))

const Text = Type.String()
const TextOrNull = orNull(Text)
const Ms = Type.Number()
const MsOrNull = orNull(Ms)

const Spans = all({ fromMs: Ms, untilMs: Ms })
const lists = (...names: readonly string[]) =>
  Type.Object(Object.fromEntries(names.map((name) => [name, Type.Array(Type.Number())])))

export const ExpectedCourse = Type.Object({
  order: Text,
  on: TextOrNull,
  dueAt: Ms,
  doneAt: MsOrNull,
  met: orNull(Type.Boolean()),
})

export const Responses = all({
  measure: Text,
  ...numbers('count', 'open'),
  ...numbersOrNull('medianMs', 'p90Ms', 'longestMs', 'withinPercent'),
  standard: Type.Object({
    measure: Text,
    withinS: orNull(Type.Number()),
    sharePercent: Type.Number(),
    source: Text,
  }),
  met: orNull(Type.Boolean()),
})

export const Hazards = all({
  task: Text,
  kind: Text,
  target: Text,
  compartment: Text,
  standing: Type.Boolean(),
  crew: TextOrNull,
  ...numbers('beganAt', 'criticalMs', 'uncrewedCriticalMs'),
  ...numbersOrNull('reportedAt', 'acknowledgedAt', 'dispatchedAt', 'departedAt', 'arrivedAt', 'workedAt'),
  ...numbersOrNull('containedAt', 'boundedAt', 'restoredAt'),
})

export const UncrewedCritical = Type.Object({ totalMs: Ms, spans: Spans })

export const Boundaries = Type.Object({
  ...numbersOrNull('percent'),
  ...numbers('boundaryMs', 'openMs'),
  worst: all({ passage: Text, openMs: Ms }),
})

const EXPOSURES = ['thinAirMinutes', 'fireMinutes', 'leakMinutes'] as const
export const Exposure = Type.Object({
  ...numbers(...EXPOSURES),
  compartments: all({ compartment: Text, ...numbers(...EXPOSURES) }),
})

export const Casualties = all({
  casualty: Text,
  name: TextOrNull,
  crew: TextOrNull,
  compartment: Text,
  injury: Text,
  category: TextOrNull,
  need: TextOrNull,
  standing: Type.Boolean(),
  outcome: Text,
  preventable: orNull(Type.Boolean()),
  ...numbers('reportedAt', 'untreatedImmediateMs'),
  ...numbersOrNull('triagedAt', 'movedAt', 'beddedAt', 'treatedAt', 'endedAt'),
})

export const CasualtyFlow = Type.Object({
  ...numbers('reported', 'triaged', 'bedded', 'stable', 'discharged', 'dead', 'untreatedImmediateMs'),
  ...numbersOrNull('preventableDeaths'),
})

export const Crews = all({
  crew: Text,
  name: Text,
  ...numbers('readyMs', 'enRouteMs', 'onSceneMs', 'workingMs', 'returningMs', 'usePercent', 'dispatches', 'recalls'),
  ...numbers('halts', 'mostFatigueMinutes', 'amberMs', 'redMs', 'hurt'),
  segments: all({ fromMs: Ms, untilMs: Ms, status: Text, task: TextOrNull }),
})

export const Power = Type.Object({
  ...numbers('deficitMs', 'drawnMj', 'leastBatteryMj'),
  ...numbersOrNull('leastBatteryPercent'),
  shed: all({ system: Text, ...numbers('times', 'shedMs') }),
})

export const Alarms = Type.Object({
  byPriority: Type.Object(numbers('critical', 'warning', 'caution', 'advisory')),
  ...numbers('raised', 'mostInMinute', 'mostUnacknowledged', 'acknowledged', 'neverAcknowledged', 'shelved'),
  ...numbers('floods', 'floodMs', 'standing'),
  offenders: all({ alarm: Text, ...numbers('times', 'sharePercent') }),
})

export const Capabilities = all({
  capability: Text,
  name: Text,
  ...numbers('weight', 'belowTopMs', 'lostMs'),
  bands: all({ fromMs: Ms, untilMs: Ms, mode: Text, name: Text, rank: Type.Number() }),
})

export const Series = Type.Object({
  at: Type.Array(Ms),
  harm: Type.Array(Type.Number()),
  hazards: lists('breach', 'fire', 'leak', 'passage', 'system'),
  casualties: lists('waiting', 'moving', 'inBed', 'dead'),
})
