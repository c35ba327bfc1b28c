import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Stretch } from '../ui/timeline.ts'
import { Drive } from './drive.svelte.ts'
import { goalOf } from './jumps.ts'
import type { JumpAction, PaceAction } from './keys.ts'
import type { Lane } from './marks.ts'
import { Moments } from './moments.svelte.ts'
import type { Pointer } from './permalink.ts'
import * as players from './player.ts'
import { eventsBy, type Recording, shipAfter } from './recording.ts'

/** A shorter range is a slip of the hand. Invented. */
const RANGE_LEAST_MS = 500

/** A recording being played, as Svelte sees it. It runs only while it plays. */
export class Playback {
  readonly recording: Recording
  readonly moments: Moments
  readonly #drive: Drive
  #range = $state.raw<Stretch | null>(null)
  #looping = $state(true)
  #skipping = $state(false)

  constructor(recording: Recording) {
    this.recording = recording
    this.moments = new Moments(recording)
    this.#drive = new Drive(players.playerOver(recording.fromMs, recording.toMs))
  }

  /** Told of every step while it plays. */
  set onstep(onstep: () => void) {
    this.#drive.onstep = onstep
  }

  /** The position, mission ms. */
  get at(): number {
    return this.#drive.at
  }

  /** How many events have happened by then. */
  count = $derived.by(() => eventsBy(this.recording.events, this.at))

  #shipThen = $derived.by(() => shipAfter(this.recording, this.count))

  /** The ship at that instant, her clock running as the player does, so that what moves on a panel keeps its pace. */
  ship = $derived.by((): Ship => ({ ...this.#shipThen, rate: Math.max(0, this.#drive.rate) }))

  /** Seconds since the incident began. */
  seconds = $derived.by(() => this.#secondsAt(this.at))

  get playing(): boolean {
    return this.#drive.player.playing
  }

  get speed(): players.Speed {
    return this.#drive.player.speed
  }

  get backward(): boolean {
    return this.#drive.player.direction < 0
  }

  get atEnd(): boolean {
    return this.at === this.recording.toMs
  }

  /** The range that is set, whether or not it is played over and over. */
  get range(): Stretch | null {
    return this.#range
  }

  get looping(): boolean {
    return this.#looping
  }

  /** Whether stretches without events of the lanes shown are hurried through. */
  get skipping(): boolean {
    return this.#skipping
  }

  /** How it stands, for an address. */
  get pointer(): Pointer {
    const { range, looping, speed, seconds } = this
    const loop = range && { from: this.#secondsAt(range.fromMs), to: this.#secondsAt(range.toMs) }
    return { seconds, speed, loop, looping }
  }

  /** Goes where an address points. */
  goTo({ seconds, speed, loop, looping }: Pointer): void {
    this.setRange(loop && { fromMs: this.#msAt(loop.from), toMs: this.#msAt(loop.to) }, looping)
    this.setSpeed(speed)
    this.seekSeconds(seconds ?? 0)
  }

  seek(at: number): void {
    this.#drive.seek(at)
  }

  seekSeconds(seconds: number): void {
    this.seek(this.#msAt(seconds))
  }

  /** A seek out of many in a row: only the last of a short while is carried out. */
  drag(at: number): void {
    this.#drive.drag(at)
  }

  setSpeed(speed: players.Speed): void {
    this.#move((player, now) => players.atSpeed(player, now, speed))
  }

  /** Sets the range that is played over and over; null: none. One too short to be meant changes nothing. */
  setRange(range: Stretch | null, looping = true): void {
    const { fromMs, toMs } = this.recording
    const inside = range && { fromMs: Math.max(fromMs, range.fromMs), toMs: Math.min(toMs, range.toMs) }
    if (inside && inside.toMs - inside.fromMs < RANGE_LEAST_MS) return
    this.#range = inside
    this.#looping = looping
    this.#setCourse()
  }

  /** What counts as an event from now on. */
  showLanes(lanes: readonly Lane[]): void {
    this.moments.lanesShown = lanes
    if (this.#skipping) this.#setCourse()
  }

  takeNotes(events: readonly RecordedEvent[]): void {
    this.moments.takeNotes(events)
  }

  /** Does what was asked for; true if that was a jump. */
  perform(action: JumpAction | PaceAction): boolean {
    switch (action.do) {
      case 'toggle':
        return this.#move(players.toggle)
      case 'faster':
        return this.#move(players.faster)
      case 'slower':
        return this.#move(players.slower)
      case 'shuttle':
        return this.#move((player, now) => players.shuttle(player, now, action.direction))
      case 'shuttleSlowly':
        return this.#move((player, now) => players.shuttleSlowly(player, now, action.direction))
      case 'loopIn':
        return this.#loop({ fromMs: this.at, toMs: this.#rangeEndAfter(this.at) })
      case 'loopOut':
        return this.#loop({ fromMs: this.#rangeStartBefore(this.at), toMs: this.at })
      case 'loopClear':
        return this.#loop(null)
      case 'loopToggle':
        return this.#loop(this.#range, !this.#looping)
      case 'skipQuiet':
        this.#skipping = !this.#skipping
        return this.#setCourse()
      default:
        return this.#jump(goalOf(action, this.at, this.recording, this.moments))
    }
  }

  close(): void {
    this.#drive.close()
  }

  #secondsAt(ms: number): number {
    return (ms - this.recording.fromMs) / 1000
  }

  #msAt(seconds: number): number {
    return Math.round(this.recording.fromMs + seconds * 1000)
  }

  #rangeEndAfter(at: number): number {
    return this.#range && this.#range.toMs > at ? this.#range.toMs : this.recording.toMs
  }

  #rangeStartBefore(at: number): number {
    return this.#range && this.#range.fromMs < at ? this.#range.fromMs : this.recording.fromMs
  }

  #jump(at: number | null): boolean {
    if (at === null) return false
    this.seek(at)
    return true
  }

  #loop(range: Stretch | null, looping = true): false {
    this.setRange(range, looping)
    return false
  }

  #setCourse(): false {
    const course = { loop: this.#looping ? this.#range : null, quiet: this.#skipping ? this.moments.quiet : [] }
    return this.#move((player, now) => players.along(player, now, course))
  }

  #move(change: (player: players.Player, now: number) => players.Player): false {
    this.#drive.move(change)
    return false
  }
}
