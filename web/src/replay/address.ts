import { go, place, rewrite } from '../router.ts'
import { rounded, searchFor, secondsIn } from './permalink.ts'

/** While it plays, the address follows at most so often. */
const FOLLOW_MS = 1_000
/** Jumps in quick succession make one entry in the browser's history. */
const ONE_JUMP_MS = 1_500

/** Keeps `?t=` of the address at the position, so that the address can be copied at any time, and Back undoes a jump. */
export class Address {
  #written: number | null = null
  #writtenMs = -Infinity
  #jumpedMs = -Infinity

  /** Where the address points, if somebody else wrote it: a link that was opened, Back, Forward. */
  get wanted(): number | null {
    const seconds = secondsIn(place().query)
    return seconds === this.#written ? null : seconds
  }

  follow(seconds: number): void {
    const now = performance.now()
    if (now - this.#writtenMs >= FOLLOW_MS) this.#write(seconds, rewrite, now)
  }

  jump(seconds: number): void {
    const now = performance.now()
    this.#write(seconds, now - this.#jumpedMs < ONE_JUMP_MS ? rewrite : go, now)
    this.#jumpedMs = now
  }

  #write(seconds: number, how: (href: string) => void, now: number): void {
    this.#written = rounded(seconds)
    this.#writtenMs = now
    how(searchFor(new URLSearchParams(location.search), seconds))
  }
}
