import type { Ship } from '../ship/state.ts'
import { alarmAnswers } from './alarm-answers.ts'
import { alarmGauge } from './alarms.ts'
import { boundaryGauge } from './boundaries.ts'
import { capabilityGauge } from './capabilities.ts'
import { casualtyGauge } from './casualties.ts'
import { countsGauge } from './counts.ts'
import { crewGauge } from './crews.ts'
import { expectedGauge } from './expected.ts'
import { exposureGauge } from './exposure.ts'
import { harmOf, type Harmed } from './harm.ts'
import { hazardGauge } from './hazards.ts'
import type { Planned } from './parts/assessment.ts'
import { powerGauge } from './power.ts'
import type { Sight } from './review.ts'
import type { Standing } from './series.ts'
import { timelineGauge } from './timeline.ts'

/** All the instruments that go through a recording. */
export const gaugesOf = (
  start: Ship,
  fromMs: number,
  { sight, planned }: { readonly sight: Sight; readonly planned: Planned },
) => ({
  counts: countsGauge(start, fromMs),
  hazards: hazardGauge(start, fromMs),
  boundaries: boundaryGauge(start, fromMs),
  exposure: exposureGauge(start, fromMs),
  casualties: casualtyGauge(sight)(start, fromMs),
  crews: crewGauge(start, fromMs),
  power: powerGauge(start, fromMs),
  alarms: alarmGauge(start, fromMs),
  alarmAnswers: alarmAnswers(start, fromMs),
  capabilities: capabilityGauge(start, fromMs),
  expected: expectedGauge(planned.expected)(start, fromMs),
  timeline: timelineGauge(start),
})

export type Gauges = ReturnType<typeof gaugesOf>

export const harmedBy = (
  { casualties, exposure, capabilities }: Gauges,
  ship: Ship,
  atMs: number,
  { dead, untreatedImmediateMs } = casualties.tally(atMs),
): Harmed => ({
  deaths: dead,
  untreatedImmediateMs,
  thinAirMinutes: exposure.thinAirMinutes(ship, atMs),
  lostWeightMs: capabilities.lostWeightMs(atMs),
})

/** How things stand by then, for figures over time. */
export const standingBy = (gauges: Gauges, ship: Ship, atMs: number): Standing => {
  const casualties = gauges.casualties.tally(atMs)
  return {
    harm: harmOf(harmedBy(gauges, ship, atMs, casualties)).total,
    hazards: gauges.hazards.tally.standing,
    casualties,
  }
}
