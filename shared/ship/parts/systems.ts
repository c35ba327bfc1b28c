import type { PowerClass } from '../terms.ts'
import type { Repair } from './hull.ts'

export interface SystemState {
  readonly repair: Repair
  /** False when shut down by order or shed. */
  readonly running: boolean
  readonly stoppedBecause: 'order' | 'shed' | null
}

export interface Power {
  readonly supplyMw: number
  readonly demandMw: number
  /** Charge at `since`; it changes by `netMw` (MJ a second), within 0 and the battery's capacity. */
  readonly batteryMj: number
  readonly since: number
  readonly netMw: number
}

/** An emergency cable to one system: laid by a crew, then fed past the switchboard. */
export interface CasualtyLine {
  readonly system: string
  readonly orderedAt: number
  readonly rigged: boolean
  readonly repair: Repair
}

export type PowerClasses = Readonly<Record<string, PowerClass>>

/** What is left of a supply, in its own unit: `amount` at `since`, changing by `perS` a second, never below none. */
export interface Supply {
  readonly amount: number
  readonly since: number
  readonly perS: number
}

/** Something that is being made ready for an alert condition, or is ready. */
export interface Readying {
  readonly readyAt: number
  readonly ready: boolean
}

/** A diagnostic under way, or the last one's result. */
export interface Diagnosis {
  readonly endsAt: number
  /** Health found, %; null until it is done. */
  readonly percent: number | null
  /** Whether it found what nobody knew. */
  readonly found: boolean
}
