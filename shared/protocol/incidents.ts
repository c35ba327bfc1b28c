import type { IncidentKind } from '../ship/terms.ts'

/** An incident as the list has it. Instants are mission time in ms, but for `openedWall` (ISO 8601). */
export interface IncidentSummary {
  readonly id: string
  readonly ship: string
  readonly kind: IncidentKind
  readonly name: string
  readonly openedSeq: number
  readonly openedAt: number
  readonly openedWall: string
  /** Null while it is open. */
  readonly closedSeq: number | null
  readonly closedAt: number | null
  /** From a recording brought in as a file: nothing more can be said of it here. */
  readonly imported: boolean
}
