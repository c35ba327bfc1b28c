import type { Alarm, AlarmCause, Ship } from '../state.ts'
import { alarmId } from '../alarm-id.ts'
import { SEVERITY_RANK } from './work.ts'

type CausesOf = (ship: Ship, alarm: Alarm) => readonly string[]

const here =
  (...causes: readonly AlarmCause[]): CausesOf =>
  (_ship, { compartment }) =>
    compartment === null ? [] : causes.map((cause) => alarmId({ cause, id: compartment }))

const systemOf = (id: string | null | undefined): readonly string[] =>
  typeof id === 'string' ? [alarmId({ cause: 'system', id })] : []

const leaksHere: CausesOf = ({ plan }, { compartment }) =>
  (plan.systemsIn.get(compartment ?? '') ?? []).map(({ id }) => alarmId({ cause: 'leak', id }))

const atEitherEnd: CausesOf = ({ plan }, { subject }) =>
  (plan.passages.get(subject ?? '')?.between ?? []).flatMap((id) =>
    (['breach', 'fire'] as const).map((cause) => alarmId({ cause, id })),
  )

const none: CausesOf = () => []

/**
 * What an alarm may be a consequence of, likeliest first:
 *
 *     thin air           breach here
 *     field failed       power short, the emitters' system, breach here
 *     fire               breach here of the same hit
 *     system             fire, breach here
 *     leak               its system
 *     passage            breach, fire at either end
 *     casualties         breach, fire, thin air, leak here
 *     report             breach, fire, thin air here
 *     hull strain        the system of the integrity field
 *
 * People trapped, the core, power, crews, supplies and beds each call for an order of their own and stand by themselves.
 */
const CAUSES: Readonly<Record<AlarmCause, CausesOf>> = {
  'thin-air': here('breach'),
  'field-failed': (ship, alarm) => [
    alarmId({ cause: 'power', id: 'ship' }),
    ...systemOf(ship.plan.file.forceFields?.system),
    ...here('breach')(ship, alarm),
  ],
  fire: (ship, alarm) => here('breach')(ship, alarm).filter((id) => isOneHit(ship.alarms[id], alarm)),
  system: here('fire', 'breach'),
  leak: (_ship, { subject }) => systemOf(subject),
  passage: atEitherEnd,
  casualties: (ship, alarm) => [...here('breach', 'fire', 'thin-air')(ship, alarm), ...leaksHere(ship, alarm)],
  report: here('breach', 'fire', 'thin-air'),
  'hull-strain': ({ plan }) => systemOf(plan.file.structure?.system),
  breach: none,
  trapped: none,
  core: none,
  power: none,
  crew: none,
  fatigue: none,
  supply: none,
  beds: none,
}

const isOneHit = (a: Alarm | undefined, b: Alarm): boolean => a !== undefined && a.hit !== null && a.hit === b.hit

/** A cause must stand, in sight, since before (or by the same hit), and be no less grave: nothing hides under less. */
const mayHide = (cause: Alarm, consequence: Alarm): boolean =>
  cause.state !== 'returned' &&
  cause.shelved === null &&
  (cause.sinceSeq < consequence.sinceSeq || isOneHit(cause, consequence)) &&
  SEVERITY_RANK[cause.priority] <= SEVERITY_RANK[consequence.priority]

/** [ALM11] The alarm under which this one is shown, since it follows from it; null: it stands by itself. */
export const causeOf = (ship: Ship, alarm: Alarm): Alarm | null => {
  for (const id of CAUSES[alarm.cause](ship, alarm)) {
    const cause = ship.alarms[id]
    if (cause && mayHide(cause, alarm)) return causeOf(ship, cause) ?? cause
  }
  return null
}
