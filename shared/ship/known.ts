import type { Fact, ShipEvent } from './events.ts'
import type { Concealable, Revealed, Ship, ShipState, ThingKey, Unknown } from './state.ts'
import { rememberedLast, without } from './records.ts'
import { taskId, type TaskKind } from './task-id.ts'

/**
 * What is known aboard, and what is not. The ship is as the log says; `ship.unknown` lists every entry of hers that is
 * otherwise than is known, with what is taken to be so instead. Who may not see the truth is shown `shown(ship)`.
 */
export const recordOf = (key: ThingKey): Concealable => key.slice(0, key.indexOf('/')) as Concealable
export const idOf = (key: ThingKey): string => key.slice(key.indexOf('/') + 1)

/** The entry behind a key, as it is; null: none. */
export const entryOf = (ship: ShipState, key: ThingKey): unknown => {
  const record: Readonly<Record<string, unknown>> = ship[recordOf(key)]
  return record[idOf(key)] ?? null
}

/** The same after a change, without a whole ship made for the question. */
const entryAfter = (ship: ShipState, change: Partial<ShipState>, key: ThingKey): unknown => {
  const record: Readonly<Record<string, unknown>> = change[recordOf(key)] ?? ship[recordOf(key)]
  return record[idOf(key)] ?? null
}

export const unknownKeys = (ship: ShipState): readonly ThingKey[] => Object.keys(ship.unknown) as ThingKey[]

export const isAllKnown = (ship: ShipState): boolean => unknownKeys(ship).length === 0

type Entries = readonly (readonly [ThingKey, unknown])[]

/** Entries by the record that they are in. */
const byRecord = (entries: Entries): ReadonlyMap<Concealable, Entries> => {
  const grouped = new Map<Concealable, Entries>()
  for (const entry of entries) {
    const name = recordOf(entry[0])
    grouped.set(name, [...(grouped.get(name) ?? []), entry])
  }
  return grouped
}

/** A record with these entries instead of its own; null: without them. Built anew, as what has lost an entry is slow ever after. */
const withEntries = (record: object, entries: Entries): object => {
  const instead = new Map(entries.map(([key, entry]) => [idOf(key), entry]))
  const changed: Record<string, unknown> = {}
  for (const [id, entry] of Object.entries(record)) {
    const other = instead.get(id)
    if (other !== null) changed[id] = other ?? entry
  }
  for (const [id, other] of instead) if (other !== null) changed[id] = other
  return changed
}

/** How records are shown while these things are unknown. Most events leave most records, and what is unknown, as they were. */
const showing = rememberedLast((unknown: ShipState['unknown']) => {
  const entries = (Object.keys(unknown) as ThingKey[]).map((key) => [key, unknown[key]?.shown ?? null] as const)
  return [...byRecord(entries)].map(
    ([name, instead]) => [name, rememberedLast((record: object) => withEntries(record, instead))] as const,
  )
})

const asKnownAboard = rememberedLast((ship: ShipState): ShipState => {
  const records = Object.fromEntries(showing(ship.unknown).map(([name, shownAs]) => [name, shownAs(ship[name])]))
  return { ...ship, ...records, unknown: {} }
})

/** The ship as she is known aboard: the very same where nothing is unknown. */
export const shown = <State extends ShipState>(ship: State): State =>
  isAllKnown(ship) ? ship : (asKnownAboard(ship) as State) // it has all that the ship has

/** As she would be known if these were known, too. */
export const shownWith = (ship: Ship, keys: readonly ThingKey[]): Ship => {
  const unknown = { ...ship.unknown }
  for (const key of keys) delete unknown[key]
  return shown({ ...ship, unknown })
}

/** What is seen aboard of an event: all of it, some of its readings, or (null) nothing. */
export const seenOf = <Event extends ShipEvent>(event: Event): Event | null => {
  if (!event.hides) return event
  if (event.type !== 'AirFlowChanged') return null
  const hidden: ReadonlySet<string> = new Set(event.hides)
  const readings = event.readings.filter(({ compartment }) => !hidden.has(`air/${compartment}`))
  const { hides: _hides, ...seen } = event
  return readings.length === 0 ? null : ({ ...seen, readings } as unknown as Event)
}

const TASK_OF: Readonly<Partial<Record<Concealable, TaskKind>>> = { breaches: 'breach', fires: 'fire', leaks: 'leak' }

/** What comes to be known stands as the event says; the priority of work that is found to be done goes with it. */
export const reveal = (ship: Ship, reveals: readonly Revealed[]): Partial<ShipState> => {
  let { priorities } = ship
  for (const { key, now } of reveals) {
    const kind = TASK_OF[recordOf(key)]
    if (kind && now === null) priorities = without(priorities, taskId(kind, idOf(key)))
  }
  const entries = reveals.map(({ key, now }) => [key, now] as const)
  const records = [...byRecord(entries)].map(([name, found]) => [name, withEntries(ship[name], found)] as const)
  return { ...Object.fromEntries(records), priorities }
}

/** The records that may hold what is unknown, and the numbers given out: all that an unseen event changes. */
const UNSEEN: readonly (Concealable | 'numbers')[] = [
  ...(['breaches', 'fires', 'scorched', 'leaks', 'air', 'people', 'passages', 'systems', 'casualties'] as const),
  'numbers',
]

const unseenOnly = (change: Partial<ShipState>): Partial<ShipState> =>
  Object.fromEntries(Object.entries(change).filter(([part]) => UNSEEN.some((one) => one === part)))

const isFault = (fact: Fact): boolean => fact.type === 'SystemDamaged' && fact.fault === true

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

type Change = (ship: Ship, event: ShipEvent) => Partial<ShipState>

/**
 * What an event changes where there is something unknown: the ship as she is by all of it, and what is known of her by what
 * is seen of it. Wherever the two then differ, that is unknown.
 */
export const changedUnseen = (ship: Ship, event: ShipEvent, change: Change): Partial<ShipState> => {
  const seen = seenOf(event)
  const changed = seen ? change(ship, event) : unseenOnly(change(ship, event))
  if (!event.hides && !showing(ship.unknown).some(([name]) => name in changed)) return changed
  const aboard = shown(ship)
  const changedAboard = seen ? change(aboard, seen) : {}
  const unknown: Partial<Record<ThingKey, Unknown>> = {}
  for (const key of new Set([...unknownKeys(ship), ...(event.hides ?? [])])) {
    const before = ship.unknown[key]
    const [taken, now] = [entryAfter(aboard, changedAboard, key), entryAfter(ship, changed, key)]
    const hidden = event.hides?.includes(key) ?? false
    if (before && !hidden && taken === before.shown && now === entryOf(ship, key)) unknown[key] = before
    else if (!same(taken, now)) {
      const fault = (before?.fault ?? true) && (hidden ? isFault(event) : before?.fault === true)
      unknown[key] = { since: before?.since ?? event.at, shown: taken, fault }
    }
  }
  return { ...changed, unknown }
}
