import type { Door, Ways } from '../plan.ts'
import { NearestFirst } from './nearest-first.ts'

/** One door on a way. */
export interface Stage {
  readonly door: Door
  /** From the start of the way to the far side of the door, s. */
  readonly seconds: number
}

/** What lets people through: doors, and compartments that are neither the first nor the last of a way, by number. */
export interface Openings {
  readonly door: (door: Door) => boolean
  readonly across: (place: number) => boolean
}

/**
 * The quickest ways out of one place (Dijkstra). It looks only as far as the farthest place that it has been asked for,
 * and goes on from there when asked for another; a large ship costs n·log n at most.
 */
export class QuickestWays {
  readonly #ways: Ways
  readonly #from: number
  readonly #open: Openings
  readonly #seconds: Float64Array
  readonly #cameBy: (Door | undefined)[]
  readonly #waiting: NearestFirst

  constructor(ways: Ways, from: number, open: Openings) {
    this.#ways = ways
    this.#from = from
    this.#open = open
    this.#seconds = new Float64Array(ways.ids.length).fill(Infinity)
    this.#cameBy = new Array<undefined>(ways.ids.length)
    this.#waiting = new NearestFirst(this.#seconds)
    this.#seconds[from] = 0
    this.#waiting.put(from)
  }

  /** Door by door; null if no way leads there. Of equally quick ways always the same. */
  to(place: number): readonly Stage[] | null {
    while (!this.#waiting.hasTaken(place)) {
      const here = this.#waiting.take()
      if (here === undefined) return null
      if (here === this.#from || this.#open.across(here)) this.#lookBeyond(here)
    }
    return this.#stagesTo(place)
  }

  /** To the nearest other place of a kind. For a search that nothing else has been asked of. */
  toNearest(isWanted: (place: number) => boolean): readonly Stage[] | null {
    for (let here = this.#waiting.take(); here !== undefined; here = this.#waiting.take()) {
      if (here !== this.#from && isWanted(here)) return this.#stagesTo(here)
      if (here === this.#from || this.#open.across(here)) this.#lookBeyond(here)
    }
    return null
  }

  #lookBeyond(here: number): void {
    const soFar = this.#seconds[here] ?? Infinity
    for (const door of this.#ways.doors[here] ?? []) {
      const there = soFar + door.passage.seconds
      if (there >= (this.#seconds[door.to] ?? 0) || !this.#open.door(door)) continue
      this.#seconds[door.to] = there
      this.#cameBy[door.to] = door
      this.#waiting.put(door.to)
    }
  }

  #stagesTo(place: number): readonly Stage[] {
    const stages: Stage[] = []
    for (let door = this.#cameBy[place]; door; door = this.#cameBy[door.from])
      stages.push({ door, seconds: this.#seconds[door.to] ?? Infinity })
    return stages.reverse()
  }
}
