import type { EventOf, Fact } from './events.ts'
import { known, rememberedLast } from './records.ts'
import type { Ship } from './state.ts'

/** Something that will happen by itself, unless something else happens first. */
export interface Due {
  /** Mission time, ms. */
  readonly at: number
  /** What it happens to; with the time and the law's place in the list it fixes the order of all that happens. */
  readonly id: string
}

/** What an event brings at once, the ship being as she is after it. */
export type Reaction<Type extends Fact['type'] = Fact['type']> = (ship: Ship, event: EventOf<Type>) => readonly Fact[]

/** By type of event, so that a law is asked only about what it answers. */
export type Reactions = { readonly [Type in Fact['type']]?: Reaction<Type> }

/** The same answer to several types of event. */
export const on = <Type extends Fact['type'], Answer>(
  types: readonly Type[],
  answer: (ship: Ship, event: EventOf<Type>) => Answer,
) => Object.fromEntries(types.map((type) => [type, answer])) as Readonly<Record<Type, typeof answer>> // the types given

/**
 * One law of the ship, in one file. `due` and `fall` are for what time brings; `react` is for what an event brings at once:
 * it compares what is recorded with what must now hold, and returns the difference, so that it may be asked again safely.
 */
export interface Law {
  readonly due?: (ship: Ship) => Due | null
  /** What it comes to, on the ship as she stands at that time. */
  readonly fall?: (ship: Ship, due: Due) => readonly Fact[]
  /** Asked about every event. */
  readonly react?: Reaction
  /** The same for a law that answers some types of event only. A function, so that no page has a law that it does not use. */
  readonly reactions?: () => Reactions
}

/** How a law answers a type of event, if it does. */
export const reactionOf = ({ react, reactions }: Law, type: Fact['type']): Reaction | undefined =>
  react ?? (reactions?.()[type] as Reaction | undefined) // the table pairs each type with its own

/** The one that comes first; at the same instant, the lower id. */
export const earlier = (a: Due | null, b: Due | null): Due | null => {
  if (a === null || b === null) return a ?? b
  if (a.at !== b.at) return a.at < b.at ? a : b
  return a.id <= b.id ? a : b
}

export const soonestOf = <Item>(items: Iterable<Item>, dueOf: (item: Item) => Due | null): Due | null => {
  let soonest: Due | null = null
  for (const item of items) soonest = earlier(soonest, dueOf(item))
  return soonest
}

/** The soonest of a record's entries. Asked for after every step, most of which leave most records as they were. */
export const soonestIn = <Entry>(dueAt: (entry: Entry) => number | null) =>
  rememberedLast((record: Readonly<Record<string, Entry>>) => {
    let soonest: Due | null = null
    for (const id in record) {
      const at = dueAt(known(record[id], id))
      if (at !== null) soonest = earlier(soonest, { at, id })
    }
    return soonest
  })

export const NOTHING: readonly Fact[] = []

/** After these systems may deliver more, or less. */
export const SYSTEMS_CHANGED = [
  'SystemDamaged',
  'SystemHealthReached',
  'SystemShutDown',
  'SystemStarted',
  'SystemShed',
] as const
