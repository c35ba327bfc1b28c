import type { PassageBlock, Stop } from '../parts/crews.ts'
import type { FireGrowth, LeakKind } from '../terms.ts'

/** STORED FORMAT. Fire, leaks, the core, and people getting out of the way. */
export type HazardFact =
  | {
      readonly type: 'FireStarted'
      readonly fire: number
      readonly compartment: string
      readonly growth: FireGrowth
      readonly hit: string | null
      readonly burnsAt: number
    }
  | { readonly type: 'FireHeatChanged'; readonly compartment: string; readonly kw: number; readonly growing: boolean }
  | { readonly type: 'FireFlashedOver'; readonly compartment: string; readonly kw: number }
  /** It does harm now, and next at `burnsAt`; whom and what follows as events of their own. */
  | { readonly type: 'FireBurned'; readonly compartment: string; readonly burnsAt: number }
  | { readonly type: 'FireSuppressionStarted'; readonly compartment: string }
  | { readonly type: 'FireSuppressionStopped'; readonly compartment: string }
  | {
      readonly type: 'FireOut'
      readonly compartment: string
      readonly because: 'fought' | 'suppressed' | 'no-air'
    }
  | {
      readonly type: 'LeakStarted'
      readonly system: string
      readonly kind: LeakKind
      readonly compartment: string
      readonly harmsAt: number
    }
  | {
      readonly type: 'LeakHarmed'
      readonly system: string
      readonly compartment: string
      readonly count: number
      readonly harmsAt: number
    }
  | { readonly type: 'LeakStopped'; readonly system: string; readonly compartment: string }
  | { readonly type: 'CoreThreatened'; readonly percent: number; readonly perS: number }
  | { readonly type: 'CoreSafe' }
  | { readonly type: 'CoreEjected' }
  | { readonly type: 'CoreLost' }
  | ({ readonly type: 'EvacuationOrdered'; readonly compartment: string } & WayOut)
  | {
      readonly type: 'PeopleMoved'
      readonly from: string
      readonly to: string
      readonly count: number
      readonly nextAt: number | null
    }
  | {
      readonly type: 'PeopleTrapped'
      readonly compartment: string
      readonly obstacle: string
      readonly obstacleState: PassageBlock
    }
  | ({ readonly type: 'EvacuationResumed'; readonly compartment: string } & WayOut)
  | { readonly type: 'EvacuationEnded'; readonly compartment: string }

export interface WayOut {
  readonly to: string
  /** From the compartment that is left to `to`. */
  readonly route: readonly Stop[]
  /** When the first of them are there. */
  readonly nextAt: number
}
