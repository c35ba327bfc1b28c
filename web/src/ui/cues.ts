import type { Severity } from './severity.ts'

export interface Note {
  /** From the beginning of the cue. */
  readonly atMs: number
  readonly ms: number
  readonly hz: number
  readonly shape: 'sine' | 'triangle'
}

/** What a severity sounds like, and after how long it sounds again while nobody has done anything; null: once is enough. */
export interface Cue {
  readonly notes: readonly Note[]
  readonly everyMs: number | null
}

const repeated = (times: number, hz: number, onMs: number, offMs: number, shape: Note['shape']): readonly Note[] =>
  Array.from({ length: times }, (_one, i) => ({ atMs: i * (onMs + offMs), ms: onMs, hz, shape }))

/** Told apart by number, pitch and timbre, as no sound carries anything that is not on the screen. Invented. */
export const CUES: Readonly<Record<Severity, Cue>> = {
  critical: { notes: repeated(3, 880, 150, 100, 'triangle'), everyMs: 6_000 },
  warning: { notes: repeated(2, 660, 150, 120, 'triangle'), everyMs: 15_000 },
  caution: { notes: repeated(1, 523, 120, 0, 'sine'), everyMs: 30_000 },
  advisory: { notes: repeated(1, 392, 80, 0, 'sine'), everyMs: null },
}

/** Closer to each other cues are noise; what is new within it waits. */
const BETWEEN_CUES_MS = 2_000

/** When a cue is next due, by the same clock as `nowMs`; null: not by itself. */
export const nextCueMs = (
  severity: Severity,
  lastMs: number | null,
  { nowMs, fresh }: { readonly nowMs: number; readonly fresh: boolean },
): number | null => {
  if (lastMs === null) return nowMs
  if (fresh) return Math.max(nowMs, lastMs + BETWEEN_CUES_MS)
  const { everyMs } = CUES[severity]
  return everyMs === null ? null : lastMs + everyMs
}
