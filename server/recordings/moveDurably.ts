import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

/** Within one file system. When this returns, a power cut leaves the whole file (or folder) there; before, nothing of it. */
export const moveDurably = (from: string, to: string): void => {
  sync(from)
  renameSync(from, to)
  sync(dirname(to))
}

/** What was written to that file, or which files are in that folder, outlives a power cut. */
export const sync = (path: string): void => {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
