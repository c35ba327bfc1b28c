import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { nearest } from '#shared/ship/policy.ts'
import { newShip } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { type Library, readLibrary } from '../../server/library/library.ts'
import { BY_ITSELF, record } from '../../server/runs/record.ts'
import { type Happening, simulate } from '../../server/simulate.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** The demonstration: 15 decks, and the last and heaviest of four attacks on them. */
export const SHIP = 'voyager'
const SCENARIO = 'voyager-attack-4'

const found = <Value>(map: ReadonlyMap<string, Value>, id: string): Value => {
  const value = map.get(id)
  if (!value) throw new Error(`The library has no ${id}`)
  return value
}

export const builtIn: Library = readLibrary([join(ROOT, 'db', 'seed')])
export const plan: Plan = planOf(found(builtIn.ships, SHIP))

/** The attack played to its end with a plain dispatcher giving orders. Another seed is another attack. */
export const attack = (seed: number): readonly Happening[] => {
  const { script } = found(builtIn.scenarios, SCENARIO)
  return [...simulate(newShip(plan), { scenario: SCENARIO, script, seed, at: 0 }, nearest)]
}

const BEGAN_MS = Date.UTC(2026, 10, 22, 12)
const DISPATCHER = { role: 'operations', name: 'Dispatcher' } as const

/** Its events as a server would have recorded them. */
export const recorded = (happenings: readonly Happening[]): readonly RecordedEvent[] =>
  happenings.flatMap(({ events, command }) =>
    record(events, command ? { by: DISPATCHER, command: idLike(command.id) } : BY_ITSELF, wallAt(events)),
  )

/** The clock ran at its own rate all the while. */
const wallAt = ([first]: Happening['events']): string => new Date(BEGAN_MS + (first?.at ?? 0)).toISOString()

/** As random as those that a browser gives its orders. */
const idLike = (id: string): string =>
  createHash('sha256')
    .update(id)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

/** At least so many events, of attacks that differ, one after the other as one log. */
export const longRecording = (count: number): readonly RecordedEvent[] => {
  const events: RecordedEvent[] = []
  for (let seed = 1; events.length < count; seed++) {
    const { seq, at } = events.at(-1) ?? { seq: 0, at: 0 }
    for (const event of recorded(attack(seed))) events.push({ ...event, seq: event.seq + seq, at: event.at + at })
  }
  return events.slice(0, count)
}
