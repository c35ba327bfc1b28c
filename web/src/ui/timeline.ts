import type { Condition } from './condition.ts'
import { countBefore } from './instants.ts'
import type { Severity } from './severity.ts'

/** Something that stands at an instant. Without a severity it is drawn as a plain trace. */
export interface TimelineMark {
  readonly at: number
  readonly severity: Severity | null
  readonly text: string
}

export interface TimelineLane {
  readonly name: string
  /** In the order of time. */
  readonly marks: readonly TimelineMark[]
}

export interface Stretch {
  readonly fromMs: number
  readonly toMs: number
}

/** A stretch under one condition. */
export interface TimelineBand extends Stretch {
  readonly condition: Condition
}

/** All of the time there is, or the part of it that is drawn. */
export interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** Where an instant stands along the track, 0 to 1. */
export const shareAt = ({ startMs, endMs }: Span, atMs: number): number =>
  endMs <= startMs ? 0 : Math.min(1, Math.max(0, (atMs - startMs) / (endMs - startMs)))

/** The instant at a share of the track. */
export const instantAt = ({ startMs, endMs }: Span, share: number): number =>
  startMs + Math.min(1, Math.max(0, share)) * (endMs - startMs)

/** The mark nearest to an instant, if it is no further away than `withinMs`; of two as near, that of the upper lane. */
export const nearestMark = (lanes: readonly TimelineLane[], atMs: number, withinMs: number): TimelineMark | null => {
  const away = ({ at }: TimelineMark) => Math.abs(at - atMs)
  let nearest: TimelineMark | null = null
  for (const { marks } of lanes) {
    const next = countBefore(marks, atMs)
    for (const mark of [marks[next - 1], marks[next]])
      if (mark && away(mark) <= withinMs && (!nearest || away(mark) < away(nearest))) nearest = mark
  }
  return nearest
}
