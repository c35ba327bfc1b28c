import type { RecordedEvent } from '#shared/ship/events.ts'
import { countUntil, nextAt, previousAt } from '../ui/instants.ts'
import type { Stretch } from '../ui/timeline.ts'
import { byLane, isTurningPoint, LANES, type Lane, type Mark, marksOf } from './marks.ts'
import type { Recording } from './recording.ts'
import { quietBetween } from './travel.ts'

/** What happened in a recording that one may want to find again, as Svelte sees it. */
export class Moments {
  /** The lanes that count as events. */
  lanesShown = $state.raw<readonly Lane[]>(LANES)
  /** Instants marked by a reader who may not pin notes. */
  ownBookmarks = $state.raw<readonly number[]>([])
  readonly #recording: Recording
  #notes = $state.raw<readonly RecordedEvent[]>([])

  constructor(recording: Recording) {
    this.#recording = recording
    this.#notes = recording.notes
  }

  readonly #recorded = $derived.by(() => marksOf(this.#recording.start.plan, this.#recording.events))

  readonly marks = $derived.by((): readonly Mark[] => {
    const own = this.ownBookmarks.map((at) => ({ at, lane: 'notes', severity: null, text: 'Bookmark' }) as const)
    const since = marksOf(this.#recording.start.plan, this.#notes)
    if (own.length === 0 && since.length === 0) return this.#recorded
    return [...this.#recorded, ...since, ...own].sort((a, b) => a.at - b.at)
  })
  readonly lanes = $derived.by(() => byLane(this.marks))
  readonly #hits = $derived.by(() => this.#recording.events.filter((event) => event.type === 'HitInflicted'))
  readonly #shown = $derived.by(() => this.lanesShown.map((lane) => this.lanes[lane]))
  readonly #turningPoints = $derived.by(() => this.marks.filter(isTurningPoint))

  /** Stretches without events of the lanes shown. */
  readonly quiet = $derived.by((): readonly Stretch[] => {
    const { fromMs, toMs } = this.#recording
    const instants = Float64Array.from(this.#shown.flatMap((marks) => marks.map(({ at }) => at))).sort()
    return quietBetween([...instants], fromMs, toMs)
  })

  /** Notes pinned to this incident while it is being watched join the others. */
  takeNotes(events: readonly RecordedEvent[]): void {
    const { fromMs, toMs, events: recorded } = this.#recording
    const last = Math.max(recorded.at(-1)?.seq ?? 0, this.#notes.at(-1)?.seq ?? 0)
    const fresh = events.filter(
      (event) => event.type === 'NotePinned' && event.seq > last && event.pinnedAt >= fromMs && event.pinnedAt <= toMs,
    )
    if (fresh.length > 0) this.#notes = [...this.#notes, ...fresh]
  }

  /** What happened last by then, of the lanes shown. */
  lastBy(at: number): Mark | null {
    const last = this.#shown.map((marks) => marks[countUntil(marks, at) - 1]).filter((mark) => mark !== undefined)
    return last.reduce<Mark | null>((latest, mark) => (latest && latest.at >= mark.at ? latest : mark), null)
  }

  /** Id of the last hit by then. */
  hitBy(at: number): string | null {
    return this.#hits[countUntil(this.#hits, at) - 1]?.hit ?? null
  }

  /** Of the lanes shown; null: none further on. */
  next(at: number): number | null {
    return earliest(this.#shown.map((marks) => nextAt(marks, at)))
  }

  previous(at: number): number | null {
    return latest(this.#shown.map((marks) => previousAt(marks, at)))
  }

  nextTurningPoint(at: number): number | null {
    return nextAt(this.#turningPoints, at)
  }

  previousTurningPoint(at: number): number | null {
    return previousAt(this.#turningPoints, at)
  }

  /** After the last comes the first again. */
  nextNote(at: number): number | null {
    return nextAt(this.lanes.notes, at) ?? this.lanes.notes[0]?.at ?? null
  }
}

type Instants = readonly (number | null)[]

const earliest = (instants: Instants): number | null =>
  instants.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null)

const latest = (instants: Instants): number | null =>
  instants.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null)
