import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from 'better-sqlite3'

interface Migration {
  /** 1 for `0001_….sql`; the file's `user_version` once it has run. */
  readonly version: number
  readonly sql: string
}

const FOLDER = new URL('../migrations/', import.meta.url)

export const readMigrations = (): readonly Migration[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ version: Number.parseInt(name, 10), sql: readFileSync(new URL(name, FOLDER), 'utf8') }))

/** Brings the file up to the newest version. Each step is one transaction: a crash leaves it done or not begun. */
export const migrate = (db: Database, applicationId: number, migrations: readonly Migration[]): void => {
  const version = db.pragma('user_version', { simple: true }) as number
  for (const migration of migrations.filter((candidate) => candidate.version > version)) {
    db.transaction(() => {
      db.exec(migration.sql)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${migration.version}`)
    }).immediate()
  }
}
