import type { NoteKind } from '../../ship/commands.ts'
import type { HazardKind } from './hazards.ts'

/** Figures over time, for charts: all lists have one entry for each instant. [REV23] */
export interface Series {
  /** Evenly spaced from the opening to the end, both included, mission ms. */
  readonly at: readonly number[]
  /** Total so far. */
  readonly harm: readonly number[]
  /** Hazards that stand, by kind. */
  readonly hazards: Readonly<Record<HazardKind, readonly number[]>>
  readonly casualties: Readonly<Record<'waiting' | 'moving' | 'inBed' | 'dead', readonly number[]>>
}

export type MomentKind =
  'hit' | 'alert' | 'hazard' | 'casualty' | 'capability' | 'crew' | 'order' | 'report' | 'scenario' | 'alarm' | 'record'

/** Something worth telling, in words. [REV24] */
export interface Moment {
  readonly at: number
  readonly seq: number
  readonly kind: MomentKind
  readonly text: string
  readonly by: string
}

/** A note pinned to a moment. */
export interface Pin {
  readonly at: number
  readonly seq: number
  readonly kind: NoteKind
  readonly text: string
  readonly by: string
}
