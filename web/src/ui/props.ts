/** Shapes that callers hand to components. */

/** A view in the rail. */
export interface NavItem {
  readonly href: string
  /** Number of the view. */
  readonly code: string
  readonly label: string
  readonly current: boolean
  /** How much waits there, and of what: "7", "alarms to acknowledge". */
  readonly count?: { readonly number: number; readonly words: string } | null
}

/** Which way a figure goes, and what that means. */
export interface Trend {
  readonly direction: 'rising' | 'falling' | 'steady'
  readonly word: 'better' | 'worse' | 'steady'
}

/** A piece of a bar. */
export interface Segment {
  readonly family: 'a' | 'b' | 'c' | 'deep'
  /** Px of the design, or what is left over. */
  readonly width: number | 'rest'
}

export interface Column {
  readonly label: string
  /** The head of it is not drawn: a mark, an action. */
  readonly labelHidden?: boolean
  readonly align?: 'start' | 'end'
}

export interface Option<Value extends string | number> {
  readonly value: Value
  readonly label: string
}

/** Keys of one kind, for the help. */
export interface KeyGroup {
  readonly title: string
  readonly lines: readonly { readonly keys: readonly string[]; readonly does: string }[]
}
