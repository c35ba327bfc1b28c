import type { Series } from './parts/course.ts'
import { FIGURES, type Figure } from './compared-figures.ts'
import { type HazardPair, pairHazards } from './hazard-pairs.ts'
import type { Review } from './review.ts'

/** Two runs side by side, each told from its first hit on: their instants are ms since then. */
export interface Comparison {
  readonly a: ComparedRun
  readonly b: ComparedRun
  readonly rows: readonly ComparisonRow[]
  /** The same hazard in both runs, in the order in which it first began. */
  readonly hazards: readonly HazardPair[]
}

export interface ComparedRun {
  readonly incident: string
  readonly shipName: string
  readonly name: string
  /** Mission time, ms; the opening, of an incident without a hit. */
  readonly firstHitAt: number
  readonly series: Series
}

export interface ComparisonRow {
  readonly figure: string
  readonly unit: Figure['unit']
  /** Null: there is none. */
  readonly a: number | null
  readonly b: number | null
  /** b − a. */
  readonly difference: number | null
  /** The run that did better; null: neither, or the figure says nothing of that. */
  readonly better: 'a' | 'b' | null
}

const firstHitOf = ({ timeline, incident }: Review): number =>
  timeline.find(({ kind }) => kind === 'hit')?.at ?? incident.fromMs

const runOf = (review: Review): ComparedRun => {
  const { incident, series } = review
  const firstHitAt = firstHitOf(review)
  return {
    incident: incident.id,
    shipName: incident.shipName,
    name: incident.name,
    firstHitAt,
    series: { ...series, at: series.at.map((at) => at - firstHitAt) },
  }
}

const betterOf = (difference: number | null, wanted: Figure['wanted']): ComparisonRow['better'] => {
  if (difference === null || difference === 0 || wanted === null) return null
  return difference > 0 === (wanted === 'more') ? 'b' : 'a'
}

const rowOf = ({ figure, unit, wanted, of }: Figure, a: Review, b: Review): ComparisonRow => {
  const [ofA, ofB] = [of(a), of(b)]
  const difference = ofA === null || ofB === null ? null : ofB - ofA
  return { figure, unit, a: ofA, b: ofB, difference, better: betterOf(difference, wanted) }
}

/** [REV31] */
export const compareReviews = (a: Review, b: Review): Comparison => {
  const runs = { a: runOf(a), b: runOf(b) }
  return {
    ...runs,
    rows: FIGURES.map((figure) => rowOf(figure, a, b)),
    hazards: pairHazards(
      { hazards: a.hazards, firstHitAt: runs.a.firstHitAt },
      { hazards: b.hazards, firstHitAt: runs.b.firstHitAt },
    ),
  }
}
