import type { DamageKind } from '../terms.ts'

/** The records of which something may be unknown aboard. */
export type Concealable =
  'breaches' | 'fires' | 'scorched' | 'leaks' | 'air' | 'people' | 'passages' | 'systems' | 'casualties'

/** One entry of such a record: "breaches/B3", "systems/reactor", "passages/03-01/03-02". */
export type ThingKey = `${Concealable}/${string}`

/** Something that is otherwise than is known aboard. */
export interface Unknown {
  readonly since: number
  /** What is taken to be so: the entry as it was last known; null: none. */
  readonly shown: unknown
  /** A hidden fault: only a diagnostic, or whoever works on it, finds it. */
  readonly fault: boolean
}

/** Something that has come to be known: the entry as it is; null: none. */
export interface Revealed {
  readonly key: ThingKey
  readonly now: unknown
}

/** What somebody said of a place: location and nature first, extent and needs later. */
export interface Report {
  readonly id: string
  readonly compartment: string
  readonly what: DamageKind
  readonly text: string
  readonly extent: string | null
  readonly needs: string | null
  readonly reportedAt: number
  readonly status: 'reported' | 'confirmed' | 'refuted'
  readonly settledAt: number | null
}
