import type { Command } from '../ship/commands.ts'
import type { Actor, RecordedEvent, Role } from '../ship/events.ts'
import type { ShipState } from '../ship/state.ts'
import type { ShipFile } from '../ship-file/schema.ts'

/** Mission time is `at` at the instant `wall` (ISO 8601) and runs `rate` times as fast as the wall. */
export interface MissionClock {
  readonly rate: number
  readonly at: number
  readonly wall: string
}

/** Code, plain words, and the refusal's own numbers. */
export interface Problem {
  readonly code: string
  readonly detail: string
  readonly [member: string]: unknown
}

export type Answer<Value> = ({ readonly ok: true } & Value) | { readonly ok: false; readonly error: Problem }
type Reply<Value> = (answer: Answer<Value>) => void

export interface Snapshot {
  /** Which log the state is of: to be said by whoever asks for what they missed. */
  readonly log: string
  readonly definition: ShipFile
  readonly seq: number
  readonly at: number
  readonly clock: MissionClock
  readonly state: ShipState
}

/** Exactly the events missed. */
export interface Resumed {
  readonly seq: number
  readonly at: number
  readonly clock: MissionClock
  readonly events: readonly RecordedEvent[]
}

/** Client to server; every call is answered. */
export interface Up {
  watch: (ask: { ship: string; after?: number; log?: string }, reply: Reply<Snapshot | Resumed>) => void
  unwatch: (ask: { ship: string }, reply: Reply<object>) => void
  command: (ask: { ship: string; command: Command }, reply: Reply<{ readonly seq: number }>) => void
  time: (ask: object, reply: Reply<{ readonly wall: string }>) => void
  /** What a client folded at that seq is not what the server has: it will ask for the state, and the operator is told. */
  differs: (ask: { ship: string; seq: number; hash: string }, reply: Reply<object>) => void
}

/** Server to client. */
export interface Down {
  events: (batch: { readonly ship: string; readonly from: number; readonly events: readonly RecordedEvent[] }) => void
  clock: (clock: { readonly ship: string } & MissionClock) => void
  presence: (presence: { readonly ship: string; readonly watching: readonly Actor[] }) => void
  /** What a client that has folded up to `seq` must have, by `hashOf` of its state; now and then while things happen. */
  head: (head: { readonly ship: string; readonly seq: number; readonly hash: string }) => void
  /** How the server itself stands; at the connection if it is not `ready`, and at every change. */
  service: (service: ServiceState) => void
  /** To instructors: who may come in, or who is in, has changed. */
  access: (nothing: object) => void
}

/**
 * readOnly: the disk is full; nothing can be ordered until there is room, and all can be read. stopping: back in about
 * `backInMs`, if it is known.
 */
export interface ServiceState {
  readonly state: 'ready' | 'readOnly' | 'stopping'
  /** Since when it is so, ISO 8601 by the server's clock. */
  readonly since: string
  readonly backInMs: number | null
}

/** What a client says of itself when it connects (`auth` of the handshake). Where access is guarded, only the token counts. */
export interface Introduction {
  /** A program's key, or a browser's session without a cookie. */
  readonly token?: string
  readonly role?: Role
  readonly name?: string
}
