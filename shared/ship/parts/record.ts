import type { ConditionalInject, ExpectedAction, Inject } from '../commands.ts'
import type { IncidentKind } from '../terms.ts'

export type Numbers = Readonly<
  Record<'hit' | 'breach' | 'fire' | 'casualty' | 'report' | 'transfer' | 'incident', number>
>

export interface Incident {
  readonly id: string
  readonly kind: IncidentKind
  readonly name: string
  readonly openedAt: number
}

/** A scenario under way: its injects stand in the ship, so that time alone carries it on, here and in a forecast alike. */
export interface RunningScenario {
  readonly id: string
  readonly name: string
  readonly startedAt: number
  readonly endsAt: number | null
  readonly injects: readonly Inject[]
  /** Index of the next timed inject. */
  readonly next: number
  readonly conditional: readonly ConditionalInject[]
  readonly purpose: string
  readonly expected: readonly ExpectedAction[]
}
