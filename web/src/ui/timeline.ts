import type { Condition } from './condition.ts'
import { SEVERITIES, type Severity } from './severity.ts'

/** Something that stands at an instant. Without a severity it is drawn as a plain trace. */
export interface TimelineMark {
  readonly atMs: number
  readonly severity: Severity | null
  readonly text: string
}

export interface TimelineLane {
  readonly name: string
  readonly marks: readonly TimelineMark[]
}

/** A stretch under one condition. */
export interface TimelineBand {
  readonly fromMs: number
  readonly toMs: number
  readonly condition: Condition
}

export interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** Width of the drawing; the screen stretches it. */
export const TRACK_WIDTH = 1000

/** Where an instant stands along the track, 0 to 1. */
export const shareAt = ({ startMs, endMs }: Span, atMs: number): number =>
  endMs <= startMs ? 0 : Math.min(1, Math.max(0, (atMs - startMs) / (endMs - startMs)))

const round = (value: number) => Math.round(value * 10) / 10

/** How much of a lane a mark fills: the graver the taller, so that colour is not the only sign. */
const TALL: Readonly<Record<Severity, number>> = { critical: 1, warning: 0.75, caution: 0.55, advisory: 0.35 }
const TALL_PLAIN = 0.55

/** The marks of a lane as one path for each severity they have, gravest last, so that it lies on top. */
export const markPaths = (
  span: Span,
  marks: readonly TimelineMark[],
  top: number,
  height: number,
): readonly { readonly severity: Severity | null; readonly path: string }[] =>
  [null, ...SEVERITIES.toReversed()]
    .map((severity) => {
      const tall = round(height * (severity ? TALL[severity] : TALL_PLAIN))
      const stroke = ({ atMs }: TimelineMark) =>
        `M${round(shareAt(span, atMs) * TRACK_WIDTH)} ${round(top + height - tall)}v${tall}`
      return {
        severity,
        path: marks
          .filter((mark) => mark.severity === severity)
          .map(stroke)
          .join(''),
      }
    })
    .filter(({ path }) => path !== '')

/** The mark nearest to an instant, if it is no further away than `withinMs`. */
export const nearestMark = (lanes: readonly TimelineLane[], atMs: number, withinMs: number): TimelineMark | null => {
  let nearest: TimelineMark | null = null
  let distance = withinMs
  for (const mark of lanes.flatMap(({ marks }) => marks)) {
    const away = Math.abs(mark.atMs - atMs)
    if (away > distance) continue
    nearest = mark
    distance = away
  }
  return nearest
}
