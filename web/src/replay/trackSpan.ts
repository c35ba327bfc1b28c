import type { Span } from '../ui/timeline.ts'

/** The part of a recording that the track shows: its whole, or a part one has zoomed into. */

const LEAST_MS = 2_000

const within = (startMs: number, lengthMs: number, whole: Span): Span => {
  const start = Math.max(whole.startMs, Math.min(whole.endMs - lengthMs, startMs))
  return { startMs: start, endMs: start + lengthMs }
}

/** `factor` times as much as is shown, with one instant staying where it stands on the track. */
export const zoomed = ({ startMs, endMs }: Span, whole: Span, factor: number, aroundMs: number): Span => {
  const length = endMs - startMs
  if (length <= 0) return whole
  const wanted = Math.min(whole.endMs - whole.startMs, Math.max(LEAST_MS, length * factor))
  const around = Math.min(endMs, Math.max(startMs, aroundMs))
  return within(around - ((around - startMs) / length) * wanted, wanted, whole)
}

/** Moved by a share of what is shown. */
export const panned = ({ startMs, endMs }: Span, whole: Span, share: number): Span =>
  within(startMs + share * (endMs - startMs), endMs - startMs, whole)

/** Turned like a page when the instant has left it. */
export const following = (span: Span, whole: Span, atMs: number): Span => {
  const { startMs, endMs } = span
  if (atMs >= startMs && atMs <= endMs) return span
  const length = endMs - startMs
  return within(atMs > endMs ? atMs : atMs - length, length, whole)
}

/** A stretch with a little air around it. */
export const fitting = ({ startMs, endMs }: Span, whole: Span): Span => {
  const air = (endMs - startMs) * 0.05
  const length = Math.min(whole.endMs - whole.startMs, Math.max(LEAST_MS, endMs - startMs + 2 * air))
  return within((startMs + endMs - length) / 2, length, whole)
}
