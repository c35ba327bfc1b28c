import type { ServiceState } from '#shared/protocol/sockets.ts'
import { type Clock, isoWall } from './clock.ts'

/** How the server itself stands: ready, or read-only for want of room, or about to stop; and whoever is told of every change. */
export class Condition {
  readonly #clock: Clock
  readonly #listeners: ((now: ServiceState) => void)[] = []
  #now: ServiceState

  constructor(clock: Clock) {
    this.#clock = clock
    this.#now = { state: 'ready', since: isoWall(clock), backInMs: null }
  }

  get now(): ServiceState {
    return this.#now
  }

  onChange(listener: (now: ServiceState) => void): void {
    this.#listeners.push(listener)
  }

  /** Nothing, if it is so already. From a stop there is no way back. */
  become(state: ServiceState['state'], backInMs: number | null = null): void {
    if (this.#now.state === state || this.#now.state === 'stopping') return
    this.#now = { state, since: isoWall(this.#clock), backInMs }
    for (const listener of this.#listeners) listener(this.#now)
  }
}
