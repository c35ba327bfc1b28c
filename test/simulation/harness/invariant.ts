import type { Ship, ShipState } from '#shared/ship/state.ts'

/** Something that must be so of every ship at every moment, written from the rules and not from the laws' own code. */
export interface Invariant {
  readonly name: string
  /** What it looks at. It is asked again when one of these is another than it was, and from time to time in any case. */
  readonly reads: readonly (keyof ShipState)[]
  /** What is wrong; null: nothing. The ship stands at the moment in question. */
  readonly broken: (ship: Ship) => string | null
}

/** An invariant that does not hold. */
export interface Finding {
  readonly invariant: string
  readonly what: string
}

/** The first that is wrong among many. */
export const firstWrong = <Item>(items: Iterable<Item>, wrong: (item: Item) => string | null): string | null => {
  for (const item of items) {
    const what = wrong(item)
    if (what !== null) return what
  }
  return null
}
