import type { Cancel } from '../../../server/clock.ts'

interface Appointment {
  readonly atMs: number
  /** Of two at the same instant, the one made first comes first. */
  readonly number: number
  call: (() => void) | null
}

const before = (a: Appointment, b: Appointment): boolean =>
  a.atMs < b.atMs || (a.atMs === b.atMs && a.number < b.number)

const CALLED_OFF_MOST = 1_000

/** Microtasks and next ticks have all had their turn. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The only time there is in a simulated world, whole ms. It leaps from one appointment to the next. */
export class VirtualTime {
  #nowMs = 0
  #made = 0
  /** Since the last time that it was tidied up. */
  #calledOff = 0
  /** A binary heap: each is before the two at twice its place. */
  #heap: Appointment[] = []

  get nowMs(): number {
    return this.#nowMs
  }

  after(ms: number, call: () => void): Cancel {
    const appointment: Appointment = {
      atMs: this.#nowMs + Math.max(0, Math.ceil(ms)),
      number: this.#made++,
      call,
    }
    this.#add(appointment)
    return () => {
      appointment.call = null
      this.#calledOff++
      if (this.#calledOff > Math.max(CALLED_OFF_MOST, this.#heap.length / 2)) this.#tidy()
    }
  }

  /** Leaps to the next instant at which anything is due, if it is by then, and lets it happen; false: there is none. */
  async step(untilMs: number): Promise<boolean> {
    const first = this.#heap[0]
    if (!first || first.atMs > untilMs) {
      this.#nowMs = untilMs
      return false
    }
    this.#nowMs = first.atMs
    while (this.#heap[0]?.atMs === first.atMs) {
      this.#take()?.call?.()
      await settled() // two packets are two tasks of a browser: what the first one promised comes before the second
    }
    return true
  }

  /** Those that were called off are not kept until they would have been due: that may be days. */
  #tidy(): void {
    this.#calledOff = 0
    this.#heap = this.#heap.filter(({ call }) => call !== null).sort((a, b) => (before(a, b) ? -1 : 1)) // sorted is a heap
  }

  #add(appointment: Appointment): void {
    const heap = this.#heap
    let place = heap.push(appointment) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      const above = heap[parent]
      if (!above || before(above, appointment)) break
      heap[place] = above
      place = parent
    }
    heap[place] = appointment
  }

  #take(): Appointment | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    let place = 0
    for (;;) {
      const left = 2 * place + 1
      const [one, other] = [heap[left], heap[left + 1]]
      const [child, next] = other && one && before(other, one) ? [left + 1, other] : [left, one]
      if (!next || before(last, next)) break
      heap[place] = next
      place = child
    }
    heap[place] = last
    return first
  }
}
