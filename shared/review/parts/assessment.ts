import type { ImprovementStatus, Order } from '../../ship/commands.ts'
import type { Rating } from '../../ship/terms.ts'

/** What was to happen: as far as the reader may know it. [REV25] */
export interface Planned {
  /** Null: it was no scenario. */
  readonly scenario: string | null
  readonly name: string
  readonly purpose: string
  /** Null where it is hidden from the reader. */
  readonly seed: number | null
  /** When each was due, mission ms; null: once its condition held, which the text begins with. */
  readonly injects: readonly { readonly at: number | null; readonly text: string }[]
  readonly expected: readonly ExpectedCourse[]
}

/** What a good crew does, and whether this one did. Instants are mission time, ms. [REV26] */
export interface ExpectedCourse {
  readonly order: Order['type']
  readonly on: string | null
  readonly dueAt: number
  readonly doneAt: number | null
  /** Done in time; null: not yet due. */
  readonly met: boolean | null
}

/** Something to talk about: why it went as it did. The gravest first. [REV27] */
export interface Finding {
  readonly kind: FindingKind
  /** Where to look, mission ms; null: all of it. */
  readonly at: number | null
  readonly text: string
}

export type FindingKind =
  | 'death'
  | 'preventable-death'
  | 'uncrewed-critical'
  | 'late'
  | 'boundary'
  | 'exposure'
  | 'capability'
  | 'expected'
  | 'alarms'
  | 'fatigue'
  | 'power'

/** One line of the evaluator's checklist. [REV28] */
export interface Objective {
  readonly objective: string
  readonly text: string
  readonly rating: Rating | null
  readonly remark: string | null
  /** Who rated it; null: nobody yet. */
  readonly by: string | null
}

/** Something to do better, and who sees to it. [REV29] */
export interface Improvement {
  readonly improvement: string
  readonly text: string
  readonly owner: string
  readonly status: ImprovementStatus
  readonly by: string
}
