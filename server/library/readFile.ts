import { readFileSync, statSync } from 'node:fs'
import { err, ok, type Result } from '#shared/result.ts'
import type { FileProblem } from '#shared/schema/problems.ts'
import { readScenarioFile } from '#shared/scenario-file/read.ts'
import type { ScenarioFile } from '#shared/scenario-file/schema.ts'
import { readShipFile } from '#shared/ship-file/read.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'

const FILE_BYTES_MAX = 256 * 1024

export type LibraryFile =
  { readonly kind: 'ship'; readonly file: ShipFile } | { readonly kind: 'scenario'; readonly file: ScenarioFile }

type Read<Value> = Result<Value, readonly FileProblem[]>

/** A ship or scenario file, told apart by its `schema`; or everything that is wrong with it. */
export const readLibraryFile = (path: string): Read<LibraryFile> => {
  const json = readJson(path)
  if (!json.ok) return json
  const schema = schemaOf(json.value)
  if (schema.startsWith('bulkhead/ship@')) return as('ship', readShipFile(json.value))
  if (schema.startsWith('bulkhead/scenario@')) return as('scenario', readScenarioFile(json.value))
  return wrong('$.schema', '"bulkhead/ship@1" or "bulkhead/scenario@1"', schema === '' ? 'nothing' : `"${schema}"`)
}

const readJson = (path: string): Read<unknown> => {
  try {
    const bytes = statSync(path).size
    if (bytes > FILE_BYTES_MAX) return wrong('$', `at most ${FILE_BYTES_MAX} bytes`, `${bytes} bytes`)
    return ok(JSON.parse(readFileSync(path, 'utf8')) as unknown)
  } catch (error) {
    return wrong('$', 'a readable JSON file', error instanceof Error ? error.message : String(error))
  }
}

const schemaOf = (json: unknown): string => {
  if (typeof json !== 'object' || json === null || !('schema' in json)) return ''
  return typeof json.schema === 'string' ? json.schema : ''
}

const as = <Kind extends string, File>(kind: Kind, read: Read<File>): Read<{ kind: Kind; file: File }> =>
  read.ok ? ok({ kind, file: read.value }) : read

const wrong = (path: string, expected: string, found: string): Read<never> => err([{ path, expected, found }])
