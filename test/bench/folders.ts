import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made: string[] = []

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-bench-'))
  made.push(folder)
  return folder
}

export const removeFolders = (): void => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}
