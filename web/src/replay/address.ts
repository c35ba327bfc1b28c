import { searchFor } from './permalink.ts'

/** While it plays, the address follows at most so often. */
const FOLLOW_MS = 1_000
/** Jumps in quick succession make one entry in the browser's history. */
const ONE_JUMP_MS = 1_500

/** Keeps `?t=` of the address at the position, so that the address can be copied at any time, and Back undoes a jump. */
export class Address {
  #writtenMs = -Infinity
  #jumpedMs = -Infinity

  follow(seconds: number): void {
    const now = performance.now()
    if (now - this.#writtenMs < FOLLOW_MS) return
    this.#write(seconds, 'replaceState', now)
  }

  jump(seconds: number): void {
    const now = performance.now()
    this.#write(seconds, now - this.#jumpedMs < ONE_JUMP_MS ? 'replaceState' : 'pushState', now)
    this.#jumpedMs = now
  }

  #write(seconds: number, how: 'pushState' | 'replaceState', now: number): void {
    this.#writtenMs = now
    history[how](history.state, '', searchFor(location.search, seconds))
  }
}
