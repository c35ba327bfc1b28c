import type { CasualtyCourse, CrewUse } from '#shared/review/parts/people.ts'
import type { HazardCourse } from '#shared/review/parts/hazards.ts'
import type { Review } from '#shared/review/review.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { alarmName } from '#shared/ship/views/alarm-name.ts'
import { CASUALTY_STATUS, crewName, INJURY, placeName, systemName, taskName, TRIAGE } from '#shared/ship/views/words.ts'
import type { Sheet } from '../panels/sheet.ts'
import { between, tenth, timeOr } from './figures.ts'

/** What a table of the review needs beside it: names, and where an instant is played. */
export interface Told {
  readonly plan: Plan
  readonly review: Review
  readonly hrefAt: (at: number) => string
}

const momentIn = ({ review, hrefAt }: Told, at: number) => ({
  text: timeOr(at - review.incident.fromMs),
  href: hrefAt(at),
})

const crewOf = (plan: Plan, { crew }: HazardCourse): string => (crew === null ? 'Nobody' : crewName(plan, crew))

const hazards = (told: Told): Sheet => ({
  title: 'Hazards, one by one',
  columns: ['What', 'Where', 'Began', 'Reported', 'Dispatched', 'At work', 'Contained', 'Restored', 'Crew', 'No crew'],
  rows: told.review.hazards.map((one) => [
    taskName(told.plan, one.task),
    placeName(told.plan, one.compartment),
    momentIn(told, one.beganAt),
    ...[one.reportedAt, one.dispatchedAt, one.workedAt, one.containedAt, one.restoredAt].map((at) =>
      timeOr(between(one.beganAt, at)),
    ),
    crewOf(told.plan, one),
    one.uncrewedCriticalMs > 0 ? timeOr(one.uncrewedCriticalMs) : '',
  ]),
  none: 'None',
})

const whoIs = ({ casualty, name }: CasualtyCourse): string => (name === null ? casualty : `${casualty} ${name}`)

const outcomeOf = ({ outcome, preventable }: CasualtyCourse): string =>
  CASUALTY_STATUS[outcome] + (preventable ? ', preventable' : '')

const casualties = (told: Told): Sheet => ({
  title: 'Casualties, one by one',
  columns: ['Who', 'Injury', 'Triage', 'Where', 'Reported', 'Triaged', 'Moved', 'In a bed', 'Treated', 'Outcome'],
  rows: told.review.casualties.map((one) => [
    whoIs(one),
    INJURY[one.injury],
    one.category === null ? 'Not triaged' : TRIAGE[one.category],
    placeName(told.plan, one.compartment),
    momentIn(told, one.reportedAt),
    ...[one.triagedAt, one.movedAt, one.beddedAt, one.treatedAt].map((at) => timeOr(between(one.reportedAt, at))),
    outcomeOf(one),
  ]),
  none: 'Nobody was hurt',
})

const fatigueOf = ({ redMs, amberMs }: CrewUse): string =>
  [redMs > 0 && `worn out ${timeOr(redMs)}`, amberMs > 0 && `tired ${timeOr(amberMs)}`].filter(Boolean).join(', ')

const crews = ({ review }: Told): Sheet => ({
  title: 'Crews',
  columns: ['Crew', 'In use', 'En route', 'On scene', 'Working', 'Returning', 'Sent', 'Recalled', 'Halted', 'Fatigue'],
  rows: review.crews.map((one) => [
    one.name,
    `${Math.round(one.usePercent)} %`,
    ...[one.enRouteMs, one.onSceneMs, one.workingMs, one.returningMs].map((ms) => timeOr(ms)),
    ...[one.dispatches, one.recalls, one.halts].map(String),
    fatigueOf(one),
  ]),
  none: 'She has no crews',
})

const capabilities = ({ review }: Told): Sheet => ({
  title: 'Capabilities',
  columns: ['Capability', 'Below its best', 'Lost', 'Weight'],
  rows: review.capabilities
    .filter(({ belowTopMs }) => belowTopMs > 0)
    .map(({ name, belowTopMs, lostMs, weight }) => [name, timeOr(belowTopMs), timeOr(lostMs), String(weight)]),
  none: 'All were at their best throughout',
})

const boundaries = ({ plan, review }: Told): Sheet => ({
  title: 'Boundaries that did not hold',
  columns: ['Passage', 'Between', 'Open for'],
  rows: review.boundaries.worst.map(({ passage, openMs }) => [
    passage,
    plan.passages
      .get(passage)
      ?.between.map((id) => placeName(plan, id))
      .join(' – ') ?? '',
    timeOr(openMs),
  ]),
  none: 'All held',
})

const exposure = ({ plan, review }: Told): Sheet => ({
  title: 'Exposure, person-minutes',
  columns: ['Where', 'Thin air', 'Fire', 'Leak'],
  rows: review.exposure.compartments.map(({ compartment, thinAirMinutes, fireMinutes, leakMinutes }) => [
    placeName(plan, compartment),
    ...[thinAirMinutes, fireMinutes, leakMinutes].map(tenth),
  ]),
  none: 'Nobody was exposed',
})

const power = ({ plan, review }: Told): Sheet => ({
  title: 'Systems shed',
  columns: ['System', 'Times', 'Shed for'],
  rows: review.power.shed.map(({ system, times, shedMs }) => [systemName(plan, system), String(times), timeOr(shedMs)]),
  none: 'None',
})

const alarms = ({ plan, review }: Told): Sheet => ({
  title: 'Alarms raised most often',
  columns: ['Alarm', 'Times', 'Share'],
  rows: review.alarms.offenders.map(({ alarm, times, sharePercent }) => [
    alarmName(plan, alarm),
    String(times),
    `${Math.round(sharePercent)} %`,
  ]),
  none: 'None was raised',
})

/** The tables behind the figures: who and what, one by one. */
export const sheetsOf = (told: Told): readonly Sheet[] =>
  [hazards, casualties, crews, capabilities, boundaries, exposure, power, alarms].map((sheet) => sheet(told))
