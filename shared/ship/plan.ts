import type { Facing, ShipFile } from '../ship-file/schema.ts'

/** A ship file made ready for use: everything looked up by id, derived compartments and passages included. Never changes. */
export interface Plan {
  readonly file: ShipFile
  readonly decks: readonly Deck[]
  /** Highest section number, for the deck × section matrix. */
  readonly sections: number
  readonly compartments: ReadonlyMap<string, Compartment>
  readonly passages: ReadonlyMap<string, Passage>
  readonly passagesOf: ReadonlyMap<string, readonly Passage[]>
  /** Passages that the ship file says are jammed. */
  readonly jammedAtFirst: readonly string[]
  readonly ways: Ways
  readonly systems: ReadonlyMap<string, System>
  /** Systems that give power, and those that draw it. */
  readonly sources: readonly System[]
  readonly loads: readonly System[]
  /** What all of them draw while nothing is amiss. */
  readonly fullLoadMw: number
  readonly systemsIn: ReadonlyMap<string, readonly System[]>
  readonly capabilities: ReadonlyMap<string, Capability>
  readonly crews: ReadonlyMap<string, Crew>
  readonly sickbays: ReadonlyMap<string, Sickbay>
  readonly generators: ReadonlyMap<Facing, readonly string[]>
}

export type Deck = ShipFile['decks'][number]
export type Capability = ShipFile['capabilities'][number]
export type Mode = Capability['modes'][number]
export type Crew = ShipFile['crews'][number]
export type Sickbay = ShipFile['sickbays'][number]
export type ReadinessItem = NonNullable<NonNullable<ShipFile['readiness']>['red']>[number]
export type KillCard = NonNullable<ShipFile['killCards']>[number]
export type Need = NonNullable<ShipFile['systems'][number]['needs']>[number]

export interface System extends Omit<ShipFile['systems'][number], 'needs'> {
  readonly needs: readonly Need[]
  /** Health percentages at which something changes (a need met, a mode reached), ascending, 100 last. */
  readonly marks: readonly number[]
}

export interface Compartment {
  /** DD-SS: deck and section from the bow. */
  readonly id: string
  readonly deck: number
  readonly section: number
  /** The rooms in it, or the name the ship file gives it. */
  readonly name: string
  readonly code?: string
  readonly rooms: readonly string[]
  readonly volumeM3: number
  /** Usual occupants, crews not counted. */
  readonly people: number
  /** x, y, width, height in the profile, metres. */
  readonly box: readonly [number, number, number, number]
}

export type PassageState = 'open' | 'closed' | 'sealed' | 'jammed'

export interface Passage {
  /** Both compartments, joined by a slash, the lower id first. */
  readonly id: string
  readonly between: readonly [string, string]
  readonly kind: 'door' | 'ladder' | 'lift'
  readonly seconds: number
  readonly state: PassageState
}

/** Compartments numbered for finding ways, in the order of their ids, with the doors that lead out of each. */
export interface Ways {
  readonly ids: readonly string[]
  readonly numberOf: ReadonlyMap<string, number>
  readonly doors: readonly (readonly Door[])[]
}

/** A passage in one direction, between compartments by number. */
export interface Door {
  readonly passage: Passage
  readonly from: number
  readonly to: number
}
