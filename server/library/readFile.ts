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
  const text = readText(path, FILE_BYTES_MAX)
  const json = text.ok ? parseJson(text.value) : text
  if (!json.ok) return json
  const schema = schemaOf(json.value)
  if (schema.startsWith('bulkhead/ship@')) return as('ship', readShipFile(json.value))
  if (schema.startsWith('bulkhead/scenario@')) return as('scenario', readScenarioFile(json.value))
  return wrong('$.schema', '"bulkhead/ship@1" or "bulkhead/scenario@1"', schema === '' ? 'nothing' : `"${schema}"`)
}

/** A file from outside, or why it cannot be read. */
export const readText = (path: string, bytesMax: number): Read<string> => {
  try {
    const bytes = statSync(path).size
    return bytes > bytesMax ? wrong('$', `at most ${bytesMax} bytes`, `${bytes} bytes`) : ok(readFileSync(path, 'utf8'))
  } catch (error) {
    return unreadable(error)
  }
}

export const parseJson = (text: string): Read<unknown> => {
  try {
    return ok(JSON.parse(text) as unknown)
  } catch (error) {
    return unreadable(error)
  }
}

const unreadable = (error: unknown): Read<never> =>
  wrong('$', 'a readable JSON file', error instanceof Error ? error.message : String(error))

const schemaOf = (json: unknown): string => {
  if (typeof json !== 'object' || json === null || !('schema' in json)) return ''
  return typeof json.schema === 'string' ? json.schema : ''
}

const as = <Kind extends string, File>(kind: Kind, read: Read<File>): Read<{ kind: Kind; file: File }> =>
  read.ok ? ok({ kind, file: read.value }) : read

const wrong = (path: string, expected: string, found: string): Read<never> => err([{ path, expected, found }])
