import type { FireGrowth, LeakKind } from '../terms.ts'
import type { PassageBlock, Stop } from './crews.ts'
import type { Repair } from './hull.ts'

/** Heat release as a formula: `kw` held at `since`; while it grows, by the t-squared law of the fire's growth. */
export interface Heat {
  readonly kw: number
  readonly since: number
  readonly growing: boolean
}

/** One fire a compartment. */
export interface Fire {
  readonly compartment: string
  /** Its number among the fires of the run, for its dice. */
  readonly number: number
  readonly growth: FireGrowth
  readonly hit: string | null
  readonly startedAt: number
  readonly heat: Heat
  readonly flashedOverAt: number | null
  /** The next instant at which it does harm to systems and people in the compartment. */
  readonly burnsAt: number
  /** How often it has done harm. */
  readonly burns: number
  /** Fixed extinguishing is at work. */
  readonly suppressed: boolean
  /** The fight against it; 100 is out. */
  readonly repair: Repair
}

/** What a damaged system lets out into its compartment. */
export interface Leak {
  readonly system: string
  readonly kind: LeakKind
  readonly compartment: string
  readonly startedAt: number
  /** The next instant at which whoever is inside is hurt. */
  readonly harmsAt: number
  readonly repair: Repair
}

/** People leaving a compartment, a few at a time. */
export interface Evacuation {
  readonly compartment: string
  /** Where they go; null: there is no way out, they are trapped. */
  readonly to: string | null
  /** The way there; empty while they are trapped. */
  readonly route: readonly Stop[]
  readonly orderedAt: number
  /** When the next of them arrive there; null while they are trapped. */
  readonly nextAt: number | null
  /** What bars the way while they are trapped. */
  readonly obstacle: string | null
  readonly obstacleState: PassageBlock | null
}

/** The reactor that can run away. `risk` reaches 100 when it does. */
export interface Core {
  readonly status: 'sound' | 'threatened' | 'ejected' | 'lost'
  readonly risk: Repair
}
