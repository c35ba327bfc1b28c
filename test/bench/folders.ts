import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made: string[] = []

process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** Removed when the process ends. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-bench-'))
  made.push(folder)
  return folder
}
