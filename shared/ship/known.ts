import type { ShipEvent } from './events.ts'
import type { Concealable, Revealed, Ship, ShipState, ThingKey, Unknown } from './state.ts'

/**
 * What is known aboard, and what is not. The ship is as the log says; `ship.unknown` lists every entry of hers that is
 * otherwise than is known, with what is taken to be so instead. Who may not see the truth is shown `shown(ship)`.
 */
const recordOf = (key: ThingKey): Concealable => key.slice(0, key.indexOf('/')) as Concealable
const idOf = (key: ThingKey): string => key.slice(key.indexOf('/') + 1)

/** The entry behind a key, as it is; null: none. */
export const entryOf = (ship: ShipState, key: ThingKey): unknown => {
  const record: Readonly<Record<string, unknown>> = ship[recordOf(key)]
  return record[idOf(key)] ?? null
}

const withEntries = (ship: ShipState, entries: readonly (readonly [ThingKey, unknown])[]): Partial<ShipState> => {
  const changed: Partial<Record<Concealable, Record<string, unknown>>> = {}
  for (const [key, entry] of entries) {
    const record = (changed[recordOf(key)] ??= { ...ship[recordOf(key)] })
    if (entry === null) delete record[idOf(key)]
    else record[idOf(key)] = entry
  }
  return changed as Partial<ShipState>
}

const unknownKeys = (ship: ShipState): readonly ThingKey[] => Object.keys(ship.unknown) as ThingKey[]

/** The ship as she is known aboard: the very same where nothing is unknown. */
export const shown = <State extends ShipState>(ship: State): State => {
  const keys = unknownKeys(ship)
  if (keys.length === 0) return ship
  const entries = keys.map((key) => [key, ship.unknown[key]?.shown ?? null] as const)
  return { ...ship, ...withEntries(ship, entries), unknown: {} }
}

/** What is unknown once an event has changed things that nobody sees: each as it was known before. */
export const concealed = (before: Ship, event: ShipEvent, hides: readonly ThingKey[]): ShipState['unknown'] => {
  const unknown: Partial<Record<ThingKey, Unknown>> = { ...before.unknown }
  const fault = event.type === 'SystemDamaged' && event.fault === true
  for (const key of hides) unknown[key] ??= { since: event.at, shown: entryOf(before, key), fault }
  return unknown
}

/** What comes to be known stands from now on as the event says, for whoever did not know it and whoever did. */
export const reveal = (ship: Ship, reveals: readonly Revealed[]): Partial<ShipState> => {
  const unknown = { ...ship.unknown }
  for (const { key } of reveals) delete unknown[key]
  return {
    ...withEntries(
      ship,
      reveals.map(({ key, now }) => [key, now] as const),
    ),
    unknown,
  }
}
