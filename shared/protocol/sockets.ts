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
}

/** Server to client. */
export interface Down {
  events: (batch: { readonly ship: string; readonly from: number; readonly events: readonly RecordedEvent[] }) => void
  clock: (clock: { readonly ship: string } & MissionClock) => void
  presence: (presence: { readonly ship: string; readonly watching: readonly Actor[] }) => void
}

/** What a browser says of itself when it connects (`auth` of the handshake). */
export interface Introduction {
  readonly role?: Role
  readonly name?: string
}
