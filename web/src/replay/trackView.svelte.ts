import type { Span } from '../ui/timeline.ts'
import type { TrackAction } from './keys.ts'
import type { Playback } from './playback.svelte.ts'
import { fitting, following, panned, zoomed } from './trackSpan.ts'

/** At one press. Invented. */
const CLOSER = 0.6
const PAN_SHARE = 0.25

/** Which part of a recording the track shows. While it plays, the position does not leave it. */
export class TrackView {
  readonly whole: Span
  readonly #playback: Playback
  #chosen = $state.raw<Span>() as Span
  #isFitted = false

  constructor(playback: Playback) {
    this.#playback = playback
    this.whole = { startMs: playback.recording.fromMs, endMs: playback.recording.toMs }
    this.#chosen = this.whole
  }

  get span(): Span {
    return this.#chosen
  }

  get isWhole(): boolean {
    return this.span.startMs === this.whole.startMs && this.span.endMs === this.whole.endMs
  }

  /** Turns the page if the position has left it. */
  follow(at: number): void {
    this.#chosen = following(this.#chosen, this.whole, at)
  }

  zoom(factor: number, aroundMs: number): void {
    this.#show(zoomed(this.#chosen, this.whole, factor, aroundMs))
  }

  perform({ do: what }: TrackAction): void {
    const { at } = this.#playback
    if (what === 'zoomIn') this.zoom(CLOSER, at)
    else if (what === 'zoomOut') this.zoom(1 / CLOSER, at)
    else if (what === 'panLeft') this.#show(panned(this.#chosen, this.whole, -PAN_SHARE))
    else if (what === 'panRight') this.#show(panned(this.#chosen, this.whole, PAN_SHARE))
    else this.#fit()
  }

  /** The range, if one is set; or else, and at the second time, everything. */
  #fit(): void {
    const { range } = this.#playback
    if (!range || this.#isFitted) return this.#show(this.whole)
    this.#show(fitting({ startMs: range.fromMs, endMs: range.toMs }, this.whole))
    this.#isFitted = true
  }

  #show(span: Span): void {
    this.#chosen = span
    this.#isFitted = false
  }
}
