import type { IncidentSummary } from '../protocol/incidents.ts'
import type { RecordedEvent } from '../ship/events.ts'
import { stardateAt } from '../ship/stardate.ts'
import type { Ship } from '../ship/state.ts'
import { type Findable, findingsOf } from './findings.ts'
import { gaugesOf, harmedBy, standingBy } from './gauges.ts'
import { harmOf } from './harm.ts'
import { improvementsOf } from './improvements.ts'
import { objectivesOf } from './objectives.ts'
import type { Planned } from './parts/assessment.ts'
import { passageOf } from './passage.ts'
import { pinsOf } from './pins.ts'
import { casesOf } from './response-cases.ts'
import { responseTimes } from './responses.ts'
import type { Review, ReviewedIncident, Sight } from './review.ts'
import { instantsOf, seriesOf } from './series.ts'
import { standardsAfter } from './standards.ts'
import { isReviewWord, type ReviewWord } from './words-said.ts'

/** What a review starts from; all of it as its reader may have it. */
export interface ReviewStart {
  readonly incident: IncidentSummary
  /** Right before the opening event. */
  readonly ship: Ship
  /** Where the review ends: at the closing, or now while the incident is open; mission ms. */
  readonly untilMs: number
  readonly sight: Sight
  /** The plan before any of it happened. */
  readonly planned: Planned
}

/** A review on its way through a recording, which may come in slices. */
export interface ReviewFolding {
  /** The next events of the incident, in their order. */
  take(events: readonly RecordedEvent[]): void
  /** `words`: what was said of the incident outside its own events. */
  finish(words: readonly RecordedEvent[]): Review
}

const reviewed = ({ incident, ship, untilMs }: ReviewStart, events: number): ReviewedIncident => ({
  id: incident.id,
  ship: incident.ship,
  shipName: ship.plan.file.name,
  kind: incident.kind,
  name: incident.name,
  fromMs: incident.openedAt,
  untilMs,
  open: incident.closedAt === null,
  openedWall: incident.openedWall,
  stardate: stardateAt(ship.plan, incident.openedAt),
  events,
})

/** [REV1] */
export const startReview = (start: ReviewStart): ReviewFolding => {
  const { ship: opened, untilMs, sight } = start
  const fromMs = start.incident.openedAt
  const gauges = gaugesOf(opened, fromMs, start)
  const { series, look } = seriesOf((ship, atMs) => standingBy(gauges, ship, atMs))
  const passage = passageOf(opened, fromMs, Object.values(gauges), instantsOf(fromMs, untilMs), look)
  const saidMeanwhile: ReviewWord[] = []
  let count = 0
  return {
    take: (events) => {
      for (const event of events) {
        passage.take(event)
        if (isReviewWord(event)) saidMeanwhile.push(event)
      }
      count += events.length
    },
    finish: (words) => {
      passage.passTo(untilMs)
      const { ship } = passage
      const said = [...saidMeanwhile, ...words.filter(isReviewWord)].sort((a, b) => a.seq - b.seq)
      const hazards = gauges.hazards.read(ship, untilMs)
      const casualties = gauges.casualties.read(ship, untilMs)
      const answers = gauges.alarmAnswers.read(ship, untilMs)
      const expected = gauges.expected.read(ship, untilMs)
      const { moments, leftOut } = gauges.timeline.read(ship, untilMs)
      const findable: Findable = {
        schema: 'bulkhead/review@1',
        incident: reviewed(start, count),
        sight,
        planned: { ...start.planned, expected },
        counts: {
          ...gauges.counts.read(ship, untilMs),
          hazards: hazards.courses.length,
          mostHazards: gauges.hazards.tally.most,
        },
        harm: harmOf(harmedBy(gauges, ship, untilMs)),
        responses: responseTimes(standardsAfter(said), casesOf(hazards.courses, casualties, answers), untilMs),
        hazards: hazards.courses,
        uncrewedCritical: hazards.uncrewedCritical,
        boundaries: gauges.boundaries.read(ship, untilMs),
        exposure: gauges.exposure.read(ship, untilMs),
        casualties: casualties.courses,
        casualtyFlow: casualties.flow,
        crews: gauges.crews.read(ship, untilMs),
        power: gauges.power.read(ship, untilMs),
        alarms: gauges.alarms.read(ship, untilMs),
        capabilities: gauges.capabilities.read(ship, untilMs),
        series,
        timeline: moments,
        momentsLeftOut: leftOut,
        pins: pinsOf(said),
        objectives: objectivesOf(opened.plan, start.incident.id, expected, said),
        improvements: improvementsOf(start.incident.id, said),
      }
      return { ...findable, findings: findingsOf(opened.plan, findable) }
    },
  }
}

/** The review of a recording that is all there. */
export const reviewOf = (
  start: ReviewStart,
  events: readonly RecordedEvent[],
  words: readonly RecordedEvent[],
): Review => {
  const folding = startReview(start)
  folding.take(events)
  return folding.finish(words)
}
