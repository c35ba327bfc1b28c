const NEVER_IN = -1
const TAKEN = -2

/** Places waiting to be looked at, the nearest first, of equally near ones the lowest number: a binary heap. */
export class NearestFirst {
  readonly #seconds: Float64Array
  readonly #heap: number[] = []
  /** Where in the heap each place is. */
  readonly #at: Int32Array

  /** `seconds` says how far each place is; it is read whenever places are compared. */
  constructor(seconds: Float64Array) {
    this.#seconds = seconds
    this.#at = new Int32Array(seconds.length).fill(NEVER_IN)
  }

  /** Takes a place in, or moves it forward now that it is nearer. */
  put(place: number): void {
    const was = this.#at[place] ?? NEVER_IN
    let at = was === NEVER_IN ? this.#heap.length : was
    while (at > 0) {
      const above = (at - 1) >> 1
      const other = this.#heap[above] ?? 0
      if (!this.#before(place, other)) break
      this.#set(at, other)
      at = above
    }
    this.#set(at, place)
  }

  take(): number | undefined {
    const first = this.#heap[0]
    const last = this.#heap.pop()
    if (last !== undefined && this.#heap.length > 0) this.#sink(last)
    if (first !== undefined) this.#at[first] = TAKEN
    return first
  }

  hasTaken(place: number): boolean {
    return this.#at[place] === TAKEN
  }

  /** Puts a place where the first was, and lets it sink to where it belongs. */
  #sink(place: number): void {
    const { length } = this.#heap
    let at = 0
    for (let below = 1; below < length; below = 2 * at + 1) {
      if (below + 1 < length && this.#before(this.#heap[below + 1] ?? 0, this.#heap[below] ?? 0)) below += 1
      const other = this.#heap[below] ?? 0
      if (this.#before(place, other)) break
      this.#set(at, other)
      at = below
    }
    this.#set(at, place)
  }

  #set(at: number, place: number): void {
    this.#heap[at] = place
    this.#at[place] = at
  }

  #before(a: number, b: number): boolean {
    const [nearer, farther] = [this.#seconds[a] ?? 0, this.#seconds[b] ?? 0]
    return nearer < farther || (nearer === farther && a < b)
  }
}
