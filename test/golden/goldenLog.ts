import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { ShipState } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'

/** A ship's log as one release stored it, and the state to which that release folded it. */
export interface GoldenLog {
  readonly definition: ShipFile
  readonly events: readonly RecordedEvent[]
  readonly state: ShipState
}

const FOLDER = import.meta.dirname
const SUFFIX = '.jsonl.gz'

/** Versions of which there are logs. */
export const releases = (): readonly string[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()

/** By name. */
export const goldenLogs = (release: string): ReadonlyMap<string, GoldenLog> =>
  new Map(
    readdirSync(join(FOLDER, release))
      .filter((name) => name.endsWith(SUFFIX))
      .sort()
      .map((name) => [name.slice(0, -SUFFIX.length), readGolden(join(FOLDER, release, name))]),
  )

/** The ship file in the first line, an event in each other, the state in the last. */
const readGolden = (path: string): GoldenLog => {
  const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n')
  const [definition, ...rest] = lines.map((line) => JSON.parse(line) as unknown)
  return {
    definition: definition as ShipFile,
    events: rest.slice(0, -1) as readonly RecordedEvent[],
    state: rest.at(-1) as ShipState,
  }
}

/** Writes over nothing: what a release stored does not change any more. */
export const writeGolden = (release: string, logs: ReadonlyMap<string, GoldenLog>): void => {
  const folder = join(FOLDER, release)
  if (existsSync(folder)) throw new Error(`There already are logs of ${release}`)
  mkdirSync(folder)
  for (const [name, { definition, events, state }] of logs) {
    const lines = [definition, ...events, state].map((line) => `${JSON.stringify(line)}\n`)
    writeFileSync(join(folder, `${name}${SUFFIX}`), gzipSync(lines.join(''), { level: 9 }))
  }
}
