import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Action } from './keys.ts'
import { isTurningPoint, marksOf, nextAt, previousAt } from './marks.ts'
import * as players from './player.ts'
import { eventsBy, type Recording, shipAfter } from './recording.ts'

/** Pictures per second: enough to follow, and the panels have time to draw. */
const PLAYING_HZ = 20
const DRAGGING_HZ = 30

/** A recording being played, as Svelte sees it. It runs only while it plays. */
export class Playback {
  readonly recording: Recording
  /** Told of every step while it plays. */
  onstep: () => void = () => undefined
  #notes = $state.raw<readonly RecordedEvent[]>([])
  #player = $state.raw<players.Player>() as players.Player
  #nowMs = $state(0)
  #frame = 0
  #draggedMs = -Infinity
  #dragTimer: ReturnType<typeof setTimeout> | undefined

  constructor(recording: Recording) {
    this.recording = recording
    this.#notes = recording.notes
    this.#player = players.playerOver(recording.fromMs, recording.toMs)
  }

  readonly marks = $derived.by(() => marksOf(this.recording.start.plan, [...this.recording.events, ...this.#notes]))
  readonly #turningPoints = $derived.by(() => this.marks.filter(isTurningPoint))

  /** Notes pinned to this incident while it is being watched join the others. */
  takeNotes(events: readonly RecordedEvent[]): void {
    const { fromMs, toMs } = this.recording
    const last = Math.max(this.recording.events.at(-1)?.seq ?? 0, this.#notes.at(-1)?.seq ?? 0)
    const fresh = events.filter(
      (event) => event.type === 'NotePinned' && event.seq > last && event.pinnedAt >= fromMs && event.pinnedAt <= toMs,
    )
    if (fresh.length > 0) this.#notes = [...this.#notes, ...fresh]
  }

  /** The position, mission ms. */
  at = $derived.by(() => players.positionAt(this.#player, this.#nowMs))

  /** How many events have happened by then. */
  count = $derived.by(() => eventsBy(this.recording.events, this.at))

  #shipThen = $derived.by(() => shipAfter(this.recording, this.count))

  /** The ship at that instant, her clock running as the player does, so that what moves on a panel keeps its pace. */
  ship = $derived.by((): Ship => ({ ...this.#shipThen, rate: Math.max(0, players.rateOf(this.#player)) }))

  /** Seconds since the incident began. */
  seconds = $derived.by(() => (this.at - this.recording.fromMs) / 1000)

  get playing(): boolean {
    return this.#player.playing
  }

  get speed(): players.Speed {
    return this.#player.speed
  }

  get backward(): boolean {
    return this.#player.direction < 0
  }

  get atEnd(): boolean {
    return this.at === this.recording.toMs
  }

  seek(at: number): void {
    this.#move((player, now) => players.seek(player, now, at))
  }

  seekSeconds(seconds: number): void {
    this.seek(this.recording.fromMs + seconds * 1000)
  }

  /** A seek out of many in a row: only the last of a short while is carried out. */
  drag(at: number): void {
    clearTimeout(this.#dragTimer)
    const wait = this.#draggedMs + 1000 / DRAGGING_HZ - performance.now()
    const seek = () => {
      this.#draggedMs = performance.now()
      this.seek(at)
    }
    if (wait <= 0) seek()
    else this.#dragTimer = setTimeout(seek, wait)
  }

  setSpeed(speed: players.Speed): void {
    this.#move((player, now) => players.atSpeed(player, now, speed))
  }

  /** Does what was asked for; true if that was a jump. */
  perform(action: Action): boolean {
    const { fromMs, toMs, events } = this.recording
    switch (action.do) {
      case 'toggle':
        this.#move(players.toggle)
        return false
      case 'faster':
        this.#move(players.faster)
        return false
      case 'slower':
        this.#move(players.slower)
        return false
      case 'shuttle':
        this.#move((player, now) => players.shuttle(player, now, action.direction))
        return false
      case 'nextEvent':
        return this.#jump(nextAt(events, this.at))
      case 'previousEvent':
        return this.#jump(previousAt(events, this.at))
      case 'nextHit':
        return this.#jump(nextAt(this.#turningPoints, this.at))
      case 'previousHit':
        return this.#jump(previousAt(this.#turningPoints, this.at))
      case 'skip':
        return this.#jump(this.at + action.seconds * 1000)
      case 'tenth':
        return this.#jump(fromMs + ((toMs - fromMs) * action.tenth) / 10)
      case 'toStart':
        return this.#jump(fromMs)
      case 'toEnd':
        return this.#jump(toMs)
    }
  }

  close(): void {
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#dragTimer)
  }

  #jump(at: number | null): boolean {
    if (at === null) return false
    this.seek(at)
    return true
  }

  #move(change: (player: players.Player, now: number) => players.Player): void {
    const now = performance.now()
    this.#player = players.settled(change(this.#player, now), now)
    this.#nowMs = now
    cancelAnimationFrame(this.#frame)
    if (this.#player.playing) this.#frame = requestAnimationFrame(this.#tick)
  }

  #tick = (): void => {
    const now = performance.now()
    if (now - this.#nowMs >= 1000 / PLAYING_HZ) {
      this.#player = players.settled(this.#player, now)
      this.#nowMs = now
      this.onstep()
    }
    if (this.#player.playing) this.#frame = requestAnimationFrame(this.#tick)
  }
}
