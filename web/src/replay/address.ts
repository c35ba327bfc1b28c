import { go, place, rewrite } from '../router.ts'
import { type Pointer, pointerIn, searchFor } from './permalink.ts'

/** While it plays, the address follows at most so often. */
const FOLLOW_MS = 1_000
/** Jumps in quick succession make one entry in the browser's history. */
const ONE_JUMP_MS = 1_500

/** Keeps the address at the position, so that it can be copied at any time, and Back undoes a jump. */
export class Address {
  /** What this wrote last, without what others have in the address. */
  #written = searchFor(new URLSearchParams(), pointerIn(new URLSearchParams()))
  #writtenMs = -Infinity
  #jumpedMs = -Infinity

  /** Where the address points, if somebody else wrote it: a link that was opened, Back, Forward. */
  get wanted(): Pointer | null {
    const pointer = pointerIn(place().query)
    return searchFor(new URLSearchParams(), pointer) === this.#written ? null : pointer
  }

  follow(pointer: Pointer): void {
    if (performance.now() - this.#writtenMs >= FOLLOW_MS) this.keep(pointer)
  }

  /** No jump, but to be there when the page is loaded again: a speed, a loop. */
  keep(pointer: Pointer): void {
    this.#write(pointer, rewrite)
  }

  jump(pointer: Pointer): void {
    const now = performance.now()
    this.#write(pointer, now - this.#jumpedMs < ONE_JUMP_MS ? rewrite : go)
    this.#jumpedMs = now
  }

  #write(pointer: Pointer, how: (href: string) => void): void {
    this.#written = searchFor(new URLSearchParams(), pointer)
    this.#writtenMs = performance.now()
    how(searchFor(new URLSearchParams(location.search), pointer))
  }
}
