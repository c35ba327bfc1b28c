import type { Facing } from '../../ship-file/schema.ts'
import type { Flow } from '../parts/hull.ts'

/** STORED FORMAT. Hull, air, fields and passages. */
export type HullFact =
  | {
      readonly type: 'HitInflicted'
      readonly hit: string
      readonly compartment: string
      readonly energyMj: number
      readonly facing: Facing
      readonly absorbedPercent: number
    }
  | {
      readonly type: 'BreachOpened'
      readonly breach: string
      readonly compartment: string
      readonly areaM2: number
      readonly hit: string | null
    }
  /** `areaM2` is what was plated over; absent from logs older than supplies. */
  | {
      readonly type: 'BreachSealed'
      readonly breach: string
      readonly compartment: string
      readonly areaM2?: number
    }
  | { readonly type: 'AirFlowChanged'; readonly readings: readonly AirReading[]; readonly flow: Flow }
  | { readonly type: 'AirThinned'; readonly compartment: string; readonly kpa: number }
  | { readonly type: 'AirRestored'; readonly compartment: string }
  | { readonly type: 'PeopleOvercome'; readonly compartment: string; readonly count: number }
  | { readonly type: 'ForceFieldRaised'; readonly compartment: string; readonly drawMw: number }
  | { readonly type: 'ForceFieldLowered'; readonly compartment: string }
  | { readonly type: 'ForceFieldFailed'; readonly compartment: string; readonly reason: 'power' | 'emitters' }
  | { readonly type: 'PassageSealed'; readonly passage: string }
  | { readonly type: 'PassageOpened'; readonly passage: string }
  | { readonly type: 'PassageJammed'; readonly passage: string; readonly hit: string | null }
  | { readonly type: 'PassageFreed'; readonly passage: string }
  | { readonly type: 'BreachWidened'; readonly breach: string; readonly compartment: string; readonly areaM2: number }
  | { readonly type: 'HullStrained' }
  | { readonly type: 'HullRelieved' }
  | { readonly type: 'VentOpened'; readonly compartment: string; readonly areaM2: number }
  | { readonly type: 'VentClosed'; readonly compartment: string }

export interface AirReading {
  readonly compartment: string
  readonly kpa: number
  readonly dose: number
}
