import { CUES, nextCueMs } from './cues.ts'
import { prefer, preferences } from './preferences.svelte.ts'
import type { Severity } from './severity.ts'
import { playCue } from './synthesiser.ts'

/** A context that may not start neither resumes nor refuses; it is not waited for longer than this. */
const RESUMES_WITHIN_MS = 250

/** Sounds what it is told must be heard, if this browser's user has asked for sound. It decides nothing itself. */
class AlarmBell {
  /** A browser lets nothing sound before its user has touched the page. */
  blocked = $state(false)
  #context: AudioContext | null = null
  #heard: Severity | 'silent' = 'silent'
  #raised = 0
  #lastMs: number | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  get on(): boolean {
    return preferences.sound
  }

  turn(on: boolean): void {
    prefer('sound', on)
    this.#ring(true)
    if (on) void this.#wake()
  }

  /** What must be heard now, and how many alarms were ever raised: one more is heard even where one sounds already. */
  follow(heard: Severity | 'silent', raised: number): void {
    const fresh = raised > this.#raised || heard !== this.#heard
    this.#heard = heard
    this.#raised = raised
    this.#ring(fresh)
  }

  /** Nobody tells it any more. */
  stop(): void {
    this.follow('silent', this.#raised)
  }

  #ring(fresh: boolean): void {
    clearTimeout(this.#timer)
    if (this.#heard === 'silent') this.#lastMs = null
    if (this.#heard === 'silent' || !this.on) return
    const nowMs = performance.now()
    const dueMs = nextCueMs(this.#heard, this.#lastMs, { nowMs, fresh })
    if (dueMs !== null) this.#timer = setTimeout(() => void this.#sound(), dueMs - nowMs)
  }

  async #sound(): Promise<void> {
    await this.#wake()
    if (this.#heard === 'silent' || !this.on || !this.#context || this.blocked) return
    this.#lastMs = performance.now()
    playCue(this.#context, CUES[this.#heard])
    this.#ring(false)
  }

  async #wake(): Promise<void> {
    this.#context ??= new AudioContext()
    const context = this.#context
    if (context.state !== 'running')
      await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, RESUMES_WITHIN_MS))])
    const wasBlocked = this.blocked
    this.blocked = context.state !== 'running'
    if (this.blocked && !wasBlocked) this.#wakeOnTouch()
  }

  #wakeOnTouch(): void {
    const touched = new AbortController()
    const wake = (): void => {
      touched.abort()
      this.blocked = false
      void this.#wake().then(() => this.#ring(true))
    }
    addEventListener('pointerdown', wake, { signal: touched.signal })
    addEventListener('keydown', wake, { signal: touched.signal })
  }
}

export const alarmBell = new AlarmBell()
