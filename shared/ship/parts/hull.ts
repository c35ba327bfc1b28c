import type { PassageState } from '../plan.ts'

/** Repair as a formula: `percent` held at `since` and grows by `perS` a second. 100 is whole. */
export interface Repair {
  readonly percent: number
  readonly since: number
  readonly perS: number
}

export interface Breach {
  readonly id: string
  readonly compartment: string
  readonly areaM2: number
  readonly openedAt: number
  readonly hit: string | null
  readonly repair: Repair
  /** When it was last torn wider; when it was opened, until then. */
  readonly tornAt: number
}

/** A compartment opened to space by order. */
export interface Vent {
  readonly compartment: string
  readonly areaM2: number
  readonly openedAt: number
}

export interface Field {
  readonly compartment: string
  readonly drawMw: number
  readonly raisedAt: number
}

/** Air that is not simply the ship's own: `kpa` held at `since`; `flow` says what has become of it from then on. */
export interface Air {
  readonly kpa: number
  readonly since: number
  readonly flow: Flow
  /** Share of useful consciousness used up at `since` by whoever is inside, 0 to 1. */
  readonly dose: number
  /** Announced as thin, until announced as restored. */
  readonly thin: boolean
}
export type Flow =
  | { readonly kind: 'venting'; readonly tauS: number }
  | { readonly kind: 'filling'; readonly kpaPerS: number; readonly toKpa: number }
  | { readonly kind: 'still' }

export type Passages = Readonly<Record<string, PassageDamage>>
export interface PassageDamage {
  readonly state: PassageState
  /** Only of a jammed passage. */
  readonly repair: Repair
}
