import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Sight } from '#shared/review/review.ts'
import { DEFAULT_STANDARDS } from '#shared/review/standards.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Plan } from '#shared/ship/plan.ts'

const SQL = join(import.meta.dirname, '..', 'sql')
const SCRIPTS = readdirSync(SQL)
  .sort()
  .map((file) => readFileSync(join(SQL, file), 'utf8'))

export type Row = Readonly<Record<string, string | number | null>>

interface Asked {
  readonly plan: Plan
  /** The whole log of the ship, as the reader gets it. */
  readonly events: readonly RecordedEvent[]
  readonly incident: string
  /** Mission time now, ms: the end of an incident that is still open. */
  readonly nowMs: number
  readonly sight: Sight
}

/** A review counted by SQL, from events and the ship file alone. */
export interface Count {
  readonly rows: (table: string) => readonly Row[]
  readonly close: () => void
}

const fill = (db: Database.Database, table: string, columns: readonly string[], rows: readonly unknown[][]): void => {
  db.exec(`CREATE TABLE ${table} (${columns.join(', ')})`)
  const insert = db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`)
  for (const row of rows) insert.run(row)
}

/** What is no event: the ship file. */
const fillPlan = (
  db: Database.Database,
  { file, compartments, passages, systems, capabilities, crews }: Plan,
): void => {
  const all = <Value>(part: ReadonlyMap<string, Value>) => [...part.values()]
  fill(
    db,
    'plan_compartment',
    ['id', 'people'],
    all(compartments).map(({ id, people }) => [id, people]),
  )
  fill(
    db,
    'plan_passage',
    ['id', 'a', 'b', 'state'],
    all(passages).map(({ id, between, state }) => [id, ...between, state]),
  )
  fill(
    db,
    'plan_system',
    ['id', 'place'],
    all(systems).map(({ id, compartment }) => [id, compartment]),
  )
  fill(
    db,
    'plan_crew',
    ['id', 'name', 'place'],
    all(crews).map(({ id, name }, place) => [id, name, place]),
  )
  fill(
    db,
    'plan_capability',
    ['id', 'name', 'weight', 'lastRank', 'place'],
    all(capabilities).map(({ id, name, weight, modes }, place) => [id, name, weight, modes.length - 1, place]),
  )
  fill(
    db,
    'plan_mode',
    ['capability', 'mode', 'name', 'rank'],
    all(capabilities).flatMap(({ id, modes }) => modes.map((mode, rank) => [id, mode.id, mode.name, rank])),
  )
  fill(
    db,
    'plan_ship',
    ['kpa', 'capacityMj', 'criticalBreachM2', 'coreSystem'],
    [[file.atmosphere.kpa, file.battery.capacityMj, file.hull.criticalBreachM2, file.core?.system ?? null]],
  )
}

export const count = ({ plan, events, incident, nowMs, sight }: Asked): Count => {
  const db = new Database(':memory:')
  db.transaction(() => {
    fillPlan(db, plan)
    fill(db, 'asked', ['incident', 'endMs', 'sight'], [[incident, nowMs, sight]])
    fill(
      db,
      'profile',
      ['measure', 'withinS', 'sharePercent'],
      DEFAULT_STANDARDS.map(({ measure, withinS, sharePercent }) => [measure, withinS, sharePercent]),
    )
    fill(
      db,
      'event',
      ['seq', 'type', 'json'],
      events.map((event) => [event.seq, event.type, JSON.stringify(event)]),
    )
  })()
  for (const script of SCRIPTS) db.exec(script)
  return { rows: (table) => db.prepare(`SELECT * FROM ${table}`).all() as Row[], close: () => db.close() }
}
