import type { MissionClock, Problem, ServiceState } from '#shared/protocol/sockets.ts'
import type { Command } from '#shared/ship/commands.ts'
import type { Actor } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'

/** All a screen is told; a new object at every change. */
export interface LinkView {
  readonly ship: Ship | null
  /** The id of the log she is in: another one after a restore. */
  readonly log: string | null
  readonly clock: MissionClock | null
  /** The server's clock minus ours, ms. */
  readonly offsetMs: number
  readonly connected: boolean
  /** Since when (our clock, ms) we wait for a word from the server; null: what is shown is current. */
  readonly silentSinceMs: number | null
  readonly roundTripMs: number | null
  readonly pending: readonly Command[]
  readonly watching: readonly Actor[]
  /** How the server itself stands; null: ready, as far as we know. */
  readonly service: ServiceState | null
  /** What is shown is not what the server has, though it was fetched anew: this page is not made for this server. */
  readonly differs: boolean
  /** How often the server has said that who may come in, or who is in, has changed: to instructors only. */
  readonly accessChanges: number
  /** The server will not have us, or not this ship. */
  readonly problem: Problem | null
}

export const NOTHING_YET: LinkView = {
  ship: null,
  log: null,
  clock: null,
  offsetMs: 0,
  connected: false,
  silentSinceMs: null,
  roundTripMs: null,
  pending: [],
  watching: [],
  service: null,
  differs: false,
  accessChanges: 0,
  problem: null,
}
