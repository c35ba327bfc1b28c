/**
 * STORED FORMAT. Never change the meaning of a shipped event: add a new one. Facts, in the past tense; each carries all
 * that `evolve` needs, so that folding draws no dice and judges nothing. Instants are mission time in ms.
 */
import type { AlarmFact } from './facts/alarms.ts'
import type { CasualtyFact } from './facts/casualties.ts'
import type { CrewFact } from './facts/crews.ts'
import type { HazardFact } from './facts/hazards.ts'
import type { HullFact } from './facts/hull.ts'
import type { KnowledgeFact } from './facts/knowledge.ts'
import type { RecordFact } from './facts/record.ts'
import type { SystemFact } from './facts/systems.ts'
import type { ThingKey } from './parts/knowledge.ts'

export type { AirReading } from './facts/hull.ts'

export type Fact = RecordFact | HullFact | HazardFact | SystemFact | CrewFact | CasualtyFact | AlarmFact | KnowledgeFact

/**
 * A fact in its place: what the core knows of it. `cause` is the seq of the event it follows from. `hides` has what it
 * changes that is not known aboard; whoever sees the truth gets it, the others when it is found out.
 */
export type ShipEvent = Fact & {
  readonly seq: number
  readonly at: number
  readonly cause: number | null
  readonly hides?: readonly ThingKey[]
}

export interface Actor {
  readonly role: Role | 'ship'
  readonly name: string
}
export type Role = 'instructor' | 'captain' | 'operations' | 'medical' | 'observer'

/** An event as stored and sent: also when in the world, by whom, and by which command (null: it fell due by itself). */
export type RecordedEvent = ShipEvent & { readonly wall: string; readonly by: Actor; readonly command: string | null }

/** By type, so that looking one up does not go through them all: the compiler does so thousands of times. */
type Facts = { readonly [One in Fact as One['type']]: One }
type Events = { readonly [One in ShipEvent as One['type']]: One }

export type FactOf<Type extends Fact['type']> = Facts[Type]
export type EventOf<Type extends Fact['type']> = Events[Type]
