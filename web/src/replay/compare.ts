import { reviewOfRecording } from '#shared/recording-file/review-of.ts'
import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import type { Review } from '#shared/review/review.ts'
import type { Span } from '../ui/timeline.ts'
import { type Recording, recordingOf } from './recording.ts'

export type RunLetter = 'A' | 'B'

/** One of two runs that are looked at together. Their common time is ms since the first hit of each. */
export interface Run {
  readonly letter: RunLetter
  /** As addresses have it. */
  readonly id: string
  readonly name: string
  readonly recording: Recording
  readonly review: Review
  /** The first hit, or the opening of an incident without one; mission time, ms. */
  readonly zeroMs: number
}

export const runOf = (letter: RunLetter, id: string, file: RecordingFile): Run => {
  const recording = recordingOf(file)
  const zeroMs = recording.events.find(({ type }) => type === 'HitInflicted')?.at ?? recording.fromMs
  return { letter, id, name: file.incident.name, recording, review: reviewOfRecording(file), zeroMs }
}

/** From the earlier beginning to the later end. */
export const commonSpan = (runs: readonly Run[]): Span => ({
  startMs: Math.min(...runs.map(({ recording, zeroMs }) => recording.fromMs - zeroMs)),
  endMs: Math.max(...runs.map(({ recording, zeroMs }) => recording.toMs - zeroMs)),
})

/** The same span in a run's own mission time. */
export const spanIn = ({ zeroMs }: Run, { startMs, endMs }: Span): Span => ({
  startMs: zeroMs + startMs,
  endMs: zeroMs + endMs,
})

/** An instant in a run's own mission time; a run stands still before it begins and after it ends. */
export const instantIn = ({ recording, zeroMs }: Run, sinceHitMs: number): number =>
  Math.min(recording.toMs, Math.max(recording.fromMs, zeroMs + sinceHitMs))

/** The first run with the time of both around it: what a player of both runs along. */
export const stretched = (run: Run, span: Span): Recording => {
  const { startMs, endMs } = spanIn(run, span)
  return { ...run.recording, fromMs: startMs, toMs: endMs }
}
