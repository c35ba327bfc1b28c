import { countBefore } from './instants.ts'
import { SEVERITIES, type Severity } from './severity.ts'
import type { Span, TimelineMark } from './timeline.ts'

/**
 * Marks as the columns of a drawing have them, so that a million of them cost as much to draw as a hundred. Worked out
 * once for each zoom, not for each picture.
 */
export interface Columns {
  /** Rank of the gravest mark of each column, 0 where there is none. */
  readonly ranks: Uint8Array
  /** How many marks each column has. */
  readonly counts: Uint32Array
}

/** By rank. */
export const RANKED: readonly (Severity | null)[] = [null, ...SEVERITIES.toReversed()]

/** From 1 for a plain mark to 5 for a critical one. */
export const rankOf = (severity: Severity | null): number => RANKED.indexOf(severity) + 1

export const columnsOf = (marks: readonly TimelineMark[], { startMs, endMs }: Span, width: number): Columns => {
  const ranks = new Uint8Array(width)
  const counts = new Uint32Array(width)
  const scale = endMs > startMs ? width / (endMs - startMs) : 0
  for (let index = countBefore(marks, startMs); index < marks.length; index++) {
    const mark = marks[index]
    if (!mark || mark.at > endMs) break
    const column = Math.min(width - 1, Math.floor((mark.at - startMs) * scale))
    ranks[column] = Math.max(ranks[column] ?? 0, rankOf(mark.severity))
    counts[column] = (counts[column] ?? 0) + 1
  }
  return { ranks, counts }
}

/** Several lanes as one: the gravest of each column wins. */
export const together = (lanes: readonly Columns[], width: number): Columns => {
  const ranks = new Uint8Array(width)
  const counts = new Uint32Array(width)
  for (const lane of lanes)
    for (let column = 0; column < width; column++) {
      ranks[column] = Math.max(ranks[column] ?? 0, lane.ranks[column] ?? 0)
      counts[column] = (counts[column] ?? 0) + (lane.counts[column] ?? 0)
    }
  return { ranks, counts }
}
