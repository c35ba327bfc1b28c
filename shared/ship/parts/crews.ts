import type { CrewStatus, Tiredness } from '../terms.ts'

/** What bars the way: a passage in that state, a force field over a compartment in between, or no passage at all. */
export type PassageBlock = 'sealed' | 'jammed' | 'field' | 'missing'

export interface Stop {
  readonly compartment: string
  /** Mission time of arrival there. */
  readonly at: number
}
export interface CrewState {
  readonly status: CrewStatus
  readonly task: string | null
  /** Where it is, or was when it set out; `route[0]` when it moves. */
  readonly compartment: string
  readonly route: readonly Stop[]
  readonly since: number
  /** People unfit for work. */
  readonly hurt: number
  /** People lent to it, or (negative) lent by it to others. */
  readonly hands: number
  readonly fatigue: Fatigue
  readonly tired: Tiredness
}

/** Minutes of work in their bones: `minutes` at `since`, growing by `perMinute` a minute at work, falling at rest. */
export interface Fatigue {
  readonly minutes: number
  readonly since: number
  readonly perMinute: number
}

/** People on their way from a crew or a compartment to a crew; or from a crew back to a compartment. */
export interface Transfer {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly people: number
  readonly arrivesAt: number
}
